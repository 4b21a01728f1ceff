"""`contentlint crawl`: fetch and check a whole site, and remember it."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from contentlint.cli import options


def command(
    context: typer.Context,
    site: Annotated[
        str | None, typer.Argument(metavar="SITE", help="The address of the site. The default is “url” "
                                      "under [site] in contentlint.toml.")
    ] = None,  # fmt: skip
    resume: Annotated[bool, typer.Option("--resume", help="Go on with the crawl that was stopped.")] = False,
    again: Annotated[
        str | None, typer.Option("--again", metavar="SCAN", help="Fetch nothing: judge a stored scan with "
                                    "today's rules. Give its id, or latest.")
    ] = None,  # fmt: skip
    max_pages: Annotated[Optional[int], typer.Option("--max-pages", metavar="NUMBER", min=1, help="Stop after so many pages.")] = None,  # noqa: UP045
    delay: Annotated[
        float | None, typer.Option("--delay", metavar="SECONDS", min=0, help="Seconds between two requests. The site's own "
                                      "crawl-delay counts too.")
    ] = None,  # fmt: skip
    concurrency: Annotated[
        int | None, typer.Option("--concurrency", metavar="NUMBER", min=1, help="Requests at the same time. Only raise it for a "
                                    "site of your own.")
    ] = None,  # fmt: skip
    format_name: options.Format = "terminal",
    output: options.Output = None,
    config_file: options.ConfigFile = None,
    store_at: options.StoreAt = None,
    rules: options.RuleFolders = None,
    kinds: options.Kinds = None,
    without: options.Without = None,
    fail_on: options.FailOn = None,
    stats: options.Stats = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> int:
    """Crawl a site, check every page and remember what was found.

    Obeys robots.txt and waits a second between requests unless you say otherwise. Ends with 3 where no
    page could be checked and with 4 where something failed on the way.
    """
    from dataclasses import replace

    from contentlint.cli import common
    from contentlint.cli.progress import Progress
    from contentlint.errors import UsageError
    from contentlint.model import EngineUse
    from contentlint.pipeline import assemble, crawling, history
    from contentlint.pipeline.output import history_at

    config = common.configuration(config_file)
    wanted = {"max_pages": max_pages, "delay": delay, "concurrency": concurrency}
    changed = {name: value for name, value in wanted.items() if value is not None}
    config = replace(config, crawl=replace(config.crawl, **changed))
    address = crawling.site_address(site or config.site.url) if again is None else ""
    if again is None and not address:
        raise UsageError("No site was named.", remedy="Give its address: contentlint crawl https://www.example.gov.uk")
    wanted_kinds, without_engines = common.kinds(kinds), common.engines(without)
    chosen = common.format_for(format_name, output, common.given(context, "format_name"))
    gate = common.gate(fail_on, None)
    limits = assemble.TERMINAL if chosen == "terminal" and not verbose else assemble.WHOLE
    used: list[EngineUse] = []
    with history_at(common.store_place(store_at, config)) as store:
        if resume and again is None and store.unfinished(address) is None:
            common.say("No crawl of this site was stopped, so this one starts from the beginning.", quiet)
        with Progress(quiet) as progress:
            if again is not None:
                scan = crawling.rejudge(store.scan(again), config, store, rules=rules or (), progress=progress)
            else:
                scan = crawling.crawl(address, config, store, rules=rules or (), without=without_engines,
                                      resume=resume, progress=progress, use=used.extend)  # fmt: skip
        report = history.of_scan("crawl", store, config, scan, gate=gate, kinds=wanted_kinds, limits=limits)
        report = replace(report, stats=tuple(used) if stats else ())
    common.show(report, chosen, output, quiet)
    common.say_use(report.stats)
    common.say(f"Stored as scan {scan.id}. Now run `contentlint report --output report.html`.",
               quiet or chosen != "terminal")  # fmt: skip
    return common.exit_code(report, scanning=True)
