// Hands back [{…about, kind: "cut" or "overlap", clip or other: opening tag, lost: px}]: text that is lost only once people widen its
// spacing as WCAG 1.4.12 says (line 1.5, letters 0.12, words 0.16, paragraphs 2 times the size of the letters).
const done = arguments[arguments.length - 1];
const SPACING = "*, *::before, *::after { transition: none !important; animation: none !important; } * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }";
const CALM = "*, *::before, *::after { transition: none !important; animation: none !important; }";
const floats = (element) => { for (let box = element; box; box = box.parentElement) if (/fixed|sticky/.test(getComputedStyle(box).position)) return true; return false; };
function measure(node) {
  const rects = rectsOf(node);
  if (!rects.length) return null;
  const owner = node.parentElement;
  const edge = { left: Math.min(...rects.map((one) => one.left)), right: Math.max(...rects.map((one) => one.right)), top: Math.min(...rects.map((one) => one.top)), bottom: Math.max(...rects.map((one) => one.bottom)) };
  const line = Math.max(...rects.map((one) => one.height));
  const seen = { x: 0, y: 0, box: null, line };
  const frame = { left: -1e6, right: 1e6, top: -1e6, bottom: 1e6 };
  let across = true;
  let down = true;
  for (let box = owner; box && box !== document.body && box !== document.documentElement; box = box.parentElement) {
    const style = getComputedStyle(box);
    if (style.display === "inline" || style.display === "contents") continue;
    const rect = box.getBoundingClientRect();
    const clipX = style.overflowX !== "visible";
    const clipY = style.overflowY !== "visible";
    if (clipX) { frame.left = Math.max(frame.left, rect.left); frame.right = Math.min(frame.right, rect.right); }
    if (clipY) { frame.top = Math.max(frame.top, rect.top); frame.bottom = Math.min(frame.bottom, rect.bottom); }
    const ends = style.textOverflow === "ellipsis" || style.webkitLineClamp !== "none"; // shortened on purpose
    if (/auto|scroll/.test(style.overflowX) || (clipX && ends)) across = false;
    if (/auto|scroll/.test(style.overflowY) || (clipY && ends)) down = false;
    if (across && /hidden|clip/.test(style.overflowX) && edge.right - rect.right > Math.max(seen.x, line / 2)) { seen.x = edge.right - rect.right; seen.box = box; }
    if (down && /hidden|clip/.test(style.overflowY) && edge.bottom - rect.bottom > Math.max(seen.y, line / 3)) { seen.y = edge.bottom - rect.bottom; seen.box = box; }
  }
  seen.rects = rects.map((one) => ({ left: Math.max(one.left, frame.left) + scrollX, right: Math.min(one.right, frame.right) + scrollX, top: Math.max(one.top, frame.top) + scrollY, bottom: Math.min(one.bottom, frame.bottom) + scrollY }))
    .filter((one) => one.right - one.left > 2 && one.bottom - one.top > 2).slice(0, 40);
  return seen;
}
// Pairs of texts of which one covers a good part of a line of the other.
function covered(nodes, measured) {
  const all = nodes.flatMap((node, at) => (measured[at] ? measured[at].rects.map((rect) => ({ at, ...rect })) : [])).sort((one, other) => one.top - other.top);
  const found = new Set();
  for (let first = 0; first < all.length; first += 1) {
    for (let second = first + 1; second < all.length && all[second].top < all[first].bottom; second += 1) {
      const [one, other] = [all[first], all[second]];
      if (one.at === other.at || nodes[one.at].parentElement === nodes[other.at].parentElement) continue;
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const high = Math.min(one.bottom, other.bottom) - other.top;
      if (wide > 6 && high > 0.4 * Math.min(one.bottom - one.top, other.bottom - other.top)) found.add(`${Math.min(one.at, other.at)} ${Math.max(one.at, other.at)}`);
    }
  }
  return found;
}
async function look() {
  const sheet = document.createElement("style");
  const nodes = texts(1500);
  try {
    sheet.textContent = CALM;
    document.documentElement.append(sheet);
    await pause(30);
    const before = nodes.map(measure);
    const overlaid = covered(nodes, before);
    sheet.textContent = SPACING;
    await pause(120);
    const after = nodes.map((node) => (node.isConnected && shown(node.parentElement) ? measure(node) : null));
    const found = [];
    nodes.forEach((node, at) => {
      const [was, is] = [before[at], after[at]];
      if (!was || !is || !was.rects.length || found.length >= 12) return; // what is out of sight already, by its indent say, is not lost
      const axis = is.y > 0 && was.y === 0 ? "y" : is.x > 0 && was.x === 0 ? "x" : null;
      if (axis) found.push({ ...about(node.parentElement), name: squeeze(node.data).slice(0, 80), kind: "cut", clip: opening(is.box), lost: Math.round(is[axis]) });
    });
    for (const pair of covered(nodes, after)) {
      if (overlaid.has(pair) || found.length >= 12) continue;
      const [one, other] = pair.split(" ").map((at) => nodes[at].parentElement);
      if (one.contains(other) || other.contains(one) || floats(one) || floats(other)) continue;
      found.push({ ...about(one), kind: "overlap", other: squeeze(other.innerText).slice(0, 80), lost: 0 });
    }
    return found;
  } finally {
    sheet.remove();
  }
}
look().then(done, (error) => done({ error: String(error) }));
