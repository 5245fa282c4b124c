import { computed } from "@preact/signals";
import { chosenPassage, selectPassage, shown } from "../../store/passages";
import type { Lens } from "../lens";
import { DetailPanel } from "./detailPanel";
import { numbers } from "./items";
import { PassageList } from "./list";
import { SharedSummary } from "./summary";
import { Shared } from "./view";
import "./style.css";

/** What both share: the passages, marked and numbered in the articles. */
export const shared: Lens = {
  name: "shared",
  count: computed(() => shown.value.size),
  View: Shared,
  Summary: SharedSummary,
  List: PassageList,
  Detail: DetailPanel,
  items: numbers,
  select: selectPassage,
  apart: true,
  whole: true,
  early: true,
  passage: chosenPassage,
};
