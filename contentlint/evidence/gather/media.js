// [{…about, kind, seconds: that it sounds, or null, controls: its own or named buttons about playing that are seen and heard}]:
// sound and films that start by themselves and are not mute.
const STOP = /\b(?:pause|play|stop|mute|unmute|sound|volume)\b/i;
return kit.all("audio[autoplay], video[autoplay]").filter((media) => !media.muted && !media.hasAttribute("muted") && media.volume > 0)
  .filter((media) => (media.currentSrc || media.src || media.querySelector("source")))
  .map((media) => {
    const source = media.currentSrc || media.src || media.querySelector("source").src;
    const range = /#t=([\d.]+)?(?:,([\d.]+))?/.exec(source);
    const whole = Number.isFinite(media.duration) ? media.duration : null;
    const start = range && range[1] ? Number(range[1]) : 0;
    const end = range && range[2] ? Number(range[2]) : whole;
    return {
      ...kit.about(media), kind: media.localName, seconds: end === null ? null : Math.max(0, end - start), loop: media.loop,
      controls: (media.controls && (media.localName === "audio" || kit.seen(media))) || kit.all("button, [role=button], input[type=button], a").some((element) => STOP.test(kit.name(element)) && kit.heard(element) && kit.seen(element)),
    };
  });
