import { useEffect } from "preact/hooks";
import { t } from "../i18n";
import { lensInUse } from "../lenses";
import { current } from "../store/comparison";
import { openFind } from "../store/find";
import { lens } from "../store/lens";
import { articles, hasPair, swap } from "../store/library";
import { allPairs, togglePairs } from "../store/pairs";
import { openSheet, shownSide } from "../store/view";
import { IconButton } from "../ui/controls";
import { Icon, Sign } from "../ui/icons";
import { FileInput } from "./files";
import { Menu } from "./menu";
import { Picker } from "./picker";
import { Tabs } from "./tabs";

/** The line at the top: which two articles, and which lens. */
export function Header() {
  const some = articles.value.length > 0;
  const reads = some && !allPairs.value;
  // The start page has a headline of its own.
  const Brand = some ? "h1" : "p";
  return (
    <header
      class="header"
      data-lens={lens.value}
      data-apart={lensInUse.value.apart || undefined}
      data-shown={shownSide.value}
    >
      <Brand class="brand">
        <Sign />
        <span>{t.brand}</span>
      </Brand>
      <FileInput />
      {reads && <Titles />}
      <span class="space" />
      {some && <AddButton />}
      {articles.value.length > 2 && <PairsButton />}
      {reads && <FindButton />}
      {reads && <Tabs />}
      <Menu />
    </header>
  );
}

/** The two articles, and the button that exchanges them. */
function Titles() {
  return (
    <>
      <Picker side="left" />
      {hasPair() && (
        <IconButton name={t.swap} onClick={swap} class="swap" keys="s">
          <Icon name="swap" />
        </IconButton>
      )}
      <Picker side="right" />
      <Relation />
    </>
  );
}

/** How the two articles stand to each other, and in its title what speaks for it. */
function Relation() {
  const found = current.value?.comparison;
  const kind = found?.relation;
  useEffect(() => {
    if (kind) document.documentElement.dataset.relation = kind;
    return () => {
      delete document.documentElement.dataset.relation;
    };
  }, [kind]);
  if (!found) return null;
  return (
    <p class="relation" title={t.relation.evidence(found.relationEvidence)}>
      <span class="unseen">{t.relation.label}: </span>
      {t.relation.kinds[found.relation]}
    </p>
  );
}

function AddButton() {
  return (
    <button
      type="button"
      class="button add"
      aria-label={t.addArticle}
      title={t.addArticle}
      onClick={() => openSheet("paste")}
    >
      <Icon name="plus" />
      <span>{t.addArticle}</span>
    </button>
  );
}

function PairsButton() {
  return (
    <IconButton
      name={t.pairs.open}
      onClick={togglePairs}
      class="open-pairs"
      keys="a"
      pressed={allPairs.value}
    >
      <Icon name="grid" />
    </IconButton>
  );
}

function FindButton() {
  return (
    <IconButton name={t.find.open} onClick={openFind} class="open-find" keys="/">
      <Icon name="find" />
    </IconButton>
  );
}
