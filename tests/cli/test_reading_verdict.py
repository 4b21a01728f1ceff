"""What an author is told about how hard a page is to read, through `contentlint check`."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema

FAST = ("--without", "browser,languagetool")
PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><title>Build near a river - Anyborough Council</title>
<meta name="description" content="What to ask before you build near a river or stream."></head>
<body><nav><ul><li><a href="/">Adjudication and promulgation</a></li></ul></nav><main>
<h1>Build near a river</h1>
<p>You may need our consent before you build near a river or a stream. Ask us first. It is free.</p>
<h2>What you must do</h2>
<p>Works that exacerbate flooding contravene the rules. You must keep the bank clear, and you must tell us
before you put anything into the water. We reply within 8 weeks.</p>
<p>Where an application is received without the accompanying documentation that is necessary for the determination
of the application, the authority reserves the right to postpone consideration of the application until such
time as the documentation has been submitted in its entirety and verified by the responsible officer.</p>
<p>Applications for retrospective authorisation are determined in accordance with the provisions of the relevant
legislation, and additional administrative charges are normally applicable in these circumstances. Notification of
the determination is subsequently communicated to all interested parties by electronic correspondence.</p>
<p>Your bank must be kept clear of:</p>
<ul><li>fallen trees</li><li>garden waste and soil</li><li>anything that could float away in a flood</li></ul>
<p>Read about the curtilage (the land around a building). Ask for an adjudication if you disagree. The adjudication
takes 4 weeks. You can talk to us about it at any time, and you can bring a friend to the meeting if you want.</p>
<address>Town Hall, Talbot Road, Anyborough, AN1 1AA</address>
<p>Telephone: 0161 496 0000</p>
<p lang="cy">Mae'r cyngor yn casglu sbwriel bob wythnos o'ch cartref a gallwch wneud cais am fin arall.</p>
</main></body></html>
"""


def found(run, *more: str, code: int | None = None) -> dict:
    return json.loads(run("check", "river.html", *FAST, "--format", "json", *more, code=code).stdout)


def hard(made: dict) -> dict[str, dict]:
    return {item["location"]["quote"]: item for item in made["findings"] if item["rule"] == "readability/hard-word"}


def test_hard_words_come_with_a_plainer_one(run, tmp_path: Path) -> None:
    (tmp_path / "river.html").write_text(PAGE, "utf-8")
    words = hard(found(run))
    assert set(words) == {"exacerbate", "contravene", "adjudication"}
    assert words["exacerbate"]["suggestion"] == "make worse" and words["contravene"]["suggestion"] == "break"
    assert "2 times" in words["adjudication"]["message"]
    place = words["contravene"]["location"]
    line = PAGE.splitlines()[place["line"] - 1]
    assert line[place["column"] - 1 : place["end_column"] - 1] == "contravene"


def test_at_most_five_hard_words_and_review_without_an_alternative(run, tmp_path: Path) -> None:
    words = "paucity derogation culvert subsidence moratorium indemnity exhumation abatement".split()
    text = "".join(f"<p>We have looked at the {word} of the case with care.</p>" for word in words)
    (tmp_path / "river.html").write_text(f"<p>We measured the turbidity of the water.</p>{text}", "utf-8")
    made = hard(found(run))
    assert len(made) == 5
    assert {quote: item["certainty"] for quote, item in made.items() if quote not in words} == {"turbidity": "review"}
    assert {item["certainty"] for quote, item in made.items() if quote in words} == {"likely"}


def test_allowed_words_and_the_style_pack_come_first(run, tmp_path: Path) -> None:
    (tmp_path / "river.html").write_text(PAGE.replace("exacerbate", "exacerbate and ameliorate"), "utf-8")
    (tmp_path / "contentlint.toml").write_text('[readability]\nallowed_words = ["Adjudication", "exacerbate"]\n', "utf-8")
    assert set(hard(found(run))) == {"contravene", "ameliorate"}
    text = "<p>The bills necessitate a change hereinafter. We will write to you about the remuneration of our staff.</p>"
    (tmp_path / "river.html").write_text(text, "utf-8")
    made = found(run)
    style = {item["location"]["quote"] for item in made["findings"] if item["kind"] == "style"}
    assert style and not style & set(hard(made))


