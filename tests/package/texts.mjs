// Two reports of one evening, of which the package's tests know what differs.

export const LEFT = [
  "Tram stops in the tunnel",
  "The last tram of the Harbour line stopped in the Quay tunnel on Monday night. 38 people walked out along the rails.",
  "A cable had burned through near the pumping house. Nobody was hurt, the operator said.",
  "The tunnel was opened in 1931 and holds two tracks.",
];
export const RIGHT = [
  "Tram stops in the tunnel",
  "A cable had burned through near the pumping house. Nobody was hurt, the operator said.",
  "The last tram of the Harbour line stopped in the Quay tunnel on Tuesday night. 83 people walked out along the rails.",
  "Passengers were given tea by the fire brigade.",
];

export const asText = (lines) => lines.join("\n\n");
export const asHtml = ([title, ...paragraphs]) =>
  `<h2>${title}</h2>${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join("")}`;
