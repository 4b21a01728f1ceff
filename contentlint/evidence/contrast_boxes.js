// Finds the boxes of the letters of elements (arguments[0]: selectors), makes their text transparent and returns
// {x, y, width, height} of the rectangle of the page that holds them all, or null. contrast_measure.js goes on.
const MOST_LETTERS = 400;
const range = document.createRange();
const items = [];
const squeeze = (text) => (text || "").replace(/\s+/g, " ").trim();
for (const selector of arguments[0]) {
  let element = null;
  try { element = document.querySelector(selector); } catch { continue; }
  if (!element) continue;
  const style = getComputedStyle(element);
  const letters = [];
  // What scrolls or is clipped out of sight has other pixels in its place.
  const frame = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
  for (let up = element; up && up !== document.body; up = up.parentElement) {
    if (getComputedStyle(up).overflow === "visible") continue;
    const edge = up.getBoundingClientRect();
    frame.left = Math.max(frame.left, edge.left); frame.top = Math.max(frame.top, edge.top);
    frame.right = Math.min(frame.right, edge.right); frame.bottom = Math.min(frame.bottom, edge.bottom);
  }
  for (const node of element.childNodes) {
    if (node.nodeType !== 3) continue;
    for (let at = 0; at < node.length && letters.length < MOST_LETTERS; at += 1) {
      if (!/[\p{L}\p{N}]/u.test(node.data[at])) continue;
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const rect = range.getBoundingClientRect();
      const whole = rect.left >= frame.left - 1 && rect.right <= frame.right + 1 && rect.top >= frame.top - 4 && rect.bottom <= frame.bottom + 4;
      if (rect.width > 0 && rect.height > 0 && whole) letters.push([rect.left + scrollX, rect.top + scrollY, rect.width, rect.height]);
    }
  }
  if (!letters.length) continue;
  const canvas = new OffscreenCanvas(1, 1).getContext("2d");
  canvas.fillStyle = style.color;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
  let opacity = alpha / 255;
  for (let up = element; up; up = up.parentElement) opacity *= Number(getComputedStyle(up).opacity);
  const shallow = element.cloneNode(false).outerHTML;
  items.push({
    element, kept: element.getAttribute("style"), letters, colour: [red, green, blue, opacity],
    fact: { css: selector, html: shallow.slice(0, shallow.indexOf(">") + 1).slice(0, 200), name: squeeze(element.textContent).slice(0, 80),
      size: parseFloat(style.fontSize), bold: Number(style.fontWeight) >= 700, shadow: style.textShadow !== "none",
      disabled: Boolean(element.closest(":disabled, [aria-disabled=true]")) },
  });
}
if (!items.length) return null;
for (const { element } of items) {
  for (const [name, value] of [["color", "transparent"], ["-webkit-text-fill-color", "transparent"], ["text-shadow", "none"], ["transition", "none"]]) {
    element.style.setProperty(name, value, "important");
  }
}
const all = items.flatMap((item) => item.letters);
const x = Math.max(0, Math.floor(Math.min(...all.map((box) => box[0]))));
const y = Math.max(0, Math.floor(Math.min(...all.map((box) => box[1]))));
window.contentlintContrast = { items, x, y };
return { x, y, width: Math.ceil(Math.max(...all.map((box) => box[0] + box[2]))) - x, height: Math.ceil(Math.max(...all.map((box) => box[1] + box[3]))) - y };
