import { render } from "preact";
import { watchComparison } from "./store/selection";
import "./ui/tokens.css";
import "./ui/base.css";
import "./shell/header.css";
import "./shell/start.css";
import "./layout/columns.css";
import "./layout/marks.css";
import "./lenses/shared/detailPanel.css";
import "./layout/panel.css";
import "./lenses/sidebyside/style.css";
import "./lenses/facts/style.css";
import "./shell/find.css";
import "./matrix/style.css";
import "./shell/export.css";
import "./layout/phone.css";
import "./layout/print.css";
import { App } from "./shell/app";
import { drawWhenSettled } from "./shell/renderScheduler";
import { watchAddress } from "./store/address";
import { breakEngine, prepareEngine, startComparing } from "./store/comparison";
import { openReport } from "./store/deepLinks";
import { watchElsewhere } from "./store/otherArticles";
import { watchPairs } from "./store/pairs";
import { restore, startKeeping } from "./store/persistence";
import { applySettings } from "./store/settings";

applySettings();
await restore();
startKeeping();
startComparing();
watchComparison();
watchElsewhere();
watchPairs();
watchAddress(openReport());

drawWhenSettled();
const page = document.getElementById("page");
if (page) render(<App />, page);
// After the first paint; Safari knows no idle time.
(globalThis.requestIdleCallback ?? setTimeout)(prepareEngine);

// The one handle for tests of what happens when the engine breaks down.
Object.assign(globalThis, { twicetold: { panicOnPurpose: breakEngine } });
