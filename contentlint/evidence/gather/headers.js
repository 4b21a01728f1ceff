// [{…about, name}]: column and row headers of data tables to which no cell belongs.
const lonely = [];
const shown = (cell) => kit.heard(cell);
// Words kept for screen readers alone stand in a box of a pixel.
const read = (cell) => kit.all("*", cell).concat(cell).some((part) => [...part.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
  && part.getBoundingClientRect().width > 2 && kit.seen(part)) || Boolean(cell.querySelector("img, svg"));
for (const table of kit.all("table").slice(0, 100)) {
  const role = kit.role(table);
  if (!["table", "grid", "treegrid"].includes(role) || table.rows.length < 2 || table.rows.length > 300) continue;
  const places = [];
  const taken = [];
  [...table.rows].forEach((row, line) => {
    let column = 0;
    for (const cell of row.cells) {
      while (taken[line] && taken[line][column]) column += 1;
      places.push({ cell, line, column, width: cell.colSpan, height: cell.rowSpan || table.rows.length - line });
      for (let down = line; down < line + (cell.rowSpan || 1); down += 1) {
        taken[down] = taken[down] || [];
        for (let right = column; right < column + cell.colSpan; right += 1) taken[down][right] = true;
      }
      column += cell.colSpan;
    }
  });
  const headers = places.filter(({ cell }) => cell.localName === "th" && ["columnheader", "rowheader"].includes(kit.role(cell)) && shown(cell) && kit.seen(cell) && read(cell) && kit.name(cell));
  for (const head of headers) {
    const scope = (head.cell.getAttribute("scope") || "").toLowerCase();
    const claimed = places.some(({ cell }) => head.cell.id && (cell.getAttribute("headers") || "").split(/\s+/).includes(head.cell.id));
    const free = places.filter(({ cell }) => cell !== head.cell && !cell.getAttribute("headers") && shown(cell));
    const below = free.some((one) => one.line > head.line && one.column < head.column + head.width && head.column < one.column + one.width);
    const beside = free.some((one) => one.column > head.column && one.line < head.line + head.height && head.line < one.line + one.height && one.cell.localName === "td");
    if (claimed || (scope !== "row" && scope !== "rowgroup" && below) || (scope !== "col" && scope !== "colgroup" && beside)) continue;
    lonely.push({ ...kit.about(head.cell), name: kit.name(head.cell).slice(0, 80) });
  }
}
for (const grid of kit.all("[role=table], [role=grid], [role=treegrid]").filter((element) => element.localName !== "table").slice(0, 50)) {
  const rows = kit.all("[role=row]", grid).map((row) => kit.all("[role=columnheader], [role=rowheader], [role=cell], [role=gridcell]", row));
  if (grid.querySelector("[aria-colindex], [aria-colspan], [aria-owns]")) continue;
  rows.forEach((cells, line) => cells.forEach((cell, column) => {
    if (cell.getAttribute("role") !== "columnheader" || !kit.heard(cell) || !kit.name(cell)) return;
    if (!rows.slice(line + 1).some((other) => other.length > column)) lonely.push({ ...kit.about(cell), name: kit.name(cell).slice(0, 80) });
  }));
}
return lonely;
