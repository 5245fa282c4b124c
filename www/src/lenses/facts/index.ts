import { computed } from "@preact/signals";
import { chosenFact, factCounts, factOrder, selectFact } from "../../store/facts";
import { passageOf } from "../../store/passages";
import type { Lens } from "../lens";
import { FactsSummary } from "./summary";
import { Facts } from "./view";
import "./style.css";

/** Where the two differ in fact. */
export const facts: Lens = {
  name: "facts",
  count: computed(() => factCounts.value.telling),
  View: Facts,
  Summary: FactsSummary,
  List: null,
  Detail: null,
  items: factOrder,
  select: selectFact,
  apart: false,
  whole: false,
  early: false,
  passage: () => passageOf(chosenFact()?.passage ?? null),
  quotation: () => {
    const fact = chosenFact();
    return fact?.kind === "quotation" ? fact : null;
  },
};
