// [{…about, children}]: lists that a screen reader announces, with children but without a single item.
return kit.all("ul, ol, [role=list]").filter((list) => kit.heard(list) && kit.role(list) === "list" && list.getAttribute("aria-busy") !== "true" && !list.hasAttribute("aria-owns"))
  .filter((list) => list.children.length && ![...list.querySelectorAll("li, [role=listitem]")].length && ![...list.children].every((child) => child.matches("script, template, style") || !kit.heard(child)))
  .map((list) => ({ ...kit.about(list), children: list.children.length }));
