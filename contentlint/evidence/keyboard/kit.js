// Put into the page as window.contentlintKeys, after gather/_kit.js as `kit`. What its functions hand back is plain JSON.
// An element is known by its number in `elements`, in the order of the first time it had the focus.
kit.headings();
const still = new CSSStyleSheet();
still.replaceSync(`*, ::before, ::after { transition: none !important; animation-duration: 1ms !important; animation-delay: 0s !important;
  animation-iteration-count: 1 !important; caret-color: transparent !important; scroll-behavior: auto !important }`);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];
const elements = [], changes = [];
let touched = [], out = false;

// What the page tries to do on its own: noted, and kept from happening.
const note = (kind, what) => { if (changes.length < 50) changes.push({ kind, what: String(what || "").slice(0, 200) }); };
const old = { open: window.open, submit: HTMLFormElement.prototype.submit };
window.open = (url) => { note("window", url); return null; };
HTMLFormElement.prototype.submit = function () { note("submit", this.action); };
const onSubmit = (event) => { note("submit", event.target.action); event.preventDefault(); };
const onNavigate = (event) => { if (!event.hashChange && !event.destination.sameDocument) { note("page", event.destination.url); if (event.cancelable) event.preventDefault(); } };
const onFocus = (event) => touched.push(event.composedPath()[0]);
const onBlur = (event) => { if (event.target === window) out = true; };
window.addEventListener("submit", onSubmit, true);
window.addEventListener("focus", onFocus, true);
window.addEventListener("blur", onBlur);
if (window.navigation) navigation.addEventListener("navigate", onNavigate);

function active() {
  let found = document.activeElement;
  while (found && found.shadowRoot && found.shadowRoot.activeElement) found = found.shadowRoot.activeElement;
  return found && found !== document.body && found !== document.documentElement ? found : null;
}
const number = (element) => { const at = elements.indexOf(element); return at < 0 ? elements.push(element) - 1 : at; };
const heads = () => kit.squeeze([...document.querySelectorAll("h1")].filter((one) => one.checkVisibility()).map((one) => one.textContent).join(" | "));
const FIXED = new Set(["fixed", "sticky"]);
const up = (element) => element.parentElement || (element.getRootNode().host ?? null);
function upTo(element, test) {
  for (let one = element; one; one = up(one)) if (test(one)) return one;
  return null;
}
const fixedAround = (element) => upTo(element, (one) => FIXED.has(getComputedStyle(one).position));
const DIALOG = "dialog[open], [role=dialog], [role=alertdialog], [aria-modal=true]";
const EDITABLE = "input:not([type=button], [type=submit], [type=reset], [type=image], [type=checkbox], [type=radio], [type=range], [type=color], [type=file]), textarea";
const INNER = "iframe, frame, object, embed, video, audio, input[type=date], input[type=time], input[type=datetime-local], input[type=month], input[type=week], input[type=file]";
const label = (element) => kit.squeeze(element.getAttribute("aria-label") || kit.pointed(element, "aria-labelledby")
  || (element.labels && [...element.labels].map((one) => one.textContent).join(" ")) || (element.localName !== "select" && element.innerText) || element.getAttribute("alt")
  || element.querySelector?.("img[alt]")?.alt || element.title || element.placeholder || (element.matches("input") ? element.value : "")).slice(0, 80);
const plain = ({ x, y, width, height }) => ({ x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) });

