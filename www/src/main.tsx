import { render } from "preact";
import "./ui/tokens.css";
import "./ui/base.css";
import "./shell/header.css";
import "./shell/start.css";
import "./layout/columns.css";
import "./layout/marks.css";
import "./layout/panel.css";
import "./shell/find.css";
import "./matrix/style.css";
import "./shell/export.css";
import { App } from "./shell/app";
import { scheduleRendering } from "./shell/renderScheduler";
import { watchAddress } from "./store/address";
import { prepareEngine, startComparing } from "./store/comparison";
import { openReport } from "./store/deepLinks";
import { watchElsewhere } from "./store/otherArticles";
import { watchPairs } from "./store/pairs";
import { restore, startKeeping } from "./store/persistence";
import { watchComparison } from "./store/selection";
import { applySettings } from "./store/settings";
// What a narrow screen and paper have otherwise stands over all of these.
import "./layout/phone.css";
import "./layout/print.css";

applySettings();
await restore();
startKeeping();
startComparing();
watchComparison();
watchElsewhere();
watchPairs();
watchAddress(openReport());

scheduleRendering();
const page = document.getElementById("page");
if (page) render(<App />, page);
// After the first paint; Safari knows no idle time.
(globalThis.requestIdleCallback ?? setTimeout)(prepareEngine);
