import { useEffect } from "preact/hooks";
import { t } from "../i18n";
import { question, takeIn, turnAway } from "../store/questions";
import { inLine } from "../store/titles";
import { spoken } from "../store/view";

/** What another web page may have sent, and whether it is to be taken in. */
export function Asked() {
  const found = question.value;
  const [first = null, second = null] = (found?.titles ?? []).map((title) => title && inLine(title));
  const isPage = found?.is === "page";
  const text = isPage ? t.questions.page(first, found.host) : t.questions.link(first ?? "", second ?? "");
  useEffect(() => {
    if (found) spoken.value = text;
  }, [found]);
  if (!found) return null;
  return (
    <section class="line report-line asked" aria-label={text}>
      <span>{text}</span>
      <button type="button" class="button button-main" onClick={() => void takeIn()}>
        {isPage ? t.questions.take : t.questions.open}
      </button>
      <button type="button" class="button" onClick={turnAway}>
        {t.questions.not}
      </button>
    </section>
  );
}