// Whether something fixed lies over every point of a grid on the element's first line box that the window shows.
function cover(element) {
  const boxes = [...element.getClientRects()].filter((one) => one.width > 2 && one.height > 2);
  if (!boxes.length || getComputedStyle(element).opacity === "0") return null;
  let found = null, points = 0;
  for (const box of boxes) {
    for (let row = 0; row < 5; row++) {
      for (let column = 0; column < 5; column++) {
        const x = box.left + 1 + (column * (box.width - 2)) / 4, y = box.top + 1 + (row * (box.height - 2)) / 4;
        if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) continue;
        points++;
        const hit = document.elementFromPoint(x, y);
        if (!hit || hit === element || hit.contains(element) || element.contains(hit) || hit.closest("label")?.control === element || element.getRootNode() !== document) return null;
        const fixed = fixedAround(hit);
        if (!fixed || fixed.contains(element) || !opaque(hit, fixed)) return null;
        found = fixed;
      }
    }
  }
  return points ? found : null;
}
function opaque(hit, fixed) {
  let filled = false;
  for (let one = hit; one; one = up(one)) {
    const style = getComputedStyle(one);
    if (Number(style.opacity) < 0.6) return false;
    const alpha = /rgba\(.*,\s*([\d.]+)\)/.exec(style.backgroundColor);
    if (style.backgroundImage !== "none" || one.matches("img, video, canvas, iframe") || !alpha || Number(alpha[1]) > 0.8) filled = true;
    if (one === fixed) break;
  }
  return filled;
}

const LOOKS = ["outlineStyle", "outlineWidth", "outlineColor", "boxShadow", "backgroundColor", "backgroundImage", "borderTopColor", "borderTopWidth",
  "borderBottomColor", "borderBottomWidth", "borderLeftWidth", "color", "textDecorationLine", "textDecorationColor", "textDecorationThickness",
  "opacity", "filter", "transform", "fontWeight", "clip", "clipPath", "width", "height", "left", "top", "zIndex", "visibility", "display", "content"];
function looks(element) {
  const read = (one, pseudo) => { const style = getComputedStyle(one, pseudo);
    const bare = style.outlineStyle === "none" || style.outlineWidth === "0px";
    return LOOKS.map((name) => (bare && name.startsWith("outline") ? "" : style[name])).join("|");
  };
  const near = [element, ...(element.labels || []), element.parentElement, element.nextElementSibling, element.firstElementChild].filter(Boolean);
  return near.flatMap((one) => [read(one), read(one, "::before"), read(one, "::after")]);
}
const changed = (now, before) => now.map((one, at) => (one === before[at] ? "" : `${at}: ${one}`)).filter(Boolean).join("¦");
function clip(element) {
  const boxes = [element, ...(element.labels || []), element.nextElementSibling].filter((one) => one && one.getClientRects().length).map((one) => one.getBoundingClientRect());
  const left = Math.max(0, Math.min(...boxes.map((one) => one.left)) - 16), top = Math.max(0, Math.min(...boxes.map((one) => one.top)) - 16);
  const right = Math.min(innerWidth, Math.max(...boxes.map((one) => one.right)) + 16), bottom = Math.min(innerHeight, Math.max(...boxes.map((one) => one.bottom)) + 16);
  return right - left > 1 && bottom - top > 1 ? { x: left + scrollX, y: top + scrollY, width: right - left, height: bottom - top } : null;
}

const follows = (one, other) => Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
function target(link) {
  let id = link.hash.slice(1);
  try { id = decodeURIComponent(id); } catch { /* as it stands */ }
  return id ? document.getElementById(id) || document.getElementsByName(id)[0] || null : null;
}

function describe(element) {
  const box = element.getBoundingClientRect(), dialog = element.closest(DIALOG), over = cover(element);
  const hidden = box.width < 3 || box.height < 3 || box.right <= 0 || box.bottom <= 0 || box.left >= innerWidth || box.top >= innerHeight
    || /^rect\((0px|1px), (0px|1px), (0px|1px), (0px|1px)\)$/.test(getComputedStyle(element).clip);
  return { ...kit.about(element), name: label(element), box: plain({ x: box.x + scrollX, y: box.y + scrollY, width: box.width, height: box.height }),
    tabindex: element.tabIndex, fixed: Boolean(fixedAround(element)), dialog: dialog && kit.path(dialog), hidden,
    inner: element.matches(INNER), editable: element.matches(EDITABLE) || element.isContentEditable, local: element.matches("a[href^='#']"), cover: over && { ...kit.about(over), name: kit.squeeze(over.innerText).slice(0, 80) } };
}

