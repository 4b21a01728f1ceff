// Takes away the outline of picture_show.js.
for (const ring of document.querySelectorAll("contentlint-ring")) ring.remove();
return null;
