// First of all, so that it watches over the rest.
import "./recovery/watch";
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
import { rehearseDrawing } from "./layout/rehearsal";
import { samples } from "./readers/samples";
import { drawn, holdForSaving, startsEmpty } from "./recovery/recovery";
import { App } from "./shell/app";
import { Boundary } from "./shell/boundary";
import { scheduleRendering } from "./shell/renderScheduler";
import { watchAddress } from "./store/address";
import { watchShort } from "./store/allShort";
import { prepareEngine, startComparing } from "./store/comparison";
import { openReport } from "./store/deepLinks";
import { articles } from "./store/library";
import { restoreModel, watchModel } from "./store/meaning";
import { watchElsewhere } from "./store/otherArticles";
import { watchPairs } from "./store/pairs";
import { onThePage, restore, startKeeping } from "./store/persistence";
import { watchPlace } from "./store/place";
import { watchRestoring } from "./store/restoring";
import { watchComparison } from "./store/selection";
import { applySettings } from "./store/settings";
import { watchStatements } from "./store/statements";
import { whenIdle } from "./ui/turns";
// What a narrow screen and paper have otherwise stands over all of these.
import "./layout/phone.css";
import "./layout/print.css";

const isEmpty = startsEmpty();
holdForSaving(onThePage);
applySettings();
await restore(isEmpty);
startKeeping();
watchModel();
if (!isEmpty) void restoreModel();
startComparing();
watchComparison();
watchElsewhere();
watchPairs();
watchStatements();
watchShort();
watchPlace();
watchAddress(isEmpty ? null : openReport());

scheduleRendering();
const page = document.getElementById("page");
if (page) {
  render(
    <Boundary>
      <App />
    </Boundary>,
    page,
  );
}
drawn();
watchRestoring();
// After the first paint.
whenIdle(prepareEngine);
whenIdle(() => {
  if (articles.peek().length === 0) rehearseDrawing(samples()[0]?.text ?? "");
});
