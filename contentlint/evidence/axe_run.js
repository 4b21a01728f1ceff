// Runs axe in the settled page and hands back a small result. Called with (options, done):
// options: {tags, contrast, quiet, busy, limit: ms, frameWait: ms, settleOnly: only wait for rest}; done({error}, {missing}: axe is not in the
// page, {unreachable}: the browser shows a page of its own about an error, or the result).
// The result: {url, title, status, unsettled, unstyled: style sheets that did not load, contrast, ran: [rule id], frames: [{target, src}],
//   rules: {id: {tags, acts, help, helpUrl}}, violations: [found], incomplete: [found]}
// found: {id, impact, nodes: [{target, html, impact, any, all, none, data, name, heading, region, more}]}
// more, for rules that need it: {inert: behind an open dialog, hidden: share of a scroll box that is out of sight,
//   visible: words that are seen, spoken: the name that replaces them, icon: the words are drawn by a font of icons}
const options = arguments[0];
const done = arguments[arguments.length - 1];
const HTML_LENGTH = 300;
const NAME_LENGTH = 80;
const REGIONS = [
  ["main", "main, [role=main]"], ["nav", "nav, [role=navigation]"], ["aside", "aside, [role=complementary]"],
  ["header", "body > header, [role=banner]"], ["footer", "body > footer, [role=contentinfo]"],
];
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// True once the page has been quiet: `quiet` ms without a change to the document, or, where a change
// was seen, `busy` ms. False when `limit` ms are over first.
async function settled() {
  const end = performance.now() + options.limit;
  let last = 0;
  const observer = new MutationObserver(() => { last = performance.now(); });
  observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
  const began = performance.now();
  try {
    await Promise.race([document.fonts ? document.fonts.ready : null, pause(options.limit)]);
    while (performance.now() < end) {
      const now = performance.now();
      if (document.readyState === "complete" && (last ? now - last >= options.busy : now - began >= options.quiet)) {
        return true;
      }
      await pause(last ? 50 : Math.max(5, options.quiet - (now - began)));
    }
    return false;
  } finally {
    observer.disconnect();
  }
}

// A style sheet that did not load has no rules; those of another origin may not be read, and are there.
const empty = (link) => {
  try {
    return !link.sheet || link.sheet.cssRules.length === 0;
  } catch {
    return false;
  }
};
const squeezed = (text) => (text || "").replace(/\s+/g, " ").trim().slice(0, NAME_LENGTH);

function nameOf(element) {
  for (const attribute of ["aria-label", "alt", "title", "placeholder"]) {
    const text = squeezed(element.getAttribute(attribute));
    if (text) return text;
  }
  const label = element.labels && element.labels[0];
  if (label) return squeezed(label.textContent);
  return element === document.documentElement || element === document.body ? "" : squeezed(element.textContent);
}

// The last heading at or before an element, by halving the list of headings in document order.
function headingAbove(element, headings) {
  let low = 0;
  let high = headings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const place = headings[middle].compareDocumentPosition(element);
    if (headings[middle] === element || place & Node.DOCUMENT_POSITION_FOLLOWING) low = middle + 1;
    else high = middle;
  }
  return low ? squeezed(headings[low - 1].textContent) : null;
}

function regionOf(element) {
  let best = null;
  for (const [name, selector] of REGIONS) {
    const found = element.closest(selector);
    if (found && (!best || best.element.contains(found))) best = { name, element: found };
  }
  return best ? best.name : null;
}

// The element in the top document that a target leads to: itself, or the frame or host around it.
function anchorOf(node) {
  if (node.element && node.element.ownerDocument === document && node.element.isConnected) return node.element;
  const first = Array.isArray(node.target[0]) ? node.target[0][0] : node.target[0];
  try {
    return document.querySelector(first);
  } catch (error) {
    return null;
  }
}

const CONTRAST = ["fgColor", "bgColor", "contrastRatio", "expectedContrastRatio", "fontSize", "fontWeight", "messageKey"];

