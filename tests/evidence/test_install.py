"""What setup brings and doctor looks at."""

from __future__ import annotations

import hashlib
import zipfile
from importlib import metadata
from pathlib import Path

import pytest

from contentlint.errors import EngineError
from contentlint.evidence import install, libraries, places


def test_every_engine_is_found_with_its_version() -> None:
    probes = {engine.name: engine.probe() for engine in install.ENGINES}
    assert list(probes) == ["chromium", "chromedriver", "axe-core", "java", "languagetool", "hunspell"]
    for probe in probes.values():
        assert probe.found and probe.version and Path(probe.path).exists() and probe.remedy is None
    assert probes["axe-core"].version == "4.14.1" and probes["languagetool"].version == "6.8"
    assert probes["chromium"].version.split(".")[0] == probes["chromedriver"].version.split(".")[0]


def test_what_is_missing_is_said_with_a_remedy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(places, "vendor_folder", lambda: tmp_path / "none")
    monkeypatch.setattr(places, "cache_folder", lambda: tmp_path / "empty")
    for engine in install.ENGINES:
        probe = engine.probe()
        assert not probe.found and probe.missing.endswith(".") and probe.remedy == "Run `contentlint setup`."
    missing, command = install.system_packages_missing()
    assert {"chromium", "chromium-driver", "default-jre-headless", "maven"} <= set(missing)
    assert command[-len(missing) :] == missing and "install" in command
    with pytest.raises(EngineError, match="no apt-get") as raised:
        install.install_system(lambda _: None)
    assert "chromium-driver" in raised.value.remedy


def test_system_packages_are_installed_through_apt(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    log = tmp_path / "log"
    for name in ("apt-get", "sudo"):
        fake = tmp_path / name
        shift = 'exec "$@"' if name == "sudo" else "exit 0"
        fake.write_text(f'#!/bin/sh\necho {name} "$@" >> {log}\n{shift}\n')
        fake.chmod(0o755)
    (tmp_path / "env").symlink_to("/usr/bin/env")
    (tmp_path / "java").write_text("#!/bin/sh\n")
    (tmp_path / "java").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    said: list[str] = []
    install.install_system(said.append)
    lines = log.read_text().splitlines()
    assert lines[1] == "apt-get update" and lines[0].startswith(
        "sudo env DEBIAN_FRONTEND=noninteractive apt-get update"
    )
    assert lines[3].startswith("apt-get install --yes --no-install-recommends chromium chromium-driver ")
    assert "default-jre-headless" not in lines[3] and len(said) == 1 and "chromium-driver" in said[0]


def test_an_old_java_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    java = tmp_path / "java"
    java.write_text("#!/bin/sh\necho 'openjdk version \"11.0.20\" 2023-07-18' >&2\n")
    java.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    probe = next(engine for engine in install.ENGINES if engine.name == "java").probe()
    assert probe.missing == "Java 11.0.20 is too old." and probe.remedy == "Install Java 17 or newer."


def test_axe_is_brought_once_and_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    script = install.get_axe(tmp_path / "axe", said.append)
    assert said == ["Bringing axe-core 4.14.1"]
    assert script.read_text(encoding="utf-8").startswith("/*! axe v4.14.1\n")
    assert "Mozilla Public License" in (script.parent / "LICENSE").read_text(encoding="utf-8")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["LICENSE", "axe", "axe.min.js"]
    monkeypatch.setenv("PATH", "")  # no npm any more: what is there is used
    assert install.get_axe(tmp_path / "axe", said.append) == script and len(said) == 1


def test_another_axe_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(install, "AXE_INTEGRITY", "sha512-" + "A" * 86 + "==")
    with pytest.raises(EngineError, match="not the package of axe-core that we know"):
        install.get_axe(tmp_path / "axe")
    assert list(tmp_path.iterdir()) == []


def test_programs_that_bring_things_may_be_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EngineError, match="npm is missing"):
        install.get_axe(tmp_path / "axe")
    with pytest.raises(EngineError, match="mvn is missing"):
        libraries.get_languagetool(tmp_path / "languagetool")
    failing = tmp_path / "mvn"
    failing.write_text("#!/bin/sh\necho 'Could not transfer artifact' >&2\nexit 1\n")
    failing.chmod(0o755)
    with pytest.raises(EngineError, match="Could not transfer artifact") as raised:
        libraries.get_languagetool(tmp_path / "languagetool")
    assert "settings of Maven" in raised.value.remedy
    assert [path.name for path in tmp_path.iterdir()] == ["mvn"]


def test_languagetool_that_is_there_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = places.languagetool_folder()
    jar = folder / "languagetool-server-6.8.jar"
    before = hashlib.sha256(jar.read_bytes()).digest()
    monkeypatch.setenv("PATH", "")
    assert install.get_languagetool() == folder
    assert hashlib.sha256(jar.read_bytes()).digest() == before


def test_a_class_path_is_taken_out_of_a_manifest(tmp_path: Path) -> None:
    jar = tmp_path / "server.jar"
    long = "Implementation-Title: " + "LanguageTool " * 10
    path = "Class-Path: ./ libs/one.jar li\r\n bs/two.jar"
    manifest = f"Manifest-Version: 1.0\r\n{path}\r\n{long[:72]}\r\n {long[72:]}\r\n\r\n"
    with zipfile.ZipFile(jar, "w") as file:
        file.writestr("META-INF/MANIFEST.MF", manifest)
        file.writestr("org/Server.class", b"\xca\xfe\xba\xbe")
    libraries.without_class_path(jar)
    with zipfile.ZipFile(jar) as file:
        lines = file.read("META-INF/MANIFEST.MF").decode().split("\r\n")
        assert file.read("org/Server.class") == b"\xca\xfe\xba\xbe"
    assert lines[0] == "Manifest-Version: 1.0" and not any(
        "libs" in line or "Class-Path" in line for line in lines
    )
    assert all(len(line) <= 72 for line in lines) and lines[-2:] == ["", ""]
    assert lines[1] + lines[2][1:] + "".join(line[1:] for line in lines[3:]) == long
    libraries.without_class_path(jar)
    assert list(tmp_path.iterdir()) == [jar]


def test_versions_of_the_packages() -> None:
    versions = dict(install.package_versions())
    assert len(versions) == 10 and versions["selenium"] == metadata.version("selenium")
    assert all(versions.values())


def test_no_file_names_a_registry() -> None:
    for path in Path(install.__file__).parent.glob("*.*"):
        text = path.read_text(encoding="utf-8")
        assert "registry." not in text and "repo1" not in text and "pypi" not in text, path
