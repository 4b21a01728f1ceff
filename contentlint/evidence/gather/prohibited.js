// [{…about, attribute}]: names given to elements that may have none, so that a screen reader says nothing or the wrong thing.
const NAMELESS = new Set([null, "caption", "code", "deletion", "emphasis", "generic", "insertion", "mark", "none", "paragraph", "presentation", "strong", "subscript", "superscript", "suggestion", "term", "time"]);
const PLAIN = new Set(["div", "span", "p", "b", "i", "u", "s", "q", "small", "em", "strong", "code", "del", "ins", "sub", "sup", "pre", "mark"]);
const ATTRIBUTES = ["aria-label", "aria-labelledby", "aria-roledescription", "aria-braillelabel", "aria-brailleroledescription"];
return kit.all(ATTRIBUTES.map((name) => `[${name}]`).join(",")).filter((element) => {
  const given = (element.getAttribute("role") || "").trim().toLowerCase();
  if (element.hasAttribute("tabindex") || element.isContentEditable || !kit.heard(element)) return false;
  return given ? NAMELESS.has(given) : PLAIN.has(element.localName) && NAMELESS.has(kit.role(element));
}).map((element) => ({ ...kit.about(element), name: kit.squeeze(element.textContent).slice(0, 80),
  attribute: ATTRIBUTES.find((attribute) => (element.getAttribute(attribute) || "").trim()) || "" })).filter((fact) => fact.attribute);