// What may take a click and yet no focus.
const CONTROLS = "a[href], area[href], button, input, select, textarea, summary, iframe, [contenteditable], audio, video, label";
const PARTS_OF_WIDGETS = new Set(["option", "menuitem", "menuitemcheckbox", "menuitemradio", "tab", "treeitem", "gridcell", "row", "cell", "columnheader", "rowheader"]);
const WIDE = 0.4, LONG = 200;
function mouse(element) {
  if (!(element instanceof HTMLElement || element instanceof SVGElement) || element.matches("html, body, main, form")) return null;
  const box = element.getBoundingClientRect(), style = getComputedStyle(element);
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || box.width < 5 || box.height < 5) return null;
  if (box.width * box.height > WIDE * innerWidth * innerHeight) return null;
  const open = (one) => one.matches(CONTROLS) || (one.hasAttribute("tabindex") && one.tabIndex >= 0);
  if (element.hasAttribute("tabindex") || upTo(element, open) || element.querySelector(CONTROLS + ", [tabindex]")) return null;
  if (PARTS_OF_WIDGETS.has(element.getAttribute("role")) || element.getAttribute("onclick")?.trim() === "") return null;
  const words = label(element);
  if (!words || kit.squeeze(element.textContent).length > LONG) return null;
  // A control of the same name beside it does the same.
  if ([...document.querySelectorAll(CONTROLS + ", [tabindex='0']")].some((one) => one.checkVisibility() && label(one) === words)) return null;
  return { ...kit.about(element), name: words, pointer: style.cursor === "pointer", role: element.getAttribute("role"), silent: Boolean(element.closest("[aria-hidden=true]")) };
}

// What changed on the page since it was last asked: {nodes, attributes, focus, changes}.
const SMALL = /^(?:data-|aria-busy$)/;
let watcher = null;
const seen = [];
function effects() {
  const said = { nodes: 0, attributes: 0, focus: false, changes: changes.splice(0) };
  for (const record of [...seen.splice(0), ...watcher.takeRecords()]) {
    if (record.target === document.documentElement || record.target === document.body || !record.target.isConnected || record.target.nodeName === "SCRIPT") continue;
    if (record.type === "attributes") said.attributes += !SMALL.test(record.attributeName);
    else said.nodes += 1;
  }
  const found = active();
  said.focus = found ? label(found) || found.localName : null;
  found?.blur();
  return said;
}

