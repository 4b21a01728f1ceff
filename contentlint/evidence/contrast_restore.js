// Gives the text its colours back.
for (const { element, kept } of (window.contentlintContrast || { items: [] }).items) {
  if (kept === null) element.removeAttribute("style");
  else element.setAttribute("style", kept);
}
delete window.contentlintContrast;
return true;
