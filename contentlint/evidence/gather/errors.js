// [{…about, text, heard, fields: labels of the fields of its form}]: messages about faults in a form, that are seen.
const SIGN = /(?:^|[-_\s])(?:errors?|error-?message|invalid(?:-?feedback)?|field-?error|validation-?(?:error|message))(?:$|[-_\s])/i;
const label = (field) => {
  const one = field.labels && field.labels[0];
  if (!one) return kit.name(field);
  const copy = one.cloneNode(true);
  copy.querySelectorAll("input, select, textarea").forEach((part) => part.remove());
  return kit.squeeze(copy.textContent);
};
const found = new Set(kit.all("form [id], form [class], form [role=alert], form output")
  .filter((element) => element.matches("[role=alert]") || SIGN.test(element.id) || SIGN.test(element.getAttribute("class") || ""))
  .filter((element) => !element.querySelector("input, select, textarea") && !element.matches("input, select, textarea, label, form, fieldset")));
return [...found].slice(0, 50)
  .filter((element) => kit.seen(element) && kit.squeeze(element.textContent) && ![...found].some((other) => other !== element && other.contains(element)))
  .map((element) => {
    const fields = kit.all("input:not([type=hidden], [type=submit], [type=button], [type=reset], [type=image]), select, textarea", element.closest("form"));
    return {
      ...kit.about(element), text: kit.squeeze(element.innerText).slice(0, 300), lines: element.innerText.split("\n").map(kit.squeeze).filter(Boolean).slice(0, 20),
      heard: kit.heard(element), fields: fields.map(label).slice(0, 60),
      pointed: Boolean(element.id) && fields.some((field) => ["aria-describedby", "aria-errormessage"].some((name) => (field.getAttribute(name) || "").split(/\s+/).includes(element.id))),
      near: element.closest("label, .form-group, fieldset") ? 1 : 0,
    };
  });
