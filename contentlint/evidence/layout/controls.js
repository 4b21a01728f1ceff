// Hands back [{…about, kind: "field", "choice" or "icon", best: highest ratio of what marks its edge, simple: bool}]: controls that only an edge, a
// fill or an icon shows (WCAG 1.4.11). What is drawn by the browser, told by words inside, or lies on a picture is left out.
const done = arguments[arguments.length - 1];
const host = document.createElement("div");
const plain = host.attachShadow({ mode: "open" }); // page styles do not reach in here
document.documentElement.append(host);
const sides = ["Top", "Right", "Bottom", "Left"];
const skin = (style) => [style.appearance, style.backgroundColor, style.backgroundImage, ...sides.map((side) => `${style[`border${side}Width`]} ${style[`border${side}Style`]} ${style[`border${side}Color`]}`)].join("|");
function native(element) {
  const twin = document.createElement(element.localName);
  if (element.type && element.localName === "input") twin.type = element.type;
  plain.append(twin);
  const same = skin(getComputedStyle(twin)) === skin(getComputedStyle(element));
  twin.remove();
  return same;
}
// Ratios that borders, fill, outline and shadow of a box have to what lies around it; null where that is not known.
function edges(box) {
  const around = box.parentElement && behind(box.parentElement);
  const inner = behind(box);
  if (!around || !inner) return null;
  const style = getComputedStyle(box);
  const ratios = [ratio(inner, around)];
  for (const side of sides) {
    if (parseFloat(style[`border${side}Width`]) > 0 && !/none|hidden/.test(style[`border${side}Style`])) {
      // A line that stands out from either side is seen.
      const line = colour(style[`border${side}Color`]);
      ratios.push(ratio(over(line, inner), around), ratio(over(line, inner), inner));
    }
  }
  if (parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== "none") ratios.push(ratio(over(colour(style.outlineColor), around), around));
  if (style.boxShadow !== "none") {
    for (const found of style.boxShadow.matchAll(/rgba?\([^)]*\)|color\([^)]*\)/g)) ratios.push(ratio(over(colour(found[0]), around), around));
  }
  return Math.max(...ratios);
}
const lone = (element) => element.matches("input, textarea, select");
function field(element) {
  const choice = /checkbox|radio/.test(element.type);
  if (!choice && (squeeze(element.value) || squeeze(element.placeholder))) return null; // its own words show where it is
  if (choice && getComputedStyle(element).appearance !== "none") return null;
  const style = getComputedStyle(element);
  if (style.backgroundImage !== "none") return null; // an icon may show it
  let best = edges(element);
  if (best === null) return null;
  const rect = element.getBoundingClientRect();
  let simple = true;
  for (const name of ["::before", "::after"]) if (choice && getComputedStyle(element, name).content !== "none") simple = false;
  // A box around the field may draw its edge, and what is put over it may be its face.
  for (let box = element.parentElement, up = 0; box && box !== document.body && up < 3; box = box.parentElement, up += 1) {
    const outer = box.getBoundingClientRect();
    if (outer.width - rect.width > 90 || outer.height - rect.height > 40 || box.querySelectorAll("input:not([type=hidden]), select, textarea").length > 1) break;
    const own = edges(box);
    if (own === null) return null;
    best = Math.max(best, own);
    if (box.querySelector("svg, img, button, i")) simple = false;
  }
  const beside = [element.nextElementSibling, element.previousElementSibling].filter(Boolean);
  if (choice && beside.some((other) => ["::before", "::after"].some((name) => getComputedStyle(other, name).content !== "none"))) return null;
  if (beside.some((other) => other.matches("button, input[type=submit], [role=button]") && Math.abs(other.getBoundingClientRect().left - rect.right) < 3)) simple = false;
  return { ...about(element), name: squeeze(element.labels && element.labels[0] ? element.labels[0].innerText : element.getAttribute("aria-label") || element.title).slice(0, 80), kind: choice ? "choice" : "field", best, simple };
}
function icon(element) {
  if (squeeze(element.innerText)) return null;
  const drawings = element.querySelectorAll("svg");
  if (drawings.length !== 1 || element.querySelector("img") || !shown(drawings[0])) return null;
  const ground = behind(element);
  if (!ground) return null;
  const inks = [];
  for (const shape of drawings[0].querySelectorAll("path, circle, rect, line, polyline, polygon, ellipse, use, text")) {
    const style = getComputedStyle(shape);
    for (const [paint, opacity] of [[style.fill, style.fillOpacity], [style.stroke, style.strokeOpacity]]) {
      if (paint === "none") continue;
      if (/url|context/.test(paint)) return null;
      const ink = colour(paint);
      ink[3] *= Number(opacity) * Number(style.opacity);
      inks.push(ratio(over(ink, ground), ground));
    }
  }
  return inks.length ? { ...about(element), kind: "icon", best: Math.max(...inks), simple: false } : null;
}
try {
  const found = [];
  const fields = "input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=image]):not([type=reset]):not([type=range]):not([type=color]):not([type=file]), textarea";
  for (const element of [...document.querySelectorAll(fields)].slice(0, 300)) {
    if (element.disabled || element.readOnly || element.matches(":disabled") || !shown(element) || native(element)) continue;
    const one = field(element);
    if (one && one.best < 3) found.push(one);
  }
  for (const element of [...document.querySelectorAll("button, a[href], [role=button]")].slice(0, 600)) {
    if (element.matches(":disabled, [aria-disabled=true]") || lone(element) || !shown(element)) continue;
    const one = icon(element);
    if (one && one.best < 3) found.push(one);
  }
  done(found.slice(0, 20));
} catch (error) {
  done({ error: String(error) });
} finally {
  host.remove();
}
