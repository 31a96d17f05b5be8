# Prongsai. `make` alone lists what there is to do.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-print-directory
SHELL := /bin/sh

VENV := .venv
BIN := $(VENV)/bin
PYTHON := $(BIN)/python
# One hashed, pinned list each; the later ones hold the first. Stamps say what is installed already.
BASE := $(VENV)/.base-installed
IMPORT := $(VENV)/.import-installed
DEV := $(VENV)/.dev-installed
PIP := $(PYTHON) -m pip --disable-pip-version-check -qq install
WORKERS ?= 2

.PHONY: help install importer site test serve fmt check lint lock golden pictures derive clean

help:  ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /make \1|/p' Makefile | while IFS='|' read -r name text; do printf '%-12s %s\n' "$$name" "$$text"; done

install: $(BASE)  ## install what the other targets need (they do so by themselves)

importer: $(IMPORT)  ## install what reads and writes old forms in DOCX and PDF

site: $(BASE)  ## build the portal into site/
	@$(BIN)/prongsai build
	@echo "The portal is in the folder site/. 'make serve' shows it in a browser; any web server can publish that folder."

serve: $(BASE)  ## build the portal and show it, rebuilding when a file changes
	@$(BIN)/prongsai serve

check: $(BASE)  ## look for mistakes in data/
	@$(BIN)/prongsai check

fmt: $(BASE)  ## write every file of data/ in its one canonical form
	@$(BIN)/prongsai fmt

derive: $(BASE)  ## rewrite what derives from the form (JSON Schema, field reference)
	@$(BIN)/prongsai derive

lint: $(DEV)  ## ruff and mypy over the generator and its tests
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

test: $(DEV)  ## everything a change must pass
	@$(PYTHON) tests/find_browser.py
	@$(MAKE) lint
	@$(BIN)/pytest -n $(WORKERS) --dist loadfile

golden: $(DEV)  ## rewrite the golden pages in tests/golden/
	@$(BIN)/pytest tests/test_golden.py --update-golden

pictures: $(DEV)  ## draw the pictures of the guide to importing (docs/import.md) anew
	@$(PYTHON) tests/find_browser.py
	@$(PYTHON) tests/guide_pictures.py

lock: $(DEV)  ## renew the requirements files from pyproject.toml
	@$(LOCK) --output-file requirements.txt
	@$(LOCK) --extra import --constraint requirements.txt --output-file requirements-import.txt
	@$(LOCK) --extra dev --constraint requirements.txt --output-file requirements-dev.txt

# No configuration file of this machine may decide what ends up in the lists.
LOCK = $(BIN)/uv --no-config --quiet pip compile pyproject.toml --group build --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --custom-compile-command 'make lock'

clean:  ## remove what was built and installed
	@rm -rf site .site.build .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find generator tests -name __pycache__ -type d -prune -exec rm -rf {} +

# --- the environment -------------------------------------------------------------------------------------------------

$(PYTHON):
	@for candidate in python3.13 python3.12 python3.11 python3 python; do \
		if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found="$$candidate"; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
		echo "Prongsai needs Python 3.11 or newer and found none on PATH." >&2; exit 1; \
	fi; \
	if ! "$$found" -c 'import ensurepip, venv' 2>/dev/null; then \
		echo "$$found lacks the venv module. On Debian and Ubuntu: apt-get install -y python3-venv" >&2; exit 1; \
	fi; \
	rm -rf $(VENV) && echo "Making $(VENV) with $$("$$found" --version)" && "$$found" -m venv $(VENV)

$(BASE): requirements.txt pyproject.toml | $(PYTHON)
	@echo "Installing what $< names"
	@$(PIP) --require-hashes -r $<
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(IMPORT): requirements-import.txt $(BASE) | $(PYTHON)
	@echo "Installing what $< names"
	@$(PIP) --require-hashes -r $<
	@touch $@

$(DEV): requirements-dev.txt $(BASE) | $(PYTHON)
	@echo "Installing what $< names"
	@$(PIP) --require-hashes -r $<
	@touch $@
