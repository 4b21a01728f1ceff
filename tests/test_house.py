"""The house holds: who imports whom, that every part keeps its contract, and that files stay small."""

from __future__ import annotations

import ast
import importlib
import re
from pathlib import Path

import pytest

from contentlint.registry import CONTRACTS, broken, is_part, names, parts

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "contentlint"
FILES = sorted(path for path in PACKAGE.rglob("*.py"))

BASE = {"model", "errors", "urls", "text", "tabular", "__init__"}
PARTS = {"config", "rulepack", "fetch", "parse", "evidence", "checks", "store", "compare", "rollup", "feedback",
         "traffic", "priority", "render", "registry", "data", "demo"}  # fmt: skip
ALLOWED = {
    "model": {"model", "urls"},
    "errors": set(),
    "urls": set(),
    "tabular": {"errors"},
    "text": {"model", "errors", "urls", "text"},
    # Two parts are tools for the others and know none of them: where our files lie, and the walk over parts.
    **{part: BASE | {part, "registry", "data"} for part in PARTS},
    "registry": {"registry"},
    "data": set(),
    "pipeline": BASE | PARTS | {"pipeline"},
    "cli": {"cli", "pipeline", "config", "model", "errors", "__init__"},
    "__main__": {"cli", "errors"},
    "__init__": set(),
}
OWNERS = {
    "scrapy": "fetch", "twisted": "fetch", "bs4": "parse", "markdown_it": "parse", "pikepdf": "parse", "docx": "parse",
    "selenium": "evidence", "axe_selenium_python": "evidence", "language_tool_python": "evidence",
    "textstat": "text", "spylls": "text", "wordfreq": "text", "msgpack": "text", "ruamel": "rulepack", "sqlalchemy": "store", "jinja2": "render", "markupsafe": "render",
    "typer": "cli", "rich": "cli", "ahocorasick": "rulepack", "re2": "rulepack",
}  # fmt: skip


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    """Names of modules that a file imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            if node.module == "contentlint":
                found |= {f"contentlint.{alias.name}" for alias in node.names}
            else:
                found.add(node.module)
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_only_what_its_room_may(path: Path) -> None:
    for name in imports(path):
        if name.startswith("contentlint."):
            other = name.split(".")[1]
            other = "__init__" if other == "__version__" else other
            assert other in ALLOWED[room(path)], f"{path} may not import {name}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_third_parties_have_one_owner(path: Path) -> None:
    for name in imports(path):
        owner = OWNERS.get(name.split(".")[0])
        assert owner is None or owner == room(path), f"{name} belongs to {owner}, not to {path}"


def test_model_imports_no_third_party() -> None:
    import sys

    for path in (PACKAGE / "model").glob("*.py"):
        strangers = {name.split(".")[0] for name in imports(path)} - set(sys.stdlib_module_names) - {"contentlint"}
        assert not strangers, f"{path} imports {strangers}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_cli_prints_or_exits(path: Path) -> None:
    if room(path) in ("cli", "__main__") or path.name in ("child.py",):
        return
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in ("print", "exit", "quit"), f"{path}:{node.lineno}"


@pytest.mark.parametrize("package", CONTRACTS)
def test_every_part_keeps_its_contract(package: str) -> None:
    found = parts(package)
    assert found, f"{package} has no part"
    for name in names(package):
        module = importlib.import_module(f"{package}.{name}")
        assert not broken(package, module), f"{package}.{name}"
        assert name not in found or is_part(package, module)


def test_a_part_that_breaks_its_contract_is_noticed() -> None:
    from types import ModuleType

    half = ModuleType("half")
    half.NAME = "half"  # type: ignore[attr-defined]
    assert broken("contentlint.render", half) == ("EXTENSION", "render")


def test_no_file_is_over_300_lines() -> None:
    files = [*FILES, *(ROOT / "tests").rglob("*.py")]
    long = {str(path): size for path in files if (size := len(path.read_text("utf-8").splitlines())) > 300}
    assert not long


def test_every_public_function_says_what_it_does() -> None:
    silent = []
    for path in FILES:
        if path.name.startswith("_") or room(path) in ("cli",):
            continue
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                if ast.get_docstring(node) is None:
                    silent.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}")
    assert not silent


def test_the_tests_run_on_the_built_wheel() -> None:
    """What stands first in sys.path is handed on to every program that a test starts (conftest.run_in)."""
    shared = (path for path in (ROOT / "tests").rglob("*.py") if "benchmarks" not in path.parts)
    assert [path.name for path in shared if re.search(r"^\s*sys\.path\.insert", path.read_text("utf-8"), re.M)] == []
