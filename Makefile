# Two commands set everything up on a fresh machine: `make site` and `make test`.

PLANS ?= plans
# The shipped plans are for show: they are read on the day they were written for, so that a clone does not turn red by ageing.
TODAY ?= 2026-11-21
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' && { command -v $$p; break; }; done)
TESTS ?= tests
WORKERS ?= auto

.PHONY: site test check bench mutate translations lexicon docs pictures goldens clean help

help:  ## what there is
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

site: $(VENV)/.site  ## check plans/ and build site/
	$(BIN)/planbuilder check $(PLANS) --today $(TODAY)
	$(BIN)/planbuilder build $(PLANS) --today $(TODAY)

test: $(VENV)/.dev chromium  ## all tests, Chromium included
	$(BIN)/pytest -n $(WORKERS) $(TESTS)

check: $(VENV)/.dev  ## formatting, lint, types, floors of the house, translations
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/translations.py --check
	$(BIN)/python scripts/lexicon.py --check

bench: $(VENV)/.bench  ## speed, weight and memory, measured here
	$(BIN)/python scripts/bench.py

mutate: $(VENV)/.dev  ## break every check in every small way: does a test notice?
	$(BIN)/python scripts/mutate.py $(FAMILIES)

translations: $(VENV)/.dev  ## bring the French catalogue up to date
	$(BIN)/python scripts/translations.py

lexicon: $(VENV)/.site  ## index the words of tone anew, after a change of language/fr.json or en.json
	$(BIN)/python scripts/lexicon.py

docs: $(VENV)/.dev  ## rewrite the pages of the checks in docs/, in both languages
	$(BIN)/python scripts/docs.py

pictures: $(VENV)/.dev chromium  ## take the pictures of the README and of docs/design.md
	$(BIN)/python scripts/pictures.py

goldens: $(VENV)/.dev  ## rewrite the golden files; read the difference before you commit it
	$(BIN)/pytest -q --update-goldens tests

clean:
	rm -rf $(VENV) .cache

.PHONY: chromium
chromium:
	@command -v chromium >/dev/null || sh scripts/install-chromium.sh

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "planbuilder needs Python 3.11 or newer."; exit 1; }
	$(PYTHON) -m venv $(VENV) || { sh scripts/install-venv.sh && $(PYTHON) -m venv --clear $(VENV); }

$(VENV)/.site: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	touch $@

$(VENV)/.dev: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@ $(VENV)/.site

$(VENV)/.bench: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,bench]'
	touch $@
