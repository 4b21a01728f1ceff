// [{…about, name, href: absolute or "", context: words around it, apart: "picture" or the words beside it, which tell it
// from another link of this name for those who see the page}]: links that a screen reader meets.
const BLOCK = "p, li, dd, dt, td, th, blockquote, figure, figcaption, caption, h1, h2, h3, h4, h5, h6, summary, legend, label, svg, div, section, article, nav, main, header, footer, aside, body";
const SCRIPTED = /(?:location(?:\.href)?\s*(?:=|\.assign\()|window\.open\()\s*\(?\s*["']([^"']+)["']/;
const target = (link) => {
  const href = link.getAttribute("href") ?? link.getAttribute("xlink:href");
  const found = href ?? (SCRIPTED.exec(link.getAttribute("onclick") || "") || [])[1];
  try {
    return found == null ? "" : new URL(found, document.baseURI).href;
  } catch {
    return "";
  }
};
// Words of an element without those of the blocks in it.
const own = (element, skip) => kit.squeeze([...element.childNodes].map((node) => {
  if (node.nodeType === 3) return node.data;
  if (node.nodeType !== 1 || node === skip || node.matches("ul, ol, table, script, style")) return " ";
  return node.textContent;
}).join(" "));
function context(link) {
  const parts = [];
  const block = link.closest(BLOCK);
  if (block && block !== document.body) parts.push(kit.squeeze(block.textContent));
  for (let item = link.closest("li"); item; item = item.parentElement && item.parentElement.closest("li")) parts.push(own(item));
  const cell = link.closest("td, th");
  const row = cell && cell.parentElement;
  const table = row && row.closest("table");
  if (table) {
    const heads = [...row.cells].filter((other) => other.localName === "th");
    let at = 0;
    for (const other of row.cells) { if (other === cell) break; at += other.colSpan; }
    for (const above of table.rows) {
      if (above === row) break;
      let place = 0;
      for (const other of above.cells) {
        if (other.localName === "th" && place <= at && at < place + other.colSpan) heads.push(other);
        place += other.colSpan;
      }
    }
    parts.push(...heads.map((head) => kit.squeeze(head.textContent)));
  }
  parts.push(kit.pointed(link, "aria-describedby"));
  return kit.squeeze([...new Set(parts)].join(" ")).slice(0, 400);
}
// What sets it apart for those who see the page: pictures in it and around it, and words beside it.
function apart(link) {
  const block = link.closest(BLOCK);
  if (getComputedStyle(link).backgroundImage !== "none" || link.querySelector("img, svg, path, canvas")) return "picture";
  let holder = block;
  for (let turn = 0; turn < 4 && holder && holder !== document.body; turn += 1) {
    if (holder.querySelector("img, svg, canvas")) return "picture";
    holder = holder.parentElement;
  }
  const before = link.previousSibling;
  const words = before && before.nodeType === 3 ? kit.squeeze(before.data) : "";
  if (/\p{L}{2}/u.test(words)) return words.slice(-60);
  const earlier = block && block !== document.body && kit.squeeze(block.textContent) === kit.squeeze(link.textContent) && block.previousElementSibling;
  return earlier && !earlier.querySelector("a") ? kit.squeeze(earlier.textContent).slice(0, 60) : "";
}
const links = kit.all("a[href], area[href], [role=link]").slice(0, 1500).filter(kit.heard).map((link) => [link, kit.name(link).slice(0, 200)]);
const times = new Map();
for (const [, name] of links) times.set(name.toLowerCase(), (times.get(name.toLowerCase()) || 0) + 1);
return links.map(([link, name]) => ({ ...kit.about(link), name, href: target(link), context: context(link), apart: times.get(name.toLowerCase()) > 1 ? apart(link) : "" }));
