"""Our own looks at a page in the browser, beside axe-core: one probe a file, found by the registry.

A probe gathers facts and judges nothing; a check of the same subject does that later, from the store.
Each module has:

- NAME: the engine's name of its evidence, such as "page-facts"
- EACH: "page" where it costs little and runs on every page; "template" where it presses keys, resizes
  or takes pictures, and runs once for pages of one structure; "elsewhere" where it opens other
  addresses, which a crawl does not do: there the crawler alone asks the site, by its rules
- ORDER: probes run from the lowest on; those that leave a page changed come late
- look(view): the payload, in plain JSON types. `view` is contentlint.evidence.view.View

What a probe saw is one Evidence of its own (engine NAME, version of contentlint). A probe that fails
becomes a Skip of that name, and so does each part of its look that it says failed, by "failed" in its
payload: {part: words}; one that breaks the browser costs neither axe's answer nor the other probes.
"""
