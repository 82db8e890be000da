.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
UV := UV_SYSTEM_CERTS=1 UV_PROJECT_ENVIRONMENT=.venv $(BIN)/uv
STAMP := .venv/.synced

help: ## Show what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(STAMP): pyproject.toml uv.lock
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet --disable-pip-version-check uv==0.13.9
	@$(UV) sync --frozen --quiet --inexact
	@touch $@

setup: $(STAMP) ## Install everything into .venv
demo: setup ## A page changes, and the bell rings: no token, no server needed
	@$(BIN)/clausebell demo
run: setup ## Start the bot (settings: docs/operating.md)
	@$(BIN)/clausebell run
doctor: setup ## Check the configuration, and say what to do
	@$(BIN)/clausebell doctor
test: setup ## Run the tests
	@$(BIN)/pytest -n 2 -q
check: format lint types arch test ## Everything that must hold before a commit
format: setup
	@$(BIN)/ruff format --check --quiet . || (echo "→ make fix"; exit 1)
lint: setup
	@$(BIN)/ruff check --quiet .
types: setup
	@$(BIN)/mypy
arch: setup
	@$(BIN)/lint-imports --no-cache | tail -n 3
fix: setup ## Format, and repair what the linter can
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .
bench: setup ## Print every figure beside its floor
	@for file in bench/[a-z]*.py; do echo "== $$file"; $(BIN)/python -m bench.$$(basename $$file .py) || exit 1; done
fuzz: setup ## Fuzz reading, every target for 20 minutes, two at a time
	@$(UV) sync --frozen --quiet --inexact --group fuzz
	@$(BIN)/python -m bench.fuzz
clean: ## Remove what was made
	@rm -rf .venv dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

.PHONY: help setup demo run doctor test check format lint types arch fix bench fuzz clean
