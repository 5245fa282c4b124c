/** How long an address may be that browsers open: Firefox allows a mebibyte. */
export const LONGEST_ADDRESS = 1_000_000;

/**
 * Runs on the web page that is read, written as text into the bookmark: so it may use nothing but its
 * arguments. Sends what is selected, or the document without what is no text, in the fragment of this
 * page's address, which browsers send to no server; where such an address cannot be opened, it copies.
 */
function send(target: string, longest: number, copied: string, byHand: string): void {
  const page = document.documentElement.cloneNode(true) as HTMLElement;
  const extra =
    'script:not([type="application/ld+json"]),style,noscript,template,svg,canvas,iframe,link,img,picture,video,audio';
  for (const element of page.querySelectorAll(extra)) element.remove();
  const chosen = getSelection();
  const selection = Boolean(chosen && String(chosen).trim());
  const body = page.querySelector("body");
  if (chosen && selection && body) {
    const holder = document.createElement("article");
    for (let at = 0; at < chosen.rangeCount; at += 1) holder.append(chosen.getRangeAt(at).cloneContents());
    for (const element of holder.querySelectorAll(extra)) element.remove();
    body.replaceChildren(holder);
  }
  const json = JSON.stringify({ html: page.outerHTML, address: location.href, selection });
  const stream = new Blob([json]).stream().pipeThrough(new CompressionStream("gzip"));
  const making = new Response(stream).arrayBuffer().then((buffer) => {
    let binary = "";
    for (const byte of new Uint8Array(buffer)) binary += String.fromCharCode(byte);
    const packed = btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
    return `${target}#page=${packed}`;
  });
  // Some browsers open a tab, or copy, within the turn of the click alone: the address comes later.
  const opens = target.startsWith("http") || location.protocol === "file:";
  const tab = opens ? open("", "_blank") : null;
  const copy = () => {
    const { clipboard } = navigator;
    const plain = making.then((address) => new Blob([address], { type: "text/plain" }));
    const done =
      typeof ClipboardItem === "undefined" || !clipboard.write
        ? making.then((address) => clipboard.writeText(address))
        : clipboard.write([new ClipboardItem({ "text/plain": plain })]);
    done.then(
      () => alert(copied),
      () => making.then((address) => prompt(byHand, address)),
    );
  };
  if (!tab) {
    copy();
    return;
  }
  tab.opener = null;
  void making.then((address) => {
    if (address.length >= longest) {
      tab.close();
      copy();
      return;
    }
    // By a link, for it can keep to itself where it stands.
    const link = tab.document.createElement("a");
    link.href = address;
    link.rel = "noreferrer";
    tab.document.documentElement.append(link);
    link.click();
  });
}

/** The address of the bookmark that sends web pages to `target`; the other two are what it says. */
export function bookmarklet(target: string, copied: string, byHand: string): string {
  const given = [target, LONGEST_ADDRESS, copied, byHand].map((one) => JSON.stringify(one)).join(",");
  return `javascript:${encodeURIComponent(`(${send})(${given})`)}`;
}
