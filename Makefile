PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
TOOLS := $(VENV)/.tools

.PHONY: help demo notebooks test check bench ontology-docs

help:
	@echo "make demo    build the demo corpus, answer one question, write a page"
	@echo "make notebooks   open the notebooks in JupyterLab"
	@echo "make test    ruff, mypy and every test"
	@echo "make check   ruff and mypy alone"
	@echo "make bench   measure speed"
	@echo "make ontology-docs   write build/ontology/index.html, the reference of the vocabulary"

demo: $(INSTALLED)
	$(BIN)/luocdo demo

notebooks: $(INSTALLED)
	$(BIN)/pip install --quiet --disable-pip-version-check -e ".[notebooks]"
	$(BIN)/jupyter lab notebooks/01-build-and-ask.ipynb

test: check
	$(BIN)/pytest -q

check: $(TOOLS)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(TOOLS)
	$(BIN)/pip install --quiet --disable-pip-version-check -e ".[bench]"
	$(BIN)/python benchmarks/speed.py

ontology-docs: $(TOOLS)
	$(BIN)/python -m ontology.vocabulary.reference build/ontology/luocdo.ttl
	$(BIN)/pylode build/ontology/luocdo.ttl -o build/ontology/index.html

$(INSTALLED): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Luocdo needs Python 3.11 or newer; name one: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' \
		|| { echo "Python cannot make virtual environments; on Debian: apt install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(TOOLS): $(INSTALLED)
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@
