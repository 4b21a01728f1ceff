// [{…about, name}]: the first summary of each details that is shown and keeps its own role.
return kit.all("details > summary:first-of-type")
  .filter((element) => element.matches(":is(details > summary)") && [...element.parentElement.children].find((child) => child.localName === "summary") === element)
  .filter((element) => { const own = (element.getAttribute("role") || "").trim().toLowerCase(); return !own || own === "none" || own === "presentation"; })
  .filter(kit.heard)
  .map((element) => ({ ...kit.about(element), name: kit.name(element) }));
