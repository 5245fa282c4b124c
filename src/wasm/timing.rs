//! What a browser's performance panel and the caller are told of each phase.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::Performance;

use crate::Phase;

/// Marks and measures of each phase, for a browser's performance panel, and the progress callback.
pub(super) struct Timing {
    performance: Option<Performance>,
    progress: Option<Function>,
    current: Option<&'static str>,
    begun: usize,
}

impl Timing {
    pub(super) fn new(progress: Option<Function>) -> Self {
        // Neither `window` nor `self` is there in every place this runs; the global object is.
        let performance = Reflect::get(&js_sys::global(), &"performance".into()).ok();
        let performance = performance.and_then(|p| p.dyn_into::<Performance>().ok());
        if let Some(performance) = &performance {
            performance.clear_marks();
            performance.clear_measures();
        }
        Self {
            performance,
            progress,
            current: None,
            begun: 0,
        }
    }

    pub(super) fn begin(&mut self, phase: &'static str) {
        self.end();
        if let Some(performance) = &self.performance {
            let _ = performance.mark(phase);
        }
        if let Some(progress) = &self.progress {
            let done = self.begun as f64 / (Phase::ALL.len() + 1) as f64;
            let _ = progress.call2(&JsValue::NULL, &phase.into(), &done.into());
        }
        self.begun += 1;
        self.current = Some(phase);
    }

    pub(super) fn end(&mut self) {
        if let (Some(performance), Some(phase)) = (&self.performance, self.current.take()) {
            let _ = performance.measure_with_start_mark(&format!("Twicetold {phase}"), phase);
        }
    }
}
