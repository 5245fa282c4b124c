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

/** Said twice on the left. */
export const COUNCIL = "The town council said that the tower would stay open until October";
/** Word for word in both, in the same place. */
export const CLEANED = "Volunteers had cleaned every one of its 200 lenses";

/** Says one sentence twice, names who spoke after the quotation, and has what the other moved to its end. */
export const LAMP_LEFT = {
  name: "left.txt",
  text: `Lighthouse lamp burns again

The lamp of the old lighthouse at Port Vesh burned on Friday night for the first time in 31 years. ${CLEANED} by hand.

“We did not believe that it would ever turn again,” said Iva Morrow, head of the volunteers of Port Vesh.

${COUNCIL}. Ships no longer need the light, the harbour master said, but the fishermen asked for it.

Tickets cost four crowns, and children under ten pay nothing.

${COUNCIL}.
`,
};
export const LAMP_RIGHT = {
  name: "right.txt",
  text: `A light over the water

Tickets cost four crowns, and children under ten pay nothing.

The lamp of the old lighthouse at Port Vesh burned on Friday night for the first time in 30 years. ${CLEANED} with soft brushes.

Iva Morrow, head of the volunteers of Port Vesh, told us: “We did not believe that it would ever turn again.”

${COUNCIL}. A choir sang on the pier until midnight.
`,
};
