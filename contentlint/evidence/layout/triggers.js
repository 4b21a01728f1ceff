// Hands back up to 5 [{…about, x, y, kind: "tip" or "menu"}]: what may show more when it is pointed at. arguments[0]: null; or a path, to scroll
// there and hand back [its place].
const [one, done] = arguments;
const place = (element) => {
  const rect = [...element.getClientRects()].find((box) => box.width > 1 && box.height > 1) || element.getBoundingClientRect();
  return { ...about(element), x: Math.round(rect.left + Math.min(rect.width / 2, 40)), y: Math.round(rect.top + rect.height / 2) };
};
if (one) {
  const element = document.querySelector(one);
  if (element) element.scrollIntoView({ block: "center", behavior: "instant" });
  setTimeout(() => done(element ? [place(element)] : []), 30);
} else {
  const unseen = (element) => element && squeeze(element.textContent) && !shown(element) && !element.closest("[hidden=until-found], dialog, details");
  const found = new Map();
  const add = (element, kind) => { if (element && shown(element) && !element.closest("[inert]")) found.set(element, kind); };
  for (const element of document.querySelectorAll("[aria-describedby]")) {
    if (!element.matches("input, select, textarea") && element.getAttribute("aria-describedby").split(/\s+/).some((id) => unseen(document.getElementById(id)))) add(element, "tip");
  }
  for (const element of document.querySelectorAll("[data-tooltip], [data-tippy-content], [data-toggle=tooltip], [data-bs-toggle=tooltip], [data-toggle=popover][data-trigger*=hover], [data-bs-trigger*=hover]")) add(element, "tip");
  for (const element of document.querySelectorAll("[role=tooltip], [class*=tooltip], [class*=popover]")) {
    if (!unseen(element)) continue;
    const before = element.previousElementSibling;
    add(before && shown(before) ? before : element.parentElement, "tip");
  }
  for (const list of document.querySelectorAll("li > ul, li > ol, li > div")) if (unseen(list) && list.querySelector("a")) add(list.parentElement.querySelector("a, button"), "menu");
  const looks = new Set();
  const chosen = [];
  for (const [element, kind] of found) {
    const look = `${kind} ${element.localName} ${element.className} ${element.parentElement.className}`;
    if (chosen.length < 5 && !looks.has(look)) { looks.add(look); chosen.push({ ...place(element), kind }); }
  }
  done(chosen);
}
