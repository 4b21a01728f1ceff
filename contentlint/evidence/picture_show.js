// Draws an outline round an element, in sight, and tells what to cut out. arguments[0]: {selector, tag: the name that
// the element must have, or "", width, height: of the picture, in CSS pixels}. Gives {x, y, width, height, scale} of
// the page, or null where there is nothing to see. picture_hide.js takes the outline away.
const { selector, tag, width: most, height: highest } = arguments[0];
const GAP = 3;
const LINE = 4;
const MARGIN = 56;
const LEAST = { width: 460, height: 170 };
const SMALLEST = 0.5; // scale; what is larger still is cut off at the right and at the foot

// The selectors that lead through frames and shadow roots are joined by spaces: go into the first that is one of these.
function find(root, words) {
  try { const whole = root.querySelector(words.join(" ")); if (whole) return [whole]; } catch { /* not one selector */ }
  for (let at = words.length - 1; at > 0; at -= 1) {
    let outer = null;
    try { outer = root.querySelector(words.slice(0, at).join(" ")); } catch { continue; }
    if (!outer) continue;
    let inside = null;
    try { inside = outer.shadowRoot || outer.contentDocument; } catch { /* a frame of another site */ }
    if (inside) { const found = find(inside, words.slice(at)); return found && (outer.shadowRoot ? found : [outer, ...found]); }
    if (/^i?frame$/.test(outer.localName)) return [outer];
  }
  return null;
}
const path = find(document, selector.split(" "));
if (!path) return null;
const element = path[path.length - 1];
if (tag && element.localName !== tag && !/^i?frame$/.test(element.localName)) return null;
if (["html", "body", "head", "main"].includes(element.localName) || !element.getClientRects) return null;
if (element.checkVisibility && !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return null;

const freeze = (view) => {
  try {
    const still = new view.CSSStyleSheet();
    still.replaceSync("*, *::before, *::after { transition: none !important; animation-play-state: paused !important; caret-color: transparent !important; scroll-behavior: auto !important; }");
    view.document.adoptedStyleSheets = [...view.document.adoptedStyleSheets, still];
    for (const one of view.document.getAnimations()) { try { one.finish(); } catch { one.pause(); } }
    for (const film of view.document.querySelectorAll("video, audio")) film.pause();
  } catch { /* a page may replace any of this */ }
};
freeze(window);
element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });

// Its box in the window of the page, which frames move and clip.
let box = element.getBoundingClientRect();
if (/^(p|h[1-6]|li|dt|dd|td|th|div|blockquote|figcaption|label)$/.test(element.localName) && element.textContent.trim()) {
  const range = element.ownerDocument.createRange(); // a short line in a wide block: its words are the spot
  range.selectNodeContents(element);
  const words = range.getBoundingClientRect();
  if (words.width > 0 && words.height > 0 && words.width < box.width && words.height <= box.height) box = words;
}
const rect = { left: box.left, top: box.top, right: box.right, bottom: box.bottom };
for (const frame of path.slice(0, -1).reverse()) {
  freeze(frame.contentWindow);
  const outer = frame.getBoundingClientRect();
  rect.left = Math.max(outer.left, rect.left + outer.left + frame.clientLeft);
  rect.right = Math.min(outer.right, rect.right + outer.left + frame.clientLeft);
  rect.top = Math.max(outer.top, rect.top + outer.top + frame.clientTop);
  rect.bottom = Math.min(outer.bottom, rect.bottom + outer.top + frame.clientTop);
}
const wide = rect.right - rect.left;
const high = rect.bottom - rect.top;
const pageWidth = document.documentElement.clientWidth;
const pageHeight = innerHeight;
if (!(wide > 0 || high > 0) || (wide <= 1 && high <= 1)) return null; // nothing, or for screen readers only
if (rect.right <= 0 || rect.bottom <= 0 || rect.left >= pageWidth || rect.top >= pageHeight) return null;

const scale = Math.max(SMALLEST, Math.min(1, most / (wide + 2 * MARGIN), highest / (high + 2 * MARGIN)));
const span = (low, size, least, cap, limit) => {
  const length = Math.min(limit, cap / scale, Math.max(least / scale, size + 2 * MARGIN));
  const start = size + 2 * GAP + 2 * LINE > length ? low - GAP - 2 * LINE : low + size / 2 - length / 2;
  return [Math.max(0, Math.min(limit - length, start)), length];
};
const [x, width] = span(rect.left, wide, LEAST.width, most, pageWidth);
const [y, height] = span(rect.top, high, LEAST.height, highest, pageHeight);

const ring = document.createElement("contentlint-ring");
const edge = GAP + LINE;
const look = {
  all: "initial", position: "fixed", display: "block", margin: "0", padding: "0", inset: "auto", background: "transparent",
  left: `${Math.max(2, rect.left - edge)}px`, top: `${Math.max(2, rect.top - edge)}px`, "box-sizing": "border-box", overflow: "visible",
  width: `${Math.min(pageWidth - 2, rect.right + edge) - Math.max(2, rect.left - edge)}px`,
  height: `${Math.max(2 * edge, Math.min(pageHeight - 2, rect.bottom + edge) - Math.max(2, rect.top - edge))}px`,
  border: `${LINE}px solid #d4006a`, "border-radius": "4px", "box-shadow": "0 0 0 2px #fff, inset 0 0 0 1px #fff",
  "pointer-events": "none", "z-index": "2147483647",
};
for (const [name, value] of Object.entries(look)) ring.style.setProperty(name, value, "important");
document.documentElement.append(ring);
try { ring.popover = "manual"; ring.showPopover(); } catch { /* then only what is in front of everything hides it */ }
return { x: x + scrollX, y: y + scrollY, width, height, scale };