window.contentlintKeys = {
  mouse,
  watch() {
    active()?.blur();
    watcher = new MutationObserver((records) => seen.push(...records));
    watcher.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  },
  effects,
  press(at) { elements[at].click(); },
  // Fields whose value may be changed, by number, with what a reader is told before them.
  fields: () => [...document.querySelectorAll("select, input[type=radio], input[type=checkbox]")]
    .filter((one) => !one.disabled && !one.multiple && one.checkVisibility() && !one.closest("[aria-hidden=true]")).slice(0, 200)
    .map((one) => ({ ...kit.about(one), at: number(one), name: label(one), kind: one.type,
      told: kit.squeeze([kit.pointed(one, "aria-describedby"), label(one), one.closest("form, fieldset, p, div")?.innerText].join(" ")).slice(0, 600) })),
  change(at) {
    const field = elements[at];
    if (!field.isConnected) return;
    if (field.localName === "select") {
      const open = [...field.options].filter((one) => !one.disabled && one.index !== field.selectedIndex);
      if (!open.length) return;
      field.selectedIndex = open[open.length > 1 && !open[0].value ? 1 : 0].index;
      for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
    } else field.click();
  },
  elements, active, label, describe, kit, heads,
  // {left: the focus went to the browser, out: it did so since last asked, at: number or null, fresh, about, thrown: what had it and lost it at once, changes, heads}
  stop() {
    const found = active(), known = found ? elements.includes(found) : false, at = found ? number(found) : null;
    const passed = touched.filter((one) => one instanceof Element).pop();
    const went = out;
    touched = [];
    out = false;
    const thrown = !found && document.hasFocus() && passed && passed.isConnected ? { ...kit.about(passed), name: label(passed) } : null;
    return { left: !document.hasFocus() && !found, out: went, at, fresh: Boolean(found) && !known, about: found && !known ? describe(found) : null, thrown,
      changes: changes.splice(0), heads: heads() };
  },
  // {clip: where to look, styles: what the focus changes in computed styles, kind: alike for elements of one make}
  focusOn(at) {
    const element = elements[at];
    if (!element.isConnected || !element.checkVisibility()) return null;
    const without = looks(element);
    element.focus();
    if (active() !== element) return null;
    const styles = changed(looks(element), without);
    return { clip: clip(element), styles, kind: [element.localName, element.className, element.parentElement?.className, kit.about(element).region, styles].join("|") };
  },
  // The same element after the focus was taken from it.
  blurOff(at) {
    const x = scrollX, y = scrollY;
    elements[at].blur();
    scrollTo(x, y);
    return { gone: active() === null, same: scrollX === x && scrollY === y };
  },
  // What lies over each element when it has the focus, by number; the browser scrolls as it does.
  covers: () => elements.map((element, at) => {
    if (!element.isConnected || !element.checkVisibility()) return null;
    element.focus();
    const over = active() === element ? cover(element) : null;
    return over && { at, ...kit.about(over), name: kit.squeeze(over.innerText).slice(0, 80) };
  }).filter(Boolean),
  // Dismisses a notice about cookies that stands in the way. True where it went.
  dismiss() {
    const words = /\b(?:reject|decline|refuse|accept|allow|agree|got it|ok(?:ay)?|close|hide|dismiss)\b/i;
    const notice = [...document.querySelectorAll("body *")].find((one) => FIXED.has(getComputedStyle(one).position) && one.checkVisibility() && /\bcookies?\b/i.test(one.innerText));
    const button = notice && [...notice.querySelectorAll("button, [role=button], input[type=button]")].find((one) => words.test(label(one)));
    if (!button) return false;
    button.click();
    return !notice.isConnected || !notice.checkVisibility() || !notice.getClientRects().length;
  },
  fixedLeft: () => [...document.querySelectorAll("body *")].some((one) => FIXED.has(getComputedStyle(one).position) && one.checkVisibility() && one.offsetHeight > 5),
  words: () => document.body.innerText.slice(0, 50000),
  within: (numbers, selector) => numbers.every((at) => elements[at].closest(selector)),
  gone: (selector) => { const one = document.querySelector(selector); return !one || !one.checkVisibility() || !one.getClientRects().length; },
  // Elements of a loop whose name says that they tell the way out, or close a dialog.
  called: (selector, words) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility() && new RegExp(words, "i").test(label(one))).map(number),
  // Scripts may turn the focus aside at first.
  give(at) { for (let times = 0; times < 3 && active() !== elements[at]; times++) elements[at].focus(); return active() === elements[at]; },
  // The target of a link within the page: {exists, shown, stops: how many stops stand between the two}.
  goal(at) {
    const link = elements[at], goal = target(link);
    const between = goal ? elements.filter((one) => one !== link && follows(link, one) && follows(one, goal)).length : 0;
    return { exists: Boolean(goal), shown: Boolean(goal) && goal.checkVisibility(), between };
  },
  // Whether the focus went to the target, or into it.
  arrived(at) { const found = active(), goal = target(elements[at]); return Boolean(found && goal && (goal === found || goal.contains(found))); },
  // Whether an element stands between the link and its target.
  between(at, other) { const goal = target(elements[at]); return follows(elements[at], elements[other]) && elements[other] !== goal && follows(elements[other], goal); },
  order: () => { const sorted = [...elements].sort((one, other) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1)); return elements.map((one) => sorted.indexOf(one)); },
  end() {
    watcher?.disconnect();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== still);
    window.open = old.open;
    HTMLFormElement.prototype.submit = old.submit;
    window.removeEventListener("submit", onSubmit, true);
    window.removeEventListener("focus", onFocus, true);
    window.removeEventListener("blur", onBlur);
    if (window.navigation) navigation.removeEventListener("navigate", onNavigate);
    active()?.blur();
    scrollTo(0, 0);
    delete window.contentlintKeys;
  },
};
return true;
