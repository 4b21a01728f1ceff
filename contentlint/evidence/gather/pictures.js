// [{…about, src: file name, alt, hidden: from screen readers, name, near: words beside it, linked: its link or button has a name}]: pictures that are seen.
return kit.all("img[src], [role=img] > img, input[type=image]").slice(0, 300).filter((image) => image.naturalWidth > 1 && kit.seen(image)).map((image) => {
  const control = image.closest("a, button, [role=button], [role=link]");
  let holder = image.parentElement;
  const wide = (element) => element.matches("body, main, section, article, header, footer");
  for (let turn = 0; turn < 3 && holder && !wide(holder) && !kit.squeeze(holder.textContent); turn += 1) holder = holder.parentElement;
  return {
    ...kit.about(image), src: decodeURIComponent((image.currentSrc || image.src).split(/[?#]/)[0].split("/").pop().slice(0, 120)), alt: image.getAttribute("alt"),
    hidden: !kit.heard(image) || ["none", "presentation"].includes(kit.role(image)), name: kit.name(image).slice(0, 160),
    near: holder && !wide(holder) ? kit.squeeze(holder.textContent).slice(0, 160) : "", linked: Boolean(control && kit.name(control)),
    width: Math.round(image.clientWidth), height: Math.round(image.clientHeight),
  };
});
