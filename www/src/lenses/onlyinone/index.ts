import { computed } from "@preact/signals";
import { chosenPassage } from "../../store/passages";
import type { Lens } from "../lens";
import { selectStretch, stretches, stretchOrder } from "./items";
import { StretchList } from "./list";
import { OnlyInOneSummary } from "./summary";
import { OnlyInOne } from "./view";
import "./style.css";

/** What only one side says: the stretches that the other does not answer. */
export const onlyinone: Lens = {
  name: "onlyinone",
  count: computed(() => stretches.value.length),
  View: OnlyInOne,
  Summary: OnlyInOneSummary,
  List: StretchList,
  Detail: null,
  items: stretchOrder,
  select: selectStretch,
  apart: true,
  whole: true,
  early: false,
  passage: chosenPassage,
};
