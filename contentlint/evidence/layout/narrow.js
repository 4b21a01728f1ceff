// Hands back [{…about, kind, over: px past the right edge}]: what makes a page of 320 px scroll sideways, or is cut off there.
// kind: "text", "box", "word" (one long word), "line" (told not to wrap), "image", "frame", "banner" (of cookies), or "cut" where the page does not scroll.
const done = arguments[arguments.length - 1];
const EXEMPT = "input[type=file], [role=table], [role=grid], [role=treegrid], [role=toolbar], [role=application], [role=math], svg, canvas, map, video, object, embed, pre, code, math, [contenteditable=true]";
const DRAWING = /(^|[\s_-])(maps?|leaflet|ol|mapboxgl|chart|graph|diagram|toolbar|gantt|timetable|calendar)([\s_-]|$)/i;
const BANNER = /cookie|consent|^ccc|onetrust|gdpr/i;
const words = (element) => `${element.id} ${element.getAttribute("class") || ""}`;
const up = function* (element) { for (let box = element; box && box !== document.documentElement; box = box.parentElement) yield box; };
const data = (table) => table && table.getAttribute("role") !== "presentation" && table.getAttribute("role") !== "none" && table.querySelector("th, caption, [role=columnheader]");
const exempt = (element) => element.closest(EXEMPT) || data(element.closest("table"))
  || [...up(element)].some((box) => box !== document.body && DRAWING.test(words(box)))
  || (element.localName === "iframe" && /map|video|youtu|vimeo|player|chart|power ?bi|tableau/i.test(`${element.src} ${element.title}`));
const edge = document.documentElement.clientWidth;
const held = (element) => [...up(element.parentElement)].some((box) => box !== document.body && getComputedStyle(box).overflowX !== "visible");
// What floats, or waits beyond the edge, does not widen what people read.
const away = (element) => [...up(element)].some((box) => {
  const style = getComputedStyle(box);
  return style.position === "fixed" || (box.getBoundingClientRect().left >= edge - 1 && (style.position === "absolute" || style.transform !== "none" || style.translate !== "none"));
});
const kindOf = (element, long) => {
  if ([...up(element)].some((box) => box !== document.body && BANNER.test(words(box)))) return "banner";
  if (element.localName === "img" || element.localName === "picture") return "image";
  if (element.localName === "iframe") return "frame";
  if (/nowrap|pre$/.test(getComputedStyle(element).whiteSpace)) return "line";
  return long ? "word" : squeeze(element.innerText) ? "text" : "box";
};
async function look() {
  await document.fonts.ready;
  await pause(150);
  const root = document.documentElement;
  const still = (box) => /hidden|clip/.test(getComputedStyle(box).overflowX);
  const hidden = still(root) || (document.body && still(document.body));
  if (!document.body || /^vertical|^sideways/.test(getComputedStyle(document.body).writingMode)) return [];
  if (!hidden && document.scrollingElement.scrollWidth - edge <= 1) return [];
  const past = new Map();
  let turns = 0;
  for (const element of document.body.querySelectorAll("*")) {
    if ((turns += 1) > 8000) break;
    const rect = element.getBoundingClientRect();
    if (rect.right > edge + 1 && rect.width > 2 && rect.height > 2 && shown(element) && !held(element) && !away(element)) past.set(element, rect.right - edge);
  }
  const lines = new Map();
  for (const node of texts(3000)) {
    const right = Math.max(...rectsOf(node).map((rect) => rect.right), 0);
    if (right > edge + 1 && !held(node.parentElement) && getComputedStyle(node.parentElement).overflowX === "visible" && !away(node.parentElement)) lines.set(node.parentElement, right - edge);
  }
  const inside = (element) => [...past.keys(), ...lines.keys()].filter((other) => element !== other && element.contains(other));
  const found = [];
  const add = (element, long, lost, reads = true) => {
    const told = kindOf(element, long);
    const kind = reads || told === "banner" ? told : "box";
    if (found.length < 12) found.push({ ...about(element), kind: hidden && kind !== "banner" ? "cut" : kind, over: Math.round(lost) });
  };
  if (hidden) {
    for (const [element, lost] of lines) if (!exempt(element) && lost > 12 && ![...lines.keys()].some((other) => other !== element && other.contains(element))) add(element, false, lost);
    return found;
  }
  for (const [element, lost] of past) {
    if ([...up(element.parentElement)].some((box) => past.has(box))) continue;
    const leaves = inside(element).filter((other) => !inside(other).length);
    if (exempt(element) || (leaves.length && leaves.every(exempt))) continue;
    // An empty edge that hangs over, as negative margins do, takes nothing from what people read.
    const reads = [element, ...inside(element)].some((other) => lines.has(other) || other.matches("img, input, button, select, textarea, iframe"));
    if (!reads && lost <= 24) continue;
    add(element, lines.has(element) && getComputedStyle(element).display === "inline", lost, reads);
  }
  for (const [element, lost] of lines) if (!past.has(element) && ![...up(element)].some((box) => past.has(box)) && !exempt(element)) add(element, true, lost);
  return found;
}
look().then(done, (error) => done({ error: String(error) }));
