// Hands back [{css, html, alt, words, lines, place}] for pictures of two tones whose marks stand in even lines.
const done = arguments[arguments.length - 1];
const MOST = 12;
const WIDEST = 1200;
const opening = (element) => { const shallow = element.cloneNode(false).outerHTML; return shallow.slice(0, shallow.indexOf(">") + 1).slice(0, 200); };
function path(element) {
  if (element.id && document.querySelectorAll("#" + CSS.escape(element.id)).length === 1) return "#" + CSS.escape(element.id);
  if (element === document.body || !element.parentElement) return element.localName;
  const alike = [...element.parentElement.children].filter((other) => other.localName === element.localName);
  return `${path(element.parentElement)} > ${CSS.escape(element.localName)}${alike.length > 1 ? `:nth-of-type(${alike.indexOf(element) + 1})` : ""}`;
}
const near = (address) => { if (/^data:image\/(?:png|jpe?g|gif|webp)/.test(address)) return true; try { const url = new URL(address, document.baseURI); return url.origin === location.origin && !/\.svgz?$/i.test(url.pathname); } catch { return false; } };
// Runs of true: [[start, end) …].
function runs(flags, gap) {
  const found = [];
  let start = -1;
  let last = -1;
  flags.forEach((flag, at) => {
    if (!flag) return;
    if (start < 0) start = at;
    else if (at - last > gap) { found.push([start, last + 1]); start = at; }
    last = at;
  });
  if (start >= 0) found.push([start, last + 1]);
  return found;
}
const mode = (counts) => counts.indexOf(Math.max(...counts));
function measure(image) {
  const scale = Math.min(1, WIDEST / image.naturalWidth);
  const width = Math.round(image.naturalWidth * scale);
  const height = Math.round(image.naturalHeight * scale);
  if (width < 80 || height < 12 || height > 2000) return null;
  const canvas = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  canvas.drawImage(image, 0, 0, width, height);
  const { data } = canvas.getImageData(0, 0, width, height);
  const grey = new Uint8Array(width * height);
  const counts = new Array(16).fill(0);
  for (let at = 0; at < grey.length; at += 1) {
    grey[at] = 0.299 * data[4 * at] + 0.587 * data[4 * at + 1] + 0.114 * data[4 * at + 2];
    counts[grey[at] >> 4] += 1;
  }
  const ground = mode(counts) * 16 + 8;
  const plain = grey.reduce((sum, value) => sum + (Math.abs(value - ground) < 28), 0) / grey.length;
  if (plain < 0.75 || plain > 0.995) return null;
  const tones = new Array(16).fill(0);
  for (const value of grey) if (Math.abs(value - ground) > 96) tones[value >> 4] += 1;
  const inked = tones.reduce((sum, count) => sum + count, 0);
  if (!inked || Math.max(...tones.map((count, at) => count + (tones[at + 1] || 0))) / inked < 0.5) return null;
  const ink = (at) => Math.abs(grey[at] - ground) > 72;
  const bands = runs(Array.from({ length: height }, (_, row) => { for (let x = 0; x < width; x += 1) if (ink(row * width + x)) return true; return false; }), 1)
    .filter(([start, end]) => end - start > 3);
  if (!bands.length || bands.length > 60) return null;
  const sizes = bands.map(([start, end]) => end - start);
  if (Math.max(...sizes) > 60 || Math.max(...sizes) > 2 * Math.min(...sizes)) return null;
  // Gaps between marks are of two widths: between letters, and between words.
  const marks = bands.map(([start, end]) => runs(Array.from({ length: width }, (_, x) => { for (let row = start; row < end; row += 1) if (ink(row * width + x)) return true; return false; }), 1));
  const gaps = marks.flatMap((line) => line.slice(1).map(([left], at) => left - line[at][1]));
  if (gaps.length < 4) return null;
  let [narrow, wide] = [Math.min(...gaps), Math.max(...gaps)];
  for (let turn = 0; turn < 8; turn += 1) {
    const edge = (narrow + wide) / 2;
    const mean = (some, otherwise) => (some.length ? some.reduce((sum, gap) => sum + gap, 0) / some.length : otherwise);
    [narrow, wide] = [mean(gaps.filter((gap) => gap <= edge), narrow), mean(gaps.filter((gap) => gap > edge), wide)];
  }
  if (wide < 1.8 * narrow) return null;
  const edge = (narrow + wide) / 2;
  const words = gaps.filter((gap) => gap > edge).length + bands.length;
  const letters = marks.reduce((sum, line) => sum + line.length, 0);
  // A rule or a frame is one long mark; a word is a few letters wide.
  if (marks.some((line, at) => line.some(([left, right]) => right - left > 12 * sizes[at]))) return null;
  return { words, letters, lines: bands.length };
}
async function look() {
  const found = [];
  const images = [...document.images].filter((image) => image.complete && image.clientWidth >= 60 && (image.alt || "").trim().split(/\s+/).length >= 5 && near(image.currentSrc));
  for (const image of images.slice(0, MOST)) {
    let said = null;
    try { said = measure(image); } catch { said = null; }
    if (said) found.push({ css: path(image), html: opening(image), alt: image.alt.replace(/\s+/g, " ").trim(), place: "img", ...said });
  }
  const boxes = [...document.querySelectorAll("div, span, section, header, a, p, td, body")].filter((box) => box.clientWidth >= 100 && box.clientHeight >= 20 && !box.textContent.trim());
  let turns = 0;
  for (const box of boxes) {
    const address = (/^url\("([^"]+)"\)$/.exec(getComputedStyle(box).backgroundImage) || [])[1];
    if (!address || !near(address) || (turns += 1) > MOST) continue;
    const image = new Image();
    image.src = address;
    let said = null;
    try { await image.decode(); said = measure(image); } catch { said = null; }
    if (said) found.push({ css: path(box), html: opening(box), alt: (box.getAttribute("aria-label") || "").trim(), place: "background", ...said });
  }
  return found;
}
look().then(done, () => done([]));
