// Helpers of the scripts of this folder; the probe puts this file before each of them.
const HTML_LENGTH = 200;
const REGIONS = [["main", "main, [role=main]"], ["nav", "nav, [role=navigation]"], ["header", "body > header, [role=banner]"], ["footer", "body > footer, [role=contentinfo]"]];
const squeeze = (text) => (text || "").replace(/\s+/g, " ").trim();
const opening = (element) => { const shallow = element.cloneNode(false).outerHTML; return shallow.slice(0, shallow.indexOf(">") + 1).slice(0, HTML_LENGTH); };
function path(element) {
  if (element.id && document.querySelectorAll("#" + CSS.escape(element.id)).length === 1) return "#" + CSS.escape(element.id);
  if (element === document.body || !element.parentElement) return element.localName;
  const alike = [...element.parentElement.children].filter((other) => other.localName === element.localName);
  return `${path(element.parentElement)} > ${CSS.escape(element.localName)}${alike.length > 1 ? `:nth-of-type(${alike.indexOf(element) + 1})` : ""}`;
}
const about = (element) => ({
  css: path(element), html: opening(element), name: squeeze(element.innerText || element.getAttribute("aria-label") || element.getAttribute("alt") || element.getAttribute("title")).slice(0, 80),
  region: (REGIONS.find(([, selector]) => element.closest(selector)) || ["page"])[0],
});
// Small boxes, clips and places far off keep words for screen readers only.
const tucked = (element) => {
  for (let box = element; box && box !== document.documentElement; box = box.parentElement) {
    const style = getComputedStyle(box);
    if (style.display === "inline" || style.display === "contents") continue;
    const rect = box.getBoundingClientRect();
    if (Number(style.opacity) === 0 || style.clip !== "auto" || /inset|polygon\(0px 0px/.test(style.clipPath)) return true;
    if (style.overflow !== "visible" && (rect.width <= 2 || rect.height <= 2)) return true;
    if (rect.right + scrollX < 0 || rect.bottom + scrollY < 0) return true;
  }
  return false;
};
const shown = (element) => element.getClientRects().length > 0 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !tucked(element);
const range = document.createRange();
const rectsOf = (node) => { range.selectNodeContents(node); return [...range.getClientRects()].filter((rect) => rect.width > 0.5 && rect.height > 0.5); };
const SILENT = "script, style, noscript, template, option, textarea, svg, head, iframe";
// Text nodes with letters that are seen, at most `most`.
function texts(most) {
  const found = [];
  const walker = document.createTreeWalker(document.body || document.documentElement, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(), turns = 0; node && turns < 8000 && found.length < most; node = walker.nextNode(), turns += 1) {
    if (/[\p{L}\p{N}]/u.test(node.data) && !node.parentElement.closest(SILENT) && shown(node.parentElement)) found.push(node);
  }
  return found;
}
const pause = (time) => new Promise((resolve) => { setTimeout(resolve, time); });
// Colours, as [red, green, blue, alpha].
const pen = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
function colour(value) {
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = "transparent";
  pen.fillStyle = value;
  pen.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}
const over = (top, under) => [0, 1, 2].map((at) => top[at] * top[3] + under[at] * (1 - top[3])).concat(1);
const part = (value) => { const share = value / 255; return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4; };
const light = ([red, green, blue]) => 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
const ratio = (one, other) => Math.round(100 * (Math.max(light(one), light(other)) + 0.05) / (Math.min(light(one), light(other)) + 0.05)) / 100;
// What lies behind an element, itself included; null where that is a picture, a gradient, a blend or a layer of another element.
function behind(element) {
  const layers = [];
  for (let box = element; box; box = box.parentElement) {
    const style = getComputedStyle(box);
    if (style.backgroundImage !== "none" || Number(style.opacity) < 1 || style.filter !== "none" || style.mixBlendMode !== "normal" || style.backdropFilter !== "none") return null;
    const own = colour(style.backgroundColor);
    if (own[3] > 0) layers.push(own);
    if (own[3] > 0.99) break;
    // Boxes out of the flow may lie on anything.
    if (/absolute|fixed|sticky/.test(style.position) && box !== document.body) return null;
  }
  return layers.reduceRight((under, layer) => over(layer, under), [255, 255, 255, 1]);
}
