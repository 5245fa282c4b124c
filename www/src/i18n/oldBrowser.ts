// What is said in a browser that cannot run the page. It is said by a script of its own, before the page's: see
// www/build/oldBrowser.ts. `{versions}` stands for the browsers that can.

/** What the script says, in each language of the page. */
export const oldBrowser = {
  en: {
    title: "This browser cannot run Twicetold",
    missing: "It does not have:",
    what: "Twicetold runs in {versions}, and in later ones. Update this browser, or open the page in another one.",
    off: "If it is up to date, somebody has switched this off: Lockdown Mode on Apple devices, enhanced security in Edge, or an administrator.",
    or: "or",
  },
  de: {
    title: "Dieser Browser kann Twicetold nicht ausführen",
    missing: "Ihm fehlt:",
    what: "Twicetold läuft in {versions} und in neueren. Bitte diesen Browser aktualisieren oder die Seite in einem anderen öffnen.",
    off: "Ist er aktuell, so hat es jemand abgeschaltet: der Blockierungsmodus auf Apple-Geräten, die erweiterte Sicherheit in Edge oder eine Verwaltung.",
    or: "oder",
  },
};
