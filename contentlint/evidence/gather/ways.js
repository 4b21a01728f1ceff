// {repeated: {…about} or null: the first block of repeated links or side content, before: it stands before the
//  content, main: places of the content that a main landmark holds, heading: a heading that is seen and heard leads the content,
//  skip: a link that jumps to the content, controls: scripts before the content that might fold the block,
//  landmarks: [{role, name}]}: how one gets past what stands on every page.
const NARROW = "nav, aside, [role=navigation], [role=complementary], header, footer, [role=banner], [role=contentinfo], [role=search]";
const prose = (element) => kit.squeeze([...element.childNodes].filter((node) => node.nodeType === 3 || (node.nodeType === 1 && !node.matches("a, script, style, button"))).map((node) => node.textContent).join(" "));
const local = (link) => { try { return new URL(link.href).origin === location.origin || new URL(link.href).host === location.host; } catch { return false; } };
const lists = kit.all("ul, ol").filter((list) => {
  const links = kit.all("a", list);
  return links.length > 1 && !list.closest(NARROW) && list.children.length === links.length
    && kit.squeeze(list.textContent) === kit.squeeze(links.map((link) => link.textContent).join(" "));
});
const repeated = [...kit.all("nav, aside, [role=navigation], [role=complementary]"), ...lists].filter((element) => kit.seen(element) && kit.squeeze(element.textContent))
  .sort((one, other) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
// The content: paragraphs of some length outside all of these.
const content = kit.all("p, article, main, [role=main]").filter((element) => kit.seen(element)
  && !element.closest(NARROW) && !lists.some((list) => list.contains(element)) && kit.squeeze(element.textContent).length > 60);
const first = content[0] || null;
const precedes = (one, other) => Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
const block = repeated.find((element) => first && precedes(element, first)) || null;
// Headings that lead the content stand after the last block of repeated things before it.
const last = first && repeated.filter((element) => precedes(element, first)).pop();
const leads = (heading) => !heading.closest(NARROW) && !(lists.length && heading.nextElementSibling && lists.includes(heading.nextElementSibling));
const heading = kit.all("h1, h2, h3, h4, h5, h6, [role=heading]").some((one) => leads(one) && kit.heard(one) && kit.seen(one) && kit.name(one)
  && (!last || precedes(last, one)));
const jumps = (link) => {
  const mark = /#(.+)$/.exec(link.getAttribute("href") || link.getAttribute("onclick") || "");
  const id = mark && decodeURIComponent(mark[1].replace(/['")\s;]+$/, ""));
  const goal = id && (document.getElementById(id) || document.getElementsByName(id)[0]);
  if (!goal || !first) return false;
  if (goal.contains(first) || goal.closest("main, [role=main]")) return true;
  const around = goal.closest("nav, aside");
  // Between the goal and the content stands nothing that is repeated.
  return precedes(goal, first) && !repeated.some((element) => element !== around && precedes(goal, element) && precedes(element, first))
    && (!around || !kit.squeeze([...around.childNodes].filter((node) => precedes(goal, node)).map((node) => node.textContent).join(" ")))
    && !kit.squeeze(goal.textContent);
};
const doors = kit.all("a[href*='#'], button[onclick], [role=link][onclick], a[onclick]").filter((element) => kit.heard(element));
const mains = kit.all("main, [role=main]").filter(kit.heard);
return {
  repeated: block && kit.about(block), content: content.length,
  main: content.length ? mains.some((main) => content.some((element) => main.contains(element))) : mains.length > 0,
  heading, skip: doors.some(jumps),
  controls: first ? kit.all("button, summary, [role=button], a[href='#'], [onclick]").filter((element) => kit.heard(element) && precedes(element, first)).length : 0,
  landmarks: kit.all("nav, [role=navigation], main, [role=main], [role=menu], [role=menubar], [role=search], form[aria-label], form[aria-labelledby], section[aria-label], section[aria-labelledby]").filter(kit.heard)
    .map((element) => ({ role: kit.role(element), name: kit.name(element) })),
  titled: kit.all("h1, h2, h3, h4, h5, h6, legend, caption, button, summary, [aria-label]").filter(kit.heard).map((element) => kit.name(element).slice(0, 80)).filter(Boolean).slice(0, 200),
};
