// What a page is about, in short: {title, heading, text, phones, pictures}; null for one that is an error.
const entry = performance.getEntriesByType("navigation")[0];
if (location.protocol === "chrome-error:" || (entry && entry.responseStatus >= 400)) return null;
const main = document.querySelector("main, [role=main]") || document.body;
const squeeze = (text) => (text || "").replace(/\s+/g, " ").trim();
const text = squeeze(main ? main.innerText : "").slice(0, 3000);
const first = [...document.querySelectorAll("h1")].find((heading) => heading.getClientRects().length);
return {
  title: squeeze(document.title), heading: squeeze(first && first.innerText), text, pictures: main ? main.querySelectorAll("img, video, iframe, canvas").length : 0,
  phones: [...new Set((text.match(/\+?\(?\d[\d\s().-]{7,}\d/g) || []).map((found) => found.replace(/\D/g, "")))].slice(0, 10),
};
