"""Words of the web that the bundled American dictionary is too old to know."""

from __future__ import annotations

WEB_WORDS = frozenset(
    "app apps autocomplete backend backlink backlinks backtick backticks backup blockchain blog blogs blogger bookmarklet"
    " captcha changelog chatbot chatbots checkbox checkboxes clickable codebase combobox cookie cron crowdsource"
    " crowdsourced customizable cybersecurity dashboard dataset datasets datastore devtools dropdown dropdowns ebook ebooks"
    " ecommerce email emails emoji emojis favicon filename filenames footer frontend geolocation hashtag hashtags homepage"
    " homepages hostname hotspot hotspots hyperlink hyperlinks iframe inbox infographic infographics internet intranet"
    " keylogger livestream localhost login logins lookup malware markdown metadata microsite microsites middleware mockup"
    " mockups modal multipage namespace namespaces navbar newsfeed online opensource pageview pageviews paywall permalink"
    " permalinks phishing plaintext plugin plugins podcast podcasts popup popups preload ransomware readme redesign"
    " repo repos scalable screenshot screenshots scrollable searchable selfie serverless setup signup sitemap smartphone"
    " smartphones spam spyware startup stylesheet stylesheets subdomain subdomains subfolder submenu subreddit tablet"
    " textbox thumbnail timeline timestamp timestamps toolbar tooltip tooltips troll tweet tweets unfollow unsubscribe"
    " upload uploads url urls username usernames vlog walkthrough webcam webcams webhook webhooks webinar webinars weblink"
    " webmail webpage webpages website websites whitespace wifi wiki wikis wireframe wireframes workflow workflows".split()
)
