// Hands back {angles: {path: {…about, angle: degrees, share: of the page's letters}}, asks: […about]}: what is turned, and messages that ask to
// turn the screen. Called once for each way the screen is held; what was there in one position only is not turned, so the second call leaves
// that out of its angles and names it in `gone`. arguments[0]: "first" or "second".
const [turn, done] = arguments;
const ASKS = /\b(?:rotate|turn)\s+(?:your|the)\s+(?:device|phone|tablet|screen|ipad)\b|\b(?:only\s+(?:works|available|supported)|please\s+(?:use|view|switch))\b[^.]{0,40}\b(?:portrait|landscape)\b/i;
function angle(element) {
  const style = getComputedStyle(element);
  let turn = 0;
  if (style.transform !== "none") { const matrix = new DOMMatrixReadOnly(style.transform); turn = Math.atan2(matrix.b, matrix.a) * 180 / Math.PI; }
  const own = /(?:^|\s)(-?[\d.]+)deg$/.exec(style.rotate);
  if (own && !/^[xy] /.test(style.rotate)) turn += Number(own[1]);
  return turn;
}
async function look() {
  await pause(150);
  const whole = squeeze(document.body && document.body.innerText).length || 1;
  const angles = {};
  for (const element of [...document.querySelectorAll("html, body, body *")].slice(0, 6000)) {
    if (element.closest("svg, head") && element !== document.documentElement) continue;
    const style = getComputedStyle(element);
    if ((style.transform === "none" && style.rotate === "none") || !element.getClientRects().length || element.getAnimations().length) continue;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const words = squeeze(element.innerText);
    const big = element.querySelector("img, video, canvas") || /img|video|canvas/.test(element.localName);
    const rect = element.getBoundingClientRect();
    if (/[\p{L}\p{N}]/u.test(words) || (big && rect.width * rect.height > innerWidth * innerHeight / 5)) angles[path(element)] = { ...about(element), angle: angle(element), share: words.length / whole };
  }
  const there = (element) => element.getClientRects().length > 0 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const gone = [];
  if (turn === "first") {
    window.contentlintThere = { seen: new Set([...document.querySelectorAll("html, body, body *")].slice(0, 6000).filter(there)), turned: Object.keys(angles) };
  } else {
    const { seen, turned } = window.contentlintThere;
    delete window.contentlintThere;
    for (const css of Object.keys(angles)) if (!seen.has(document.querySelector(css))) delete angles[css];
    for (const css of turned) { const element = document.querySelector(css); if (!element || !there(element)) gone.push(css); }
  }
  const asks = texts(2000).filter((node) => ASKS.test(node.data)).map((node) => about(node.parentElement)).slice(0, 4);
  return { angles, asks, gone };
}
look().then(done, (error) => done({ error: String(error) }));
