// What the page says when it cannot be drawn. Plain texts alone: nothing here can fail.
export const recoveryEn = {
  title: "The page could not be shown",
  what: "Something in your articles, or in this page, kept it from being drawn. What is kept in this browser is still there.",
  start: "Start without what was kept",
  save: "Save what is kept as a file",
  saveNote:
    "A file with your articles and what you said of passages. Drop it on this page, in any browser, to open it again.",
  forget: "Forget it",
  reallyForget: "Really forget all that is kept here?",
  nothing: "Nothing is kept here, or the browser does not give it out.",
  saved: "Saved:",
  forgotten: "Forgotten. Load the page again to start anew.",
};
