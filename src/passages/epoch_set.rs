//! Sets of features that cost nothing to empty.

/// Which features a stretch has.
pub struct EpochSet {
    turn: u32,
    marks: Vec<u32>,
    counted: Vec<u32>,
}

impl EpochSet {
    /// Room for so many features, none of them marked.
    pub fn new(features: usize) -> Self {
        Self {
            turn: 0,
            marks: vec![0; features],
            counted: vec![0; features],
        }
    }

    /// Forgets all marks, at no cost.
    pub fn begin(&mut self) {
        self.turn += 1;
    }

    /// Marks a feature.
    pub fn mark(&mut self, feature: u32) {
        self.marks[feature as usize] = self.turn;
        self.counted[feature as usize] = 0;
    }

    /// Whether a feature is marked.
    pub fn has(&self, feature: u32) -> bool {
        self.marks[feature as usize] == self.turn
    }

    /// Whether a marked feature is asked for the first time.
    pub fn first(&mut self, feature: u32) -> bool {
        std::mem::replace(&mut self.counted[feature as usize], 1) == 0
    }
}
