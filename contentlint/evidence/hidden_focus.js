// Focuses what can take the focus in the elements (arguments[0]: selectors), waits a little, and hands back
// [{css, html, name, stays}].
const [selectors, done] = arguments;
const STOPS = "a[href], area[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable]";
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function look() {
  const said = [];
  for (const selector of selectors) {
    const root = document.querySelector(selector);
    if (!root) continue;
    for (const element of [root, ...root.querySelectorAll(STOPS)].filter((one) => one.matches(STOPS) && one.tabIndex >= 0 && !one.disabled).slice(0, 5)) {
      element.focus({ preventScroll: true });
      await pause(60);
      const stays = document.activeElement === element;
      element.blur();
      const shallow = element.cloneNode(false).outerHTML;
      said.push({ css: selector, html: shallow.slice(0, shallow.indexOf(">") + 1).slice(0, 200), name: (element.textContent || "").replace(/\s+/g, " ").trim().slice(0, 80), stays });
    }
  }
  return said;
}
look().then(done, () => done([]));
