// [{…about, property, share: used value as a share of the font's size, least, name}]: spacing of text that an important
// style in the element itself keeps readers from widening.
const LEAST = { "line-height": 1.5, "letter-spacing": 0.12, "word-spacing": 0.16 };
const range = document.createRange();
const shown = (rect) => rect.width > 0 && rect.bottom + scrollY > 0 && rect.right + scrollX > 0;
const texts = (element, property) => {
  const found = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node && found.length < 40; node = walker.nextNode()) {
    if (!node.data.trim() || !kit.seen(node.parentElement)) continue;
    let own = node.parentElement;
    while (own !== element && !own.style.getPropertyValue(property)) own = own.parentElement;
    if (own === element) found.push(node);
  }
  return found;
};
// Lines overlap where they are tight, so a text wraps where its boxes start at different heights.
const wraps = (element) => {
  range.selectNodeContents(element);
  const tops = [...range.getClientRects()].filter(shown).map((rect) => Math.round(rect.top));
  return new Set(tops).size > 1;
};
return kit.all("[style*='important']").slice(0, 200).filter((element) => element instanceof HTMLElement && kit.seen(element)).flatMap((element) => Object.keys(LEAST).filter((property) => {
  const written = element.style.getPropertyValue(property);
  return element.style.getPropertyPriority(property) === "important" && !/^(?:inherit|unset|revert|revert-layer)$/.test(written) && texts(element, property).length;
}).map((property) => {
  const parents = [...new Set(texts(element, property).map((node) => node.parentElement))].filter((parent) => property !== "line-height" || wraps(parent.closest("p, li, div, td, h1, h2, h3, h4, h5, h6") || parent));
  const shares = parents.filter((parent) => { range.selectNodeContents(parent); return [...range.getClientRects()].some(shown); }).map((parent) => {
    const style = getComputedStyle(parent);
    const value = style[property.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())];
    const used = value === "normal" ? (property === "line-height" ? 1.2 * parseFloat(style.fontSize) : 0) : parseFloat(value);
    return used / parseFloat(style.fontSize);
  });
  return shares.length ? { ...kit.about(element), html: element.outerHTML.slice(0, 200), property, share: Math.min(...shares), least: LEAST[property], name: kit.squeeze(element.textContent).slice(0, 80) } : null;
}).filter((fact) => fact && fact.share < fact.least - 0.001));
