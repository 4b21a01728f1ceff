// [{…about, name, text: the first words of what it shows, or null where that may not be read, src}]: frames that are heard.
const found = [];
const walk = (doc, depth) => {
  for (const frame of doc.querySelectorAll("iframe, frame")) {
    const top = doc === document;
    if (top ? !kit.heard(frame) : frame.closest("[aria-hidden=true]") || !frame.getClientRects().length) continue;
    let text = null;
    let inner = null;
    try { inner = frame.contentDocument; text = inner && kit.squeeze(inner.body.innerText).slice(0, 600); } catch { inner = null; }
    const named = top ? kit.name(frame) : kit.squeeze(frame.getAttribute("aria-label") || frame.title);
    const base = top ? frame : found.length ? frame.ownerDocument.defaultView.frameElement : frame;
    const place = doc === document ? frame : base;
    found.push({ ...(place.ownerDocument === document ? kit.about(place) : {}), name: named, text, src: frame.src || "", pictures: inner ? inner.images.length : 0 });
    if (inner && depth < 2 && found.length < 40) walk(inner, depth + 1);
  }
};
walk(document, 0);
return found;
