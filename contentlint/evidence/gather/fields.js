// [{…about, name, label: words of the labels that are seen, group: place under a legend or heading that is seen, of fields with equal labels, type, required}]:
// controls that people fill in, seen and heard.
const text = (element) => {
  const copy = element.cloneNode(true);
  copy.querySelectorAll("input, select, textarea, script, style").forEach((part) => part.remove());
  return kit.squeeze(copy.textContent);
};
const labels = (field) => {
  const pointed = (field.getAttribute("aria-labelledby") || "").split(/\s+/).filter(Boolean)
    .map((id) => document.getElementById(id)).filter(Boolean);
  return pointed.length ? pointed : [...(field.labels || [])];
};
const found = kit.all("input:not([type=hidden], [type=submit], [type=button], [type=reset], [type=image]), select, textarea, [role=textbox], [role=combobox], [role=searchbox]").slice(0, 300);
if (!found.length) return [];
let headings = null;
const group = (field) => {
  headings = headings || kit.all("h1, h2, h3, h4, h5, h6, legend, caption, [role=heading]").filter(kit.seen);
  const row = field.closest("tr, [role=row]");
  const above = headings.filter((one) => one.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING).pop();
  return `${row && row.cells ? [...row.cells].map((cell) => kit.squeeze(cell.textContent)).join(" ") + [...row.parentElement.children].indexOf(row) : ""}|${above ? headings.indexOf(above) : ""}`;
};
const fields = found.filter((field) => !field.disabled && kit.heard(field) && kit.seen(field))
  .map((field) => [field, kit.squeeze(labels(field).filter(kit.seen).map(text).join(" ")).slice(0, 200)]);
const times = new Map();
for (const [, label] of fields) times.set(label.toLowerCase(), (times.get(label.toLowerCase()) || 0) + 1);
return fields.map(([field, label]) => ({
  ...kit.about(field), name: kit.name(field).slice(0, 200), group: times.get(label.toLowerCase()) > 1 ? group(field) : "",
  type: field.type || field.getAttribute("role") || "", label, required: Boolean(field.required),
}));
