// Hands back {moving: [{…about, kind, seconds: null for no end}], boxes: [{…about, x, y, width, height}], shows: number, stop: bool}: what moves by
// itself for over 5 seconds as the code tells ("animation", "film"), pictures that may move, carousels; stop: there is a control that ends it.
const done = arguments[arguments.length - 1];
const LEAST = 5000;
const STOP = /\b(?:pause|stop|play|freeze|turn off|reduce)\s+(?:the\s+|all\s+)?(?:animations?|motion|movement|slides?|slide ?show|carousel|video|film|news|ticker|rotation)\b|^\W*(?:pause|stop)\W*$/i;
const BUSY = "[role=progressbar], [aria-busy=true], [class*=spinner], [class*=loader], [class*=loading]";
const named = (element) => `${element.innerText || ""} ${element.value || ""} ${element.getAttribute("aria-label") || ""} ${element.title || ""} ${[...element.querySelectorAll("img[alt]")].map((one) => one.alt).join(" ")} ${[...element.querySelectorAll("svg title")].map((one) => one.textContent).join(" ")}`;
const SHOW = "[aria-roledescription=carousel], [class*=carousel], [class*=slider], [class*=slideshow], [class*=swiper], [class*=splide], [class*=ticker]";
const control = (root) => [...root.querySelectorAll("button, [role=button], input[type=button], input[type=checkbox], a[href]")].some((element) => [element.innerText, element.value, element.getAttribute("aria-label"), element.title, named(element)].some((words) => STOP.test(words || "")) && shown(element));
const fixed = (one) => { const box = one.getBoundingClientRect(); return { ...about(one), x: box.left + scrollX, y: box.top + scrollY, width: box.width, height: box.height }; };
const moving = [];
const seen = new Set();
for (const animation of document.getAnimations()) {
  const effect = animation.effect;
  const element = effect && effect.target;
  if (!element || animation.playState !== "running" || seen.has(element) || effect.pseudoElement || !(animation instanceof CSSAnimation || animation.constructor === Animation)) continue;
  if (animation.timeline !== document.timeline) continue; // moves as people scroll
  const timing = effect.getComputedTiming();
  if (timing.activeDuration <= LEAST || element.closest(BUSY) || !shown(element)) continue;
  const box = element.getBoundingClientRect();
  const frames = effect.getKeyframes();
  const changes = [...new Set(frames.flatMap((frame) => Object.keys(frame)))].filter((key) => !/offset|easing|composite/i.test(key)).filter((key) => new Set(frames.map((frame) => frame[key])).size > 1);
  if (!changes.length || box.width * box.height < 100) continue;
  seen.add(element);
  const gentle = changes.every((key) => /color|opacity|shadow|filter|background/i.test(key));
  moving.push({ ...about(element), kind: gentle ? "pulse" : "animation", seconds: Number.isFinite(timing.activeDuration) ? timing.activeDuration / 1000 : null });
}
for (const film of document.querySelectorAll("video")) {
  if (film.controls || film.paused || !shown(film) || !(film.loop || film.duration > LEAST / 1000)) continue;
  moving.push({ ...about(film), kind: "film", seconds: film.loop ? null : film.duration });
}
const boxes = [...document.querySelectorAll("img[src*='.gif' i], img[src^='data:image/gif'], canvas")].filter((one) => shown(one) && one.getBoundingClientRect().width > 16).slice(0, 6).map(fixed);
const shows = [...document.querySelectorAll(SHOW)].filter((one) => shown(one) && one.children.length && !one.parentElement.closest(SHOW) && !/^(A|BUTTON|INPUT|LI)$/.test(one.tagName)).slice(0, 4);
window.contentlintShows = shows.map((one) => ({ one, was: null }));
done({ moving: moving.slice(0, 10), boxes, shows: shows.length, stop: control(document), age: performance.now() });
