import { computed } from "@preact/signals";
import { listed, selectPassage } from "../../store/passages";
import { choiceIn, neighbour } from "../../store/selection";

/** The passage the reader chose, by its number. */
export const choice = choiceIn("shared");

/** The numbers of the passages in the order of the list. */
export const numbers = computed(() => listed.value.map(({ number }) => number));

/** Chooses the next or the previous passage. */
export const stepPassage = (by: 1 | -1) => selectPassage(neighbour(numbers.value, choice.item.value, by));