// Facts without which a finding of these rules cannot be told from a false alarm.
const MORE = {
  "frame-focusable-content": (element) => {
    const modal = [...document.querySelectorAll("dialog")].find((dialog) => dialog.matches(":modal"));
    return { inert: Boolean((modal && !modal.contains(element)) || element.closest("[inert]")) };
  },
  "scrollable-region-focusable": (element) => ({
    hidden: Math.max(element.scrollHeight / element.clientHeight || 0, element.scrollWidth / element.clientWidth || 0) - 1,
  }),
  "label-content-name-mismatch": (element) => {
    const pointed = (element.getAttribute("aria-labelledby") || "").split(/\s+/).map((id) => (document.getElementById(id) || {}).textContent || "");
    return {
      visible: squeezed(element.innerText), spoken: squeezed(pointed.join(" ")) || squeezed(element.getAttribute("aria-label")) || squeezed(element.title),
      icon: /icon|symbol|awesome|glyph/i.test(getComputedStyle(element).fontFamily),
    };
  },
};

function slimNode(node, headings, id) {
  const anchor = anchorOf(node);
  const whole = Boolean(anchor && anchor === node.element);
  const messages = (checks) => checks.map((check) => check.message);
  const facts = [...node.any, ...node.all, ...node.none].map((check) => check.data).find((data) => data && data.messageKey !== undefined || data && data.contrastRatio);
  const data = {};
  for (const key of CONTRAST) if (facts && facts[key] != null) data[key] = facts[key];
  return {
    target: node.target, html: node.html.slice(0, HTML_LENGTH), impact: node.impact,
    any: messages(node.any), all: messages(node.all), none: messages(node.none), data,
    name: whole ? nameOf(anchor) : "", heading: anchor ? headingAbove(anchor, headings) : null,
    region: anchor ? regionOf(anchor) : null, ...(anchor && MORE[id] && (whole || id === "frame-focusable-content") ? { more: MORE[id](anchor) } : {}),
  };
}

async function run() {
  const known = axe.getRules();
  const tags = new Set(known.flatMap((rule) => rule.tags));
  const strange = options.tags.filter((tag) => !tags.has(tag));
  if (strange.length) return { error: `axe-core does not know the tags ${strange.join(", ")}` };
  const calm = await settled();
  const off = { enabled: false };
  const results = await axe.run(document, {
    runOnly: { type: "tag", values: options.tags }, resultTypes: ["violations", "incomplete"], elementRef: true,
    pingWaitTime: options.frameWait,
    rules: options.contrast ? {} : { "color-contrast": off, "color-contrast-enhanced": off },
  });
  const ran = ["passes", "violations", "incomplete", "inapplicable"].flatMap((kind) => results[kind].map((rule) => rule.id));
  if (!ran.length) return { error: "axe-core ran no rule" };
  const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6, [role=heading]")];
  const acts = new Map(known.map((rule) => [rule.ruleId, rule.actIds || []]));
  const rules = {};
  const slim = (found) => found.map((rule) => {
    rules[rule.id] = { tags: rule.tags, acts: acts.get(rule.id) || [], help: rule.help, helpUrl: rule.helpUrl };
    return { id: rule.id, impact: rule.impact, nodes: rule.nodes.map((node) => slimNode(node, headings, rule.id)) };
  });
  const frames = results.incomplete.filter((rule) => rule.id === "frame-tested").flatMap((rule) => rule.nodes)
    .map((node) => ({ target: node.target, src: (anchorOf(node) || {}).src || "" }));
  const entry = performance.getEntriesByType("navigation")[0];
  return {
    url: location.href, title: document.title, status: (entry && entry.responseStatus) || 0, unsettled: !calm,
    unstyled: [...document.querySelectorAll("link[rel~=stylesheet][href]:not([disabled])")].filter(empty).length,
    contrast: options.contrast, ran: [...new Set(ran)].sort(), frames, rules,
    violations: slim(results.violations), incomplete: slim(results.incomplete.filter((rule) => rule.id !== "frame-tested")),
  };
}

// A document that was judged before is still there where the browser was given a download, say.
if (options.settleOnly) settled().then((calm) => done({ unsettled: !calm }));
else if (location.protocol === "chrome-error:" || document.contentlintJudged) done({ unreachable: true });
else if (typeof axe === "undefined") done({ missing: true });
else {
  Object.defineProperty(document, "contentlintJudged", { value: true });
  run().then(done, (error) => done({ error: String((error && error.message) || error) }));
}
