// Helpers of the gatherers. `about` is how an element is named in every fact:
// {css, html: its opening tag, heading: words of the heading above, region}
const HTML_LENGTH = 200;
const REGIONS = [
  ["main", "main, [role=main]"], ["nav", "nav, [role=navigation]"], ["aside", "aside, [role=complementary]"],
  ["header", "body > header, [role=banner]"], ["footer", "body > footer, [role=contentinfo]"],
];
const STABLE = /^[A-Za-z][A-Za-z_-]*(?:\d{1,2}(?![0-9a-f])[A-Za-z_-]*)*$/;
const RANDOM = /--[A-Za-z0-9_-]{8,}$|[0-9a-f]{6,}/;
const squeeze = (text) => (text || "").replace(/\s+/g, " ").trim();
const all = (selector, root) => [...(root || document).querySelectorAll(selector)];
const paths = new Map();
let headings = [];

function path(element) {
  if (!element || !element.localName) return "";
  if (paths.has(element)) return paths.get(element);
  const name = element.localName;
  let found;
  if (name === "html" || name === "body") found = name;
  else if (element.id && STABLE.test(element.id) && !RANDOM.test(element.id)
    && document.querySelectorAll("#" + CSS.escape(element.id)).length === 1) found = "#" + element.id;
  else {
    const parent = element.parentElement;
    const alike = parent ? [...parent.children].filter((other) => other.localName === name) : [];
    const step = CSS.escape(name) + (alike.length > 1 ? `:nth-of-type(${alike.indexOf(element) + 1})` : "");
    found = parent ? `${path(parent)} > ${step}` : step;
  }
  paths.set(element, found);
  return found;
}

// The last heading at or before an element, by halving the list of headings in document order.
function headingAbove(element) {
  let low = 0;
  let high = headings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const place = headings[middle].compareDocumentPosition(element);
    if (headings[middle] === element || place & Node.DOCUMENT_POSITION_FOLLOWING) low = middle + 1;
    else high = middle;
  }
  return low ? headings[low - 1] : null;
}

function regionOf(element) {
  let best = null;
  for (const [name, selector] of REGIONS) {
    const found = element.closest(selector);
    if (found && (!best || best.element.contains(found))) best = { name, element: found };
  }
  return best ? best.name : "page";
}

const opening = (element) => {
  const shallow = element.cloneNode(false).outerHTML || "";
  return shallow.slice(0, shallow.indexOf(">") + 1 || undefined).slice(0, HTML_LENGTH);
};
const about = (element) => {
  const above = headingAbove(element);
  return { css: path(element), html: opening(element), heading: above && above !== element ? squeeze(above.textContent).slice(0, 80) : null,
    region: regionOf(element) };
};

const virtual = (element) => axe.utils.getNodeFromTree(element);
// Names and roles as axe-core reckons them; "" and null where it does not know the element.
const name = (element) => (virtual(element) ? squeeze(axe.commons.text.accessibleText(element)) : "");
const role = (element) => (virtual(element) ? axe.commons.aria.getRole(element) : null);
const heard = (element) => Boolean(virtual(element)) && axe.commons.dom.isVisibleToScreenReaders(element);
const seen = (element) => Boolean(virtual(element)) && axe.commons.dom.isVisibleOnScreen(element);
const stops = (element) => Boolean(virtual(element)) && axe.commons.dom.isInTabOrder(element);

return {
  all, squeeze, path, about, name, role, heard, seen, stops, headingAbove,
  // The words that one element's attribute of ids refers to.
  pointed: (element, attribute) => squeeze((element.getAttribute(attribute) || "").split(/\s+/).filter(Boolean)
    .map((id) => { const found = element.getRootNode().getElementById(id); return found ? found.textContent : ""; }).join(" ")),
  headings() { headings = all("h1, h2, h3, h4, h5, h6, [role=heading]"); },
  begin() {
    axe.setup(document);
    this.headings();
  },
  end() { axe.teardown(); },
};
