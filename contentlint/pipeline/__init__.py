"""Wires fetch, parse, evidence, checks, store, compare, priority and render. The only room that knows
every other.

packs: the rules of a run · engines: browsers and LanguageTool beside the crawl · judging: parsed pages
to findings · draft: `check` · crawling: `crawl` · history: `compare` and `report` · imports: feedback
and traffic · assemble: the Report · moments: the clock.
"""
