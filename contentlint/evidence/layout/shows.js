// Watches the carousels that motion.js found for arguments[0] ms, and hands back [{…about, turns: how often the words or pictures in sight changed}].
const [time, done] = arguments;
const shows = (window.contentlintShows || []).map(({ one }) => one);
delete window.contentlintShows;
const inside = (box, edge) => { const x = (box.left + box.right) / 2; const y = (box.top + box.bottom) / 2; return x > edge.left && x < edge.right && y > edge.top && y < edge.bottom; };
// Which words and pictures have their middle in sight.
function sight(show) {
  const edge = show.getBoundingClientRect();
  const words = [];
  const walker = document.createTreeWalker(show, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node && words.length < 200; node = walker.nextNode()) {
    if (/\p{L}/u.test(node.data) && shown(node.parentElement) && rectsOf(node).some((box) => inside(box, edge))) words.push(squeeze(node.data));
  }
  for (const image of show.querySelectorAll("img")) if (shown(image) && inside(image.getBoundingClientRect(), edge)) words.push(image.currentSrc);
  return words.join("|");
}
async function look() {
  const last = shows.map(sight);
  const turns = shows.map(() => 0);
  const end = performance.now() + time;
  while (performance.now() < end) {
    await pause(300);
    shows.forEach((show, at) => { const now = sight(show); if (now !== last[at]) { turns[at] += 1; last[at] = now; } });
  }
  return shows.map((show, at) => ({ ...about(show), turns: turns[at] }));
}
look().then(done, (error) => done({ error: String(error) }));
