// Measures the letters that contrast_boxes.js found on a picture of the page (arguments[0]: base64 of a PNG),
// restores the text, and hands back [{…fact, best, worst, top}].
const [encoded, done] = arguments;
const { items, x, y } = window.contentlintContrast;
for (const { element, kept } of items) {
  if (kept === null) element.removeAttribute("style");
  else element.setAttribute("style", kept);
}
delete window.contentlintContrast;
const channel = (value) => { const part = value / 255; return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4; };
const LIGHT = Float64Array.from({ length: 256 }, (_, value) => channel(value));
const luminance = (red, green, blue) => 0.2126 * LIGHT[red] + 0.7152 * LIGHT[green] + 0.0722 * LIGHT[blue];
const ratio = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
async function measure() {
  const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
  canvas.drawImage(bitmap, 0, 0);
  const { data, width, height } = canvas.getImageData(0, 0, bitmap.width, bitmap.height);
  return items.map(({ letters, colour: [red, green, blue, alpha], fact }) => {
    let best = 21;
    let worst = 21;
    let top = 0;
    let count = 0;
    for (const box of letters) {
      let high = 0;
      for (let down = Math.floor(box[1] - y); down < box[1] + box[3] - y && down < height; down += 1) {
        for (let right = Math.floor(box[0] - x); right < box[0] + box[2] - x && right < width; right += 1) {
          const at = 4 * (down * width + right);
          const mix = (own, under) => Math.round(own * alpha + under * (1 - alpha));
          const under = luminance(data[at], data[at + 1], data[at + 2]);
          const own = luminance(mix(red, data[at]), mix(green, data[at + 1]), mix(blue, data[at + 2]));
          const found = ratio(own, under);
          if (found > high) high = found;
          if (found < worst) worst = found;
        }
      }
      if (high) { count += 1; best = Math.min(best, high); top = Math.max(top, high); }
    }
    return count ? { ...fact, best: Math.round(best * 100) / 100, worst: Math.round(worst * 100) / 100, top: Math.round(top * 100) / 100 } : null;
  }).filter(Boolean);
}
measure().then(done, () => done([]));
