// [{…about, alt, words}]: pictures that are SVG files written into their address and hold text.
return kit.all("img[src^='data:image/svg+xml'], input[type=image][src^='data:image/svg+xml']").slice(0, 50).filter(kit.seen).map((image) => {
  let source = image.src.slice(image.src.indexOf(",") + 1);
  try { source = /;base64,/i.test(image.src.slice(0, 60)) ? atob(source) : decodeURIComponent(source); } catch { return null; }
  const words = kit.squeeze([...source.matchAll(/<(?:text|tspan)\b[^>]*>([^<]*)/g)].map((found) => found[1]).join(" "));
  return words ? { ...kit.about(image), alt: kit.squeeze(image.alt), words: words.slice(0, 200) } : null;
}).filter(Boolean);
