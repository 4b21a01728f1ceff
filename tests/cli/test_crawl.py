"""`contentlint crawl` and what follows it, over HTTP, without browser and LanguageTool."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.fetch.site import Answer, page, serve

FAST = ("--without", "browser,languagetool")


def words(*sentences: str, links: tuple[str, ...] = ()) -> str:
    items = "".join(f'<li><a href="{link}">Read about {link.strip("/") or "home"}</a></li>' for link in links)
    body = "".join(f"<p>{sentence}</p>" for sentence in sentences)
    return (
        '<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Bins: Test Council</title></head>'
        f"<body><main><h1>Bins</h1>{body}<ul>{items}</ul></main></body></html>"
    )


def as_json(run, *arguments: str, **more) -> dict:
    return json.loads(run(*arguments, "--format", "json", **more).stdout)


def test_two_scans_are_compared(run) -> None:
    script = {
        "/": words("Find your bin day.", links=("/a", "/b", "/gone", "/moved")),
        "/a": words("We will utilise new bins."),
        "/b": words("You need this in order to pay."),
        "/gone": words("Please utilise the old form."),
        "/moved": words("We utilise your data."),
    }
    with serve(script) as site:
        run("crawl", site.origin, *FAST, "--quiet", code=0)
        script["/a"] = words("We have changed this page.", "We will use new bins.")
        script["/b"] = words("A new line stands here now.", "You need this in order to pay.")
        script["/new"] = words("Commence your application.")
        script["/"] = words("Find your bin day.", links=("/a", "/b", "/gone", "/moved", "/new"))
        script["/gone"] = Answer("broken", 500)
        script["/moved"] = Answer("", 301, headers={"Location": "/here"})
        script["/here"] = words("We utilise your data.")
        crawl = as_json(run, "crawl", site.origin, *FAST, "--quiet", code=4)
        made = as_json(run, "compare")
    key = site.origin
    state = {(item["page"].removeprefix(key), item["location"]["quote"]): item["change"]
             for item in made["findings"] if item["kind"] == "style"}  # fmt: skip
    assert state[("/a", "utilise")] == "fixed"
    assert state[("/b", "in order to")] == "same"
    assert state[("/gone", "utilise")] == "not-rechecked"
    assert state[("/here", "utilise")] == "same", "a page that moved keeps its history"
    assert state[("/new", "Commence")] == "new"
    causes = {item["cause"] for item in made["findings"] if item["change"] == "new" and item["page"].endswith("/new")}
    assert causes == {"new page"}
    assert crawl["coverage"] == {"met": 6, "checked": 5, "unchanged": 0, "skipped": 1}
    assert any((skip["page"] or "").endswith("/gone") and "500" in skip["reason"] for skip in crawl["skips"])


def test_new_rules_over_an_old_scan_need_no_network(run, tmp_path: Path) -> None:
    with serve({"/": words("Bring your library card."), "/robots.txt": Answer("", 404)}) as site:
        before = as_json(run, "crawl", site.origin, *FAST)
        asked = len(site.asked)
        pack = tmp_path / "mine" / "town"
        pack.mkdir(parents=True)
        (pack / "library-card.yaml").write_text(
            "extends: substitution\ntitle: Old name of the card\nmessage: Use “{suggestion}”, not “{match}”\n"
            "level: warning\nwhy: The card has a new name.\nsource: {guide: House style}\n"
            "swap: {library card: Town Card}\nexamples:\n"
            "  - {bad: Bring your library card., flags: [library card]}\n  - {good: Bring your Town Card.}\n", "utf-8",
        )  # fmt: skip
        after = as_json(run, "crawl", "--again", "latest", "--rules", "mine")
        assert len(site.asked) == asked, "no request was made"
    assert "town/library-card" not in {item["rule"] for item in before["findings"]}
    assert "town/library-card" in {item["rule"] for item in after["findings"]}
    change = [item for item in as_json(run, "compare")["findings"] if item["rule"] == "town/library-card"]
    assert [item["cause"] for item in change] == ["new rule"]


def test_judging_again_does_not_hide_what_changed_on_the_site(run) -> None:
    script = {"/": words("We will utilise new bins.")}
    with serve(script) as site:
        run("crawl", site.origin, *FAST, "--quiet", code=0)
        script["/"] = words("We will use new bins.", "Commence your application.")
        run("crawl", site.origin, *FAST, "--quiet", code=0)
        before = {item["location"]["quote"]: item["change"] for item in as_json(run, "compare")["findings"]}
        run("crawl", "--again", "latest", "--quiet", code=0)
        after = {item["location"]["quote"]: item["change"] for item in as_json(run, "compare")["findings"]}
    assert before["utilise"] == after["utilise"] == "fixed"
    assert before["Commence"] == after["Commence"] == "new"


def test_what_is_not_shown_is_still_remembered(run) -> None:
    script = {"/": words("We will utilise new bins.", links=("/gone",))}
    with serve(script) as site:
        run("crawl", site.origin, *FAST, "--quiet")
        shown = as_json(run, "crawl", site.origin, *FAST, "--kinds", "style")
        changes = as_json(run, "compare")["findings"]
    assert {item["kind"] for item in shown["findings"]} == {"style"}
    assert {item["change"] for item in changes} == {"same"}


def test_a_resumed_crawl_is_judged_by_todays_rules(run, tmp_path: Path) -> None:
    script = {"/": words("Home.", links=("/1", "/2")), "/1": words("One."), "/2": Answer(words("Two."), wait=3.0)}
    with serve(script) as site:
        child = subprocess.Popen(
            [sys.executable, "-m", "contentlint", "crawl", site.origin, *FAST, "--concurrency", "1", "--quiet"],
            cwd=tmp_path, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        deadline = time.monotonic() + 30
        while "/2" not in site.paths() and time.monotonic() < deadline:
            time.sleep(0.05)
        child.send_signal(signal.SIGINT)
        assert child.wait(30) == 130
        script["/2"].wait = 0.0
        (tmp_path / "contentlint.toml").write_text("[rules]\ndisable = ['links/*']\n", "utf-8")
        resumed = as_json(run, "crawl", site.origin, *FAST, "--resume")
        fresh = as_json(run, "crawl", site.origin, *FAST)
    assert resumed["scan"]["rules_digest"] == fresh["scan"]["rules_digest"]
    assert not [item for item in resumed["findings"] if item["rule"].startswith("links/")]


def test_wrong_options_are_found_before_anything_is_fetched(run) -> None:
    with serve({"/": words("Find your bin day.")}) as site:
        for wrong in (("--output", "x.docx"), ("--fail-on", "sirious"), ("--format", "htlm"), ("--kinds", "styl")):
            run("crawl", site.origin, *FAST, *wrong, code=2)
        assert site.asked == []


def test_a_password_in_an_address_is_refused(run) -> None:
    done = run("crawl", "http://bob:s3cret@127.0.0.1:9/", *FAST, code=2)
    assert "Leave out" in done.stderr and "s3cret" not in done.stderr
    assert "Leave out" in run("check", "http://bob:s3cret@127.0.0.1:9/", *FAST, code=2).stderr


@pytest.mark.parametrize(
    ("address", "said"),
    [("http://no-such-council.invalid", "could not be found"), ("http://127.0.0.1:9", "refused"),
     ("http://127.0.0.1:9/page", "127.0.0.1:9")],
)  # fmt: skip
def test_a_site_that_is_not_there_ends_with_3(run, address: str, said: str) -> None:
    done = run("crawl", address, *FAST, code=3)
    assert said in done.stderr
    assert done.stdout == ""


def test_a_site_of_errors_ends_with_3_and_keeps_the_old_scans(run) -> None:
    script: dict = {"/": words("Find your bin day.")}
    with serve(script) as site:
        run("crawl", site.origin, *FAST, code=0)
        script["/"] = Answer("down", 503, headers={"Retry-After": "0"})
        run("crawl", site.origin, *FAST, code=3)
        made = as_json(run, "report")
    assert made["coverage"]["checked"] == 1


def test_no_site_is_an_error_of_use(run) -> None:
    assert "Give its address" in run("crawl", *FAST, code=2).stderr
    assert "not a web address" in run("crawl", "ftp://x.example", *FAST, code=2).stderr


def test_ctrl_c_keeps_what_was_done_and_resume_goes_on(run, tmp_path: Path) -> None:
    slow = {f"/{n}": Answer(words(f"Page {n} is here."), wait=0.0 if n < 4 else 1.0) for n in range(1, 13)}
    script = {"/": words("Home.", links=tuple(slow)), **slow}
    with serve(script) as site:
        child = subprocess.Popen(
            [sys.executable, "-m", "contentlint", "crawl", site.origin, *FAST, "--concurrency", "1", "--delay", "0.1"],
            cwd=tmp_path, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        deadline = time.monotonic() + 30
        while len(site.asked) < 8 and time.monotonic() < deadline:
            time.sleep(0.05)
        child.send_signal(signal.SIGINT)
        _, said = child.communicate(timeout=30)
        assert child.returncode == 130, said
        assert "is kept" in said and "Traceback" not in said
        earlier = set(site.paths())
        for answer in slow.values():
            answer.wait = 0.0
        site.asked.clear()
        made = as_json(run, "crawl", site.origin, *FAST, "--resume", code=0)
    assert made["coverage"]["checked"] == 13
    kept = earlier & set(slow) - set(site.paths())
    assert len(kept) >= 3, "pages that were fetched before are not asked for again"


def test_the_report_needs_a_scan(run) -> None:
    done = run("report", code=2)
    assert "contentlint crawl" in done.stderr
    with serve({"/": page()}) as site:
        run("crawl", site.origin, *FAST)
    assert "nothing to compare with" in run("compare", code=2).stderr
