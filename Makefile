# Every command does its own set-up from nothing: system libraries, .venv, locked packages. `make` alone lists them.
PYTHON := .venv/bin/python
CORES ?= 2
ARGS ?=
LOCK := tools/uv.sh pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header

.PHONY: help set-up run test check bench forms translations rows keystrokes pictures lock

help:
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\t/'

set-up:
	@installer/system-libs.sh
	@tools/set_up.sh

run: set-up ## the demo: an invented city in a throw-away profile; ARGS="--out DIR" for its pictures and papers
	.venv/bin/hallclient demo $(ARGS)

test: set-up ## every test, in random order; ARGS picks some
	$(PYTHON) -m pytest -n $(CORES) --dist loadfile $(ARGS)

check: set-up ## style, types, floors, and the floors below the window with Qt absent
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports --no-logo
	$(PYTHON) -m pytest -p tests.house.no_qt --ignore=tests/gui --ignore=tests/journeys --ignore=tests/house tests

bench: set-up ## measure, compare with the limits, write docs/benchmarks.md; ARGS picks some
	$(PYTHON) bench/run.py $(ARGS)

forms: set-up ## compile ui/**/*.ui into src/hallclient/gui/forms
	$(PYTHON) tools/forms.py

translations: set-up ## gather the sentences of the window, compile the English ones, say which are missing
	$(PYTHON) tools/translate.py

rows: set-up ## write docs/seed-rows.md from the marks in the tests
	$(PYTHON) tools/seed_rows.py

keystrokes: set-up ## write docs/keystrokes.md by accepting the commonest items by keyboard alone
	$(PYTHON) tools/keystrokes.py

pictures: set-up ## draw every page in its looks
	.venv/bin/hallclient pictures $(ARGS)

lock: set-up ## pin what pyproject.toml allows, with hashes; ARGS="--upgrade" for newer ones
	$(LOCK) pyproject.toml -o requirements/runtime.txt $(ARGS)
	$(LOCK) pyproject.toml --group dev -c requirements/runtime.txt -o requirements/dev.txt $(ARGS)
	$(LOCK) requirements/bootstrap.in -o requirements/bootstrap.txt $(ARGS)
