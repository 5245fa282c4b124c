import { computed } from "@preact/signals";
import { chosenPassage } from "../../store/passages";
import type { Lens } from "../lens";
import { changedRows, laidOut, listedRows, selectRow } from "./items";
import { RowList } from "./list";
import { SideBySideSummary } from "./summary";
import { SideBySide } from "./view";
import "./style.css";

/** Both articles sentence by sentence, with the edits: the rows. */
export const sidebyside: Lens = {
  name: "sidebyside",
  count: computed(() => changedRows.value.length),
  View: SideBySide,
  Summary: SideBySideSummary,
  List: RowList,
  Detail: null,
  items: listedRows,
  select: selectRow,
  apart: false,
  whole: true,
  early: false,
  passage: chosenPassage,
  prepare: () => void laidOut.peek(),
};
