# Two commands set everything up on a fresh machine with Python 3.11, 3.12 or 3.13:
#   make figures   creates .venv, installs, and regenerates every figure from the bundled data
#   make test      the same, then the tests
# and make docs writes the reference to site/.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed

.PHONY: figures test test-slow test-browser docs lab lint clean

figures: $(INSTALLED)
	@# On a machine that has not drawn them yet, all are drawn, which shows that they come out as committed.
	@if [ -e $(VENV)/.drawn ]; then $(BIN)/analysis figures; else $(BIN)/analysis figures --force && touch $(VENV)/.drawn; fi

test: figures
	@$(BIN)/python -m pytest -q -n auto --dist loadfile -m "not slow and not browser"

test-slow: $(INSTALLED)
	@$(BIN)/python -m pytest -q -n auto -m slow

# Drives a real JupyterLab in Chromium, which the machine must have.
test-browser: $(INSTALLED)
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -c constraints.txt -e ".[browser]"
	@$(BIN)/python -m pytest -q -m browser

# The pages stand by themselves: open site/index.html.
docs: $(INSTALLED)
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -c constraints.txt -e ".[docs]"
	@NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict
	@$(BIN)/python -m pytest -q tests/test_docs.py

lab: $(INSTALLED)
	@$(BIN)/jupyter lab notebooks

lint: $(INSTALLED)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

clean:
	rm -rf $(VENV) build dist site *.egg-info

$(INSTALLED): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13) and "Python 3.11, 3.12 or 3.13 is needed, this is %d.%d: make PYTHON=python3.12" % sys.version_info[:2])'
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	@echo "Installing into $(VENV) (a few minutes the first time)"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -c constraints.txt -e ".[dev]"
	@touch $@
