// Hands back [{css, html, name, axis, clip, lost}]: text that an ancestor cuts off. Two axes apart: a scroller ends the
// walk for its own. A box that is no taller than a line, an ellipsis, and text hidden on purpose are no fault.
const done = arguments[arguments.length - 1];
// Small boxes, clips and places far off are ways of keeping words for screen readers only.
const keptAside = (style, box) => box.width <= 2 || box.height <= 2 || style.clip !== "auto" || style.clipPath !== "none" || style.visibility === "hidden" || Number(style.opacity) === 0;
function cut(node) {
  const owner = node.parentElement;
  if (owner.closest("[aria-hidden=true], script, style, noscript, template, option, select, textarea, svg") || !owner.getClientRects().length) return null;
  range.selectNodeContents(node);
  const rects = [...range.getClientRects()].filter((rect) => rect.width > 0.5 && rect.height > 0.5);
  if (!rects.length) return null;
  const text = { left: Math.min(...rects.map((one) => one.left)), right: Math.max(...rects.map((one) => one.right)),
    top: Math.min(...rects.map((one) => one.top)), bottom: Math.max(...rects.map((one) => one.bottom)) };
  const line = Math.max(...rects.map((one) => one.height));
  if (text.right + scrollX < 0 || text.bottom + scrollY < 0) return null;
  let across = true;
  let down = true;
  for (let box = owner; box && box !== document.documentElement && (across || down); box = box.parentElement) {
    const style = getComputedStyle(box);
    if (style.position === "fixed" || style.display === "contents" || style.display === "inline") continue;
    const rect = box.getBoundingClientRect();
    if (keptAside(style, rect)) return null;
    if (across && /auto|scroll/.test(style.overflowX)) across = false;
    if (down && /auto|scroll/.test(style.overflowY)) down = false;
    const hiddenX = /hidden|clip/.test(style.overflowX);
    const hiddenY = /hidden|clip/.test(style.overflowY);
    // overflow-y: hidden makes overflow-x compute to auto, and the other way round.
    if (across && hiddenX && text.right - rect.right > line / 2) {
      const ends = style.whiteSpace === "nowrap" && style.textOverflow !== "clip";
      const told = box === owner || box.contains(owner);
      if (!ends && told) return { axis: "x", box, lost: text.right - rect.right };
    }
    if (down && hiddenY && text.bottom - rect.bottom > line / 3) {
      const inner = rect.height - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
      const height = parseFloat(style.lineHeight) || line;
      if (Math.abs(inner - height) > 1 && rect.height > 3) return { axis: "y", box, lost: text.bottom - rect.bottom };
    }
  }
  return null;
}
setTimeout(() => {
  const found = [];
  const walker = document.createTreeWalker(document.body || document.documentElement, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(), turns = 0; node && turns < 5000 && found.length < 20; node = walker.nextNode(), turns += 1) {
    if (!/[\p{L}\p{N}]/u.test(node.data)) continue;
    const one = cut(node);
    if (one) found.push({ css: path(node.parentElement), html: opening(node.parentElement), name: squeeze(node.data).slice(0, 80), axis: one.axis, clip: opening(one.box), lost: Math.round(one.lost) });
  }
  done(found);
}, 60);