def test_the_verdict_names_the_sentences_that_would_help_most(run, tmp_path: Path) -> None:
    (tmp_path / "river.html").write_text(PAGE, "utf-8")
    said = run("check", "river.html", *FAST).stdout
    top = said.partition("Change (")[0]
    assert "Reading age" in top and "Aim for 9" in top and "Spot check: " in top
    assert "How familiar the words are: " in top and "of 100" in top
    helps = top.partition("What would help most")[2]
    assert "“Where an application is received" in helps and "with this as 2 sentences" in helps
    assert helps.count("Reading age of the page:") == 3
    assert "Telephone" not in helps and "Mae'r" not in helps


def test_the_json_has_every_figure_and_follows_the_schema(run, root: Path, tmp_path: Path) -> None:
    (tmp_path / "river.html").write_text(PAGE, "utf-8")
    made = found(run)
    jsonschema.validate(made, json.loads((root / "reports/contentlint-1.schema.json").read_text("utf-8")))
    page = made["pages"][0]
    measures = page["measures"]
    assert measures["formula"] == "flesch-kincaid" and measures["range"] is None
    assert measures["long_share"] == round(measures["sentences_over_25"] / measures["sentences"], 3)
    assert 0 < measures["late_words"] < 1 and 0 < measures["familiarity"] < 100
    costs = [item["cost"] for item in measures["hardest"]]
    assert len(costs) == 3 and costs == sorted(costs, reverse=True)
    first = measures["hardest"][0]
    assert first["quote"].startswith("Where an application") and first["heavy_words"]
    assert first["if_left_out"] < first["if_split"] < measures["reading_age"] < first["reading_age"]
    lines = [json.loads(line) for line in run("check", "river.html", *FAST, "--format", "jsonl").stdout.splitlines()]
    assert next(line for line in lines if line["type"] == "page")["measures"] == measures


def test_leaving_out_the_dearest_sentence_gives_the_age_that_was_promised(run, tmp_path: Path) -> None:
    (tmp_path / "river.html").write_text(PAGE, "utf-8")
    promised = found(run)["pages"][0]["measures"]["hardest"][0]["if_left_out"]
    start, end = PAGE.index("<p>Where an application"), PAGE.index("<p>Applications for")
    (tmp_path / "river.html").write_text(PAGE[:start] + PAGE[end:], "utf-8")
    assert found(run)["pages"][0]["measures"]["reading_age"] == promised


def test_the_spot_check_says_when_to_rewrite(run, tmp_path: Path) -> None:
    bad = "<p>" + " ".join(f"We will utilise form {letter}." for letter in "ABCDEFG") + "</p>"
    calm = "<p>" + "We collect your bins each week. " * 12 + "</p>"
    for text, first, rewrite in ((bad + calm, True, True), (calm + bad, False, False)):
        (tmp_path / "river.html").write_text(text, "utf-8")
        spot = found(run)["pages"][0]["spot_check"]
        assert (spot["first_ten"] >= 7, spot["rewrite"]) == (first, rewrite), spot
        assert spot["errors"] >= 7
    (tmp_path / "river.html").write_text("<h1>Bins</h1><p>0161 496 0000</p>", "utf-8")
    assert found(run)["pages"][0]["spot_check"] is None


def test_formula_and_engine_are_settings(run, tmp_path: Path) -> None:
    (tmp_path / "river.html").write_text(PAGE, "utf-8")
    settings = tmp_path / "contentlint.toml"
    ages = {}
    for lines in ("", 'formula = "automated-readability"', 'engine = "textstat"', 'formula = "smog"'):
        settings.write_text(f"[readability]\n{lines}\n", "utf-8")
        ages[lines] = found(run)["pages"][0]["measures"]["reading_age"]
    assert ages[""] == ages['engine = "textstat"'] != ages['formula = "automated-readability"']
    assert ages['formula = "smog"'] is None  # made for 30 sentences
    settings.write_text('[readability]\nformula = "flesh"\n', "utf-8")
    done = run("check", "river.html", *FAST, code=2)
    assert "contentlint.toml:2" in done.stderr and "Use flesch-kincaid or" in done.stderr


def test_a_short_page_has_a_range_in_the_report_too(run, tmp_path: Path) -> None:
    (tmp_path / "river.html").write_text("<h1>Bins</h1><p>" + "We collect your bins each week from your gate. " * 9 + "</p>", "utf-8")
    run("check", "river.html", *FAST, "--output", "report.html")
    assert "a short page, so this is rough" in (tmp_path / "report.html").read_text("utf-8")
    (tmp_path / "river.html").write_text(PAGE, "utf-8")
    run("check", "river.html", *FAST, "--output", "report.html")
    report = (tmp_path / "report.html").read_text("utf-8")
    assert "Sentences that would help most" in report and "Spot check: " in report
