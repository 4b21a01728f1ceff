// [{…about, name, role, inner: opening tag}]: tabs and pictures, whose inside is not read, with a control in them.
return kit.all("[role=tab], [role=img], [role=math], [role=separator], [role=meter], [role=progressbar], [role=scrollbar]").filter(kit.heard)
  .map((element) => [element, kit.all("a[href], button, input:not([type=hidden]), select, textarea, [tabindex]", element).find((inner) => kit.stops(inner))])
  .filter(([, inner]) => inner)
  .map(([element, inner]) => ({ ...kit.about(element), name: kit.name(element).slice(0, 80), role: element.getAttribute("role"), inner: inner.outerHTML.slice(0, 120) }));
