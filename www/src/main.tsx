import { render } from "preact";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/header.css";
import "./styles/start.css";
import "./styles/reader.css";
import "./styles/marks.css";
import "./styles/tray.css";
import "./styles/list.css";
import "./styles/changes.css";
import "./styles/facts.css";
import "./styles/find.css";
import "./styles/pairs.css";
import "./styles/out.css";
import "./styles/phone.css";
import "./styles/print.css";
import { watchAddress } from "./state/address";
import { openReport } from "./state/arrivals";
import { breakEngine, prepareEngine, startComparing } from "./state/comparison";
import { watchElsewhere } from "./state/elsewhere";
import { restore, startKeeping } from "./state/keeping";
import { watchPairs } from "./state/pairs";
import { applySettings } from "./state/settings";
import { watchComparison } from "./state/view";
import { App } from "./view/app";
import { drawWhenSettled } from "./view/drawing";

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
