# Everything runs in the project's own .venv and node_modules; a second run only does what has changed.
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
STATIC := src/lundi/entrypoints/pages/static
APP_DOCUMENT := $(BIN)/python -c "import lundi.entrypoints.app_api.openapi as made; print(made.document_text())"
FRONTEND := $(shell find frontend -path frontend/node_modules -prune -o -type f -print)

help:  ## Show what there is to make
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 12

serve: .venv/ready $(STATIC)/ready  ## Set up and serve on http://127.0.0.1:8080, with SQLite in ./data
	$(BIN)/lundi serve

demo: .venv/ready  ## Add the example company to ./data and print its sign-ins and tokens
	$(BIN)/lundi demo

test: .venv/dev-ready $(STATIC)/ready .wheelhouse/ready .clients/ready  ## Run all tests, on SQLite and on PostgreSQL
	$(BIN)/pytest -n 2
	cd frontend && npm test --silent

check: .venv/dev-ready frontend/node_modules/ready  ## Check format, lint, types, import rules and generated files
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python docs/generate.py --check
	$(APP_DOCUMENT) | node frontend/generate.mjs --check
	cd frontend && npm run --silent check

format: .venv/dev-ready frontend/node_modules/ready  ## Format the code and write the generated files
	$(BIN)/ruff check --fix --select I
	$(BIN)/ruff format
	$(BIN)/python docs/generate.py
	$(APP_DOCUMENT) | node frontend/generate.mjs
	cd frontend && npm run --silent format

bench: .venv/dev-ready $(STATIC)/ready  ## Measure, as ratios within one run, into docs/performance.md
	$(BIN)/python -m bench
	$(BIN)/python -m bench.big_boards
	$(BIN)/python -m bench.browser

bench-quick: .venv/dev-ready $(STATIC)/ready  ## The same of what has marks, in a minute
	$(BIN)/python -m bench --quick

soak: .venv/dev-ready $(STATIC)/ready  ## Kill and restart three nodes, PostgreSQL and Redis under load for 5 minutes, and look whether anything is lost or doubled
	$(BIN)/python -m tests.faults.soak --engine postgres --nodes 3 --seconds 300

wheel: .venv/dev-ready $(STATIC)/ready  ## Build the wheel into dist/
	$(BIN)/python -m build --wheel --no-isolation

clean:  ## Remove all that was set up and built, but not ./data
	rm -rf .venv .wheelhouse .clients tests/clients/node_modules dist frontend/node_modules $(STATIC)

.venv/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

.venv/dev-ready: .venv/ready
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,otel]'
	@touch $@

# What the wheel needs, for the test that installs it into an empty environment without the network.
.wheelhouse/ready: pyproject.toml constraints.txt .venv/ready
	$(BIN)/python -c "import tomllib; print(*tomllib.load(open('pyproject.toml', 'rb'))['project']['dependencies'], sep='\n')" > .wheelhouse.txt
	$(BIN)/pip download --quiet --disable-pip-version-check -c constraints.txt -d .wheelhouse -r .wheelhouse.txt
	@rm .wheelhouse.txt && touch $@

# The API clients that the tests call; they need other versions of what we need, so they live apart.
.clients/ready: tests/clients/requirements.txt tests/clients/package.json tests/clients/package-lock.json
	$(PYTHON) -m venv .clients
	.clients/bin/pip install --quiet --disable-pip-version-check -r tests/clients/requirements.txt
	cd tests/clients && npm ci --silent
	@touch $@

frontend/node_modules/ready: frontend/package.json frontend/package-lock.json
	cd frontend && npm ci --silent --no-audit --no-fund
	@touch $@

$(STATIC)/ready: frontend/node_modules/ready $(FRONTEND)
	cd frontend && npm run --silent build
	@touch $@

.PHONY: help serve demo test check format bench bench-quick soak wheel clean
