import type { recoveryEn } from "./recovery.en";

export const recoveryDe: typeof recoveryEn = {
  title: "Die Seite konnte nicht gezeigt werden",
  what: "Etwas in den Artikeln oder in dieser Seite verhindert die Darstellung. Was dieser Browser behalten hat, ist noch da.",
  start: "Ohne das Behaltene beginnen",
  save: "Das Behaltene als Datei sichern",
  saveNote:
    "Eine Datei mit den Artikeln und allem, was zu Stellen gesagt wurde. In jedem Browser auf dieser Seite ablegen, um sie wieder zu öffnen.",
  forget: "Vergessen",
  reallyForget: "Wirklich alles vergessen, was hier behalten ist?",
  nothing: "Hier ist nichts behalten, oder der Browser gibt es nicht heraus.",
  saved: "Gesichert:",
  forgotten: "Vergessen. Die Seite neu laden, um von vorn zu beginnen.",
};
