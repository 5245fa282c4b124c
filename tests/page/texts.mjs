// Articles about invented matters, short enough to know what is shared.

/** Word for word in both, but in another order. */
export const QUOTATION = "Nobody on the quay believed that the old crane would ever lift again";
export const KEPT =
  "The crane was built by the Dunmarrow ironworks and has stood unused beside the third basin for forty years";

export const LEFT = {
  name: "left.txt",
  text: `Old crane lifts again

${KEPT}. On Monday it raised a crate of eleven tonnes in front of a small crowd.

Engineers had replaced its cables and both of its brakes during the winter. “${QUOTATION},” said Mirel Tandow, who drove it until it was closed.

The town council will decide in June whether the crane may be used for ships.
`,
};

export const RIGHT = {
  name: "right.txt",
  text: `Crowd cheers at the basin

“${QUOTATION},” said Mirel Tandow. She had come with her grandchildren and a thermos of tea.

${KEPT}. On Monday it raised a crate of twelve tonnes in front of a small crowd.

A bakery nearby sold buns in the shape of a hook, and had none left at noon.
`,
};

export const THIRD = {
  name: "third.txt",
  text: `Rain spoils the regatta

Nine boats started in the morning and only two of them came back with a dry sail. The judges gave up counting before lunch.
`,
};

/** Shares nothing with the others. */
export const STRANGER = {
  name: "stranger.txt",
  text: `Beekeepers meet again

Members voted for new hives. Honey prices rose slightly.
`,
};
