/** Width up to which one side is shown at a time, in pixels; the same as in the style sheets. */
const PHONE = 700;
export const isPhone = () => window.innerWidth <= PHONE;

/** Where in a column the reader's eye is taken to be, as a share of its height. */
export const EYE = 0.3;

/** For what scrolls: it must be reachable by keyboard, though it does nothing by itself. */
export const REACHABLE = { tabIndex: 0 };

/** What scrolls on a phone: the page, so that the browser's own bars make room. */
export const thePage = () => document.scrollingElement as HTMLElement;
