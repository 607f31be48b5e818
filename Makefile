# Every command of the project. Set-up happens by itself and is remembered by stamps: a second run costs nothing.
# Needs Python 3.11 to 3.14 and make; node is taken from the machine, or from a wheel where there is none.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip --disable-pip-version-check install --quiet --no-compile --only-binary=:all:
PY := $(BIN)/python
# npm and pip work side by side.
MAKEFLAGS += -j2
export PATH := $(CURDIR)/$(BIN):$(PATH)

# Folders with an npm project of their own: what the program needs, and what only its tests need.
NPM_APP := $(patsubst %/package-lock.json,%,$(wildcard contracts/package-lock.json webapp_static/package-lock.json))
NPM_TEST := $(patsubst %/package-lock.json,%,$(wildcard tests/*/package-lock.json tests/*/*/package-lock.json tests/*/*/*/package-lock.json))

APP_READY := $(VENV)/.app-ready $(VENV)/.node-ready $(NPM_APP:%=%/node_modules/.ready)
TEST_READY := $(APP_READY) $(VENV)/.test-ready $(VENV)/servers/.ready $(NPM_TEST:%=%/node_modules/.ready)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo doctor setup setup-test test test-long lint format bench mutants contracts screenshots lock clean

help: ## List every command
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: setup ## Run the whole marketplace on this machine, with no accounts (http://127.0.0.1:8080/sandbox/)
	@exec $(PY) -m app

doctor: setup ## Look over the deployment that .env describes, and say what to do
	@$(PY) -m app doctor

setup: $(APP_READY) ## Install what the program needs (demo does it by itself)

setup-test: $(TEST_READY) ## Install what the tests need (test does it by itself)
	@scripts/chromium.sh
	@scripts/nginx.sh

test: setup-test ## Check style and types, then run all tests: on SQLite + memory, then on PostgreSQL + Redis
	@$(PY) scripts/test.py

test-long: setup-test ## The same with long property and fault runs
	@LONG=1 $(PY) scripts/test.py

lint: $(TEST_READY) ## Check style and types only
	@$(PY) scripts/test.py lint

format: $(TEST_READY) ## Put the code into the house style
	@$(BIN)/ruff check --quiet --fix . ; $(BIN)/ruff format .

bench: $(TEST_READY) ## Measure speed and memory
	@$(PY) -m pytest tests/bench --stores=memory -p no:xdist --override-ini="python_files=bench_*.py" -s
	@$(PY) -m pytest tests/bench --stores=servers -p no:xdist --override-ini="python_files=bench_*.py" -s

mutants: $(TEST_READY) ## Alter the escrow contract in every place and see that the tests notice (about 20 minutes)
	@$(PY) scripts/mutate_contract.py

contracts: $(APP_READY) ## Compile the escrow contract anew
	@cd contracts && node compile.mjs

screenshots: setup-test ## Take the README's screenshots in headless Chromium
	@SCREENSHOTS=1 $(PY) -m pytest -m browser -n 0

LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --no-emit-index-url --no-header --no-annotate
lock: | $(BIN)/pip ## Resolve requirements/*.in into exact versions
	@$(PIP) -r requirements/installer.txt
	@$(LOCK) requirements/app.in -o requirements/app.txt
	@$(LOCK) requirements/test.in -o requirements/test.txt

clean: ## Remove everything that was installed or written by a run
	rm -rf $(VENV) var .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name node_modules -prune -exec rm -rf {} + ; find . -name __pycache__ -prune -exec rm -rf {} +

$(BIN)/pip:
	@scripts/venv.sh $(VENV)

$(VENV)/.app-ready: requirements/app.txt | $(BIN)/pip
	@echo "Installing the program's packages"
	@scripts/install.sh $(VENV) -r requirements/app.txt
	@touch $@

$(VENV)/.test-ready: requirements/test.txt requirements/clients.txt $(VENV)/.app-ready
	@echo "Installing the tests' packages"
	@scripts/install.sh $(VENV) -r requirements/test.txt
	@$(PIP) --no-deps --ignore-requires-python -r requirements/clients.txt
	@touch $@

# Executables from wheels of one Python serve every Python: see requirements/servers.txt.
$(VENV)/servers/.ready: requirements/servers.txt | $(BIN)/pip
	@echo "Installing PostgreSQL and Redis for the tests"
	@rm -rf $(VENV)/servers
	@$(PIP) --no-deps --target $(VENV)/servers --implementation cp --python-version 3.12 -r requirements/servers.txt
	@touch $@

$(VENV)/.node-ready: requirements/node.txt | $(BIN)/pip
	@command -v node >/dev/null && command -v npm >/dev/null || { \
		echo "Installing node from a wheel" && $(PIP) --no-deps -r requirements/node.txt; }
	@touch $@

%/node_modules/.ready: %/package-lock.json $(VENV)/.node-ready
	@echo "Installing the npm packages of $*"
	@cd $* && npm ci --silent --no-audit --no-fund
	@touch $@
