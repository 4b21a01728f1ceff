// Hands back {missing: number, ask: [address]}: style sheets for this screen that did not load, and those of files that a page may not read.
// Sheets of fonts alone do not count: the layout is the same without them.
const done = arguments[arguments.length - 1];
const FONTS = /fonts?[.-]|font-?awesome|typekit|\/icons?\b/i;
async function look() {
  const said = { missing: 0, ask: [] };
  const waits = [];
  for (const link of document.querySelectorAll("link[rel~=stylesheet][href]:not([disabled])")) {
    if (FONTS.test(link.href) || (link.media && !matchMedia(link.media).matches)) continue;
    let rules = null;
    try { rules = link.sheet ? link.sheet.cssRules.length : 0; } catch { rules = null; }
    if (rules === 0) said.missing += 1;
    else if (rules === null && link.href.startsWith("file:")) said.ask.push(link.href);
    else if (rules === null && location.protocol === "file:") said.missing += 1; // a page of a file loads nothing from the network
    else if (rules === null) waits.push(fetch(link.href, { mode: "no-cors", signal: AbortSignal.timeout(2000) }).catch(() => { said.missing += 1; }));
  }
  await Promise.all(waits);
  return said;
}
look().then(done, (error) => done({ error: String(error) }));
