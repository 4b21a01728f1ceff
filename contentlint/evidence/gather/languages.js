// [{…about, lang, text}]: the words that each declared language covers: of the page itself first, then of each part.
const MOST = 1200;
const groups = new Map();
const add = (owner, words) => {
  const known = groups.get(owner) || "";
  if (owner && known.length < MOST && /\p{L}/u.test(words)) groups.set(owner, `${known} ${words}`);
};
const owner = (element) => element && element.closest("[lang]");
if (document.documentElement.lang) add(document.documentElement, document.title);
const walker = document.createTreeWalker(document.body || document.documentElement, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
let turns = 0;
for (let node = walker.nextNode(); node && turns < 20000; node = walker.nextNode(), turns += 1) {
  if (node.nodeType === 3) {
    const parent = node.parentElement;
    if (!/\p{L}/u.test(node.data) || !parent || parent.closest("script, style, noscript, template, code, pre")) continue;
    const mine = owner(parent);
    if (mine && (groups.get(mine) || "").length < MOST && (kit.seen(parent) || kit.heard(parent))) add(mine, node.data);
  } else if (node.localName === "img" || node.getAttribute("role") === "img") {
    if (kit.heard(node)) add(owner(node), kit.name(node));
  }
}
return [...groups].slice(0, 60).map(([element, words]) => ({ ...kit.about(element), whole: element === document.documentElement, lang: element.lang || element.getAttribute("lang"), text: kit.squeeze(words).slice(0, MOST) }));
