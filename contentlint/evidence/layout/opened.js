// arguments[0]: "before" remembers which texts are seen; "after" hands back what is seen now and was not: {text, x, y, covers: bool} or null;
// "still" hands back whether that is still seen; "end" forgets. covers: it lies on words or controls of the page.
const [turn, css, done] = arguments;
const memory = window.contentlintOpened || (window.contentlintOpened = {});
const seen = () => new Set(texts(3000).filter((node) => !node.parentElement.closest("[aria-live], [role=status]")));
if (turn === "before") {
  memory.before = seen();
  done(true);
} else if (turn === "after") {
  const trigger = document.querySelector(css);
  const fresh = [...seen()].filter((node) => !memory.before.has(node) && node.isConnected);
  const boxes = fresh.flatMap((node) => rectsOf(node)).filter((box) => box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth);
  memory.fresh = fresh;
  if (!boxes.length) { done(null); } else {
    let box = fresh[0].parentElement;
    while (box.parentElement && !box.parentElement.contains(trigger) && [...box.parentElement.childNodes].length && !/BODY|HTML/.test(box.parentElement.tagName) && !fresh.every((node) => box.contains(node))) box = box.parentElement;
    // The pane that floats, if it does: what is in the flow covers nothing.
    let pane = fresh[0].parentElement;
    while (pane && pane !== document.body && !pane.contains(trigger) && !/absolute|fixed/.test(getComputedStyle(pane).position)) pane = pane.parentElement;
    const floats = pane && pane !== document.body && !pane.contains(trigger);
    const edge = (floats ? pane : box).getBoundingClientRect();
    const under = floats && [...memory.before].some((node) => node.isConnected && !pane.contains(node) && !(trigger && trigger.contains(node)) && rectsOf(node)
      .some((rect) => Math.min(rect.right, edge.right) - Math.max(rect.left, edge.left) > 4 && Math.min(rect.bottom, edge.bottom) - Math.max(rect.top, edge.top) > 4));
    const first = boxes[0];
    done({ text: squeeze(fresh.map((node) => node.data).join(" ")).slice(0, 80), x: Math.round((Math.max(first.left, 0) + Math.min(first.right, innerWidth)) / 2), y: Math.round((first.top + first.bottom) / 2), covers: Boolean(under) });
  }
} else if (turn === "still") {
  done(Boolean(memory.fresh && memory.fresh.some((node) => node.isConnected && shown(node.parentElement) && rectsOf(node).length)));
} else {
  delete window.contentlintOpened;
  if (document.activeElement && document.activeElement !== document.body) document.activeElement.blur();
  done(true);
}
