// Hands back, for each marked element in document order, {…about, ratio: of its words, or null where that is not known, size, bold, shadow, look}.
// arguments[0]: "keep", or "end" to take the marks away.
const [turn, done] = arguments;
const wording = (element) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (/[\p{L}\p{N}]/u.test(node.data) && !node.parentElement.closest(SILENT) && shown(node.parentElement)) return node.parentElement;
  }
  return element;
};
const found = [...document.querySelectorAll("[data-contentlint-state]")].map((element) => {
  const owner = wording(element);
  const style = getComputedStyle(owner);
  const ground = behind(owner);
  const ink = colour(style.webkitTextFillColor || style.color);
  const image = [...(function* (box) { for (; box && element.contains(box); box = box.parentElement) yield box; }(owner))].some((box) => getComputedStyle(box, "::before").content !== "none" && /absolute|fixed/.test(getComputedStyle(box, "::before").position) && getComputedStyle(box, "::before").backgroundColor !== "rgba(0, 0, 0, 0)");
  return { ...about(element), name: squeeze(element.value || element.innerText).slice(0, 80), ratio: ground && !image ? ratio(over(ink, ground), ground) : null, size: parseFloat(style.fontSize), bold: Number(style.fontWeight) >= 700,
    shadow: style.textShadow !== "none", look: `${ink} on ${ground}`, seen: shown(owner) };
});
if (turn === "end") {
  document.querySelectorAll("[data-contentlint-state]").forEach((element) => element.removeAttribute("data-contentlint-state"));
  const sheet = document.getElementById("contentlint-calm");
  if (sheet) sheet.remove();
}
done(found);
