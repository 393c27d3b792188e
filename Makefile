# make demo: build a library from the sample articles, print its stories, serve its pages
# make test: run all tests, bring a browser for them where there is none        make browser: that alone
# make check: format, lint, types, layers        make quality: scores
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
DEMO := build/demo.sukien
SERVE ?= 1
PORT ?= 8765

.PHONY: help install demo test browser check quality format clean

help:
	@sed -n '1,3s/^# //p' Makefile

$(INSTALLED): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Sukien needs Python 3.11 or newer; name one with: make PYTHON=python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

install: $(INSTALLED)

demo: $(INSTALLED)
	@mkdir -p build
	@rm -f $(DEMO) $(DEMO)-wal $(DEMO)-shm
	$(BIN)/sukien add $(DEMO) --sample
	$(BIN)/sukien stories $(DEMO)
ifneq ($(SERVE),0)
	$(BIN)/sukien serve $(DEMO) --port $(PORT)
endif

test: browser
	$(BIN)/python -m pytest

browser: $(INSTALLED)
	@$(BIN)/python -m docs.chromium

check: $(INSTALLED)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

quality: $(INSTALLED)
	$(BIN)/python -m quality.run

format: $(INSTALLED)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf build $(VENV)
