# The one list of commands; `make help` prints it. Everything is made inside this folder.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
MAKEFLAGS += --no-print-directory
SHELL := /bin/sh

PYTHON := .venv/bin/python
PORT ?=
BASE ?= HEAD
BODY ?= perkeso
NAME ?=
DAY ?=
CONFIRM ?=
SITE_URL ?=
# Scripts by where they run, each with the types of that place alone.
TYPED := $(addprefix overrides/assets/javascripts/,page worker shared) overrides/desk/page overrides/payroll/read \
  overrides/runtime tsconfig.node.json
# A change in any of these, or a file that comes or goes, makes the site anew.
NOT_SHOWN := -name '*.pyc' -o -path 'docs/decisions/*' -o -path docs/benchmark.md -o -path docs/promises.md -o -path docs/confirmed.toml \
  -o -path 'overrides/bench/*' -o -path 'overrides/desk/*' -o -path 'overrides/runtime/tests/*' \
  -o -path '*/node_modules/*'
FIND_SOURCES := find docs calculator overrides mkdocs.yml -type f -not \( $(NOT_SHOWN) \)
# The rules and the law, whose codes and ids editors offer, and the checks, whose keys. Names of ours, without spaces.
SAID_IN_SCHEMAS := $(shell find calculator overrides/hooks/check overrides/hooks/read tests/tools/schemas docs \
  \( -name '*.py' -o -path 'calculator/*.toml' -o -path 'docs/interface.*' -o -path 'docs/labels.*' \) -not -name '* *')
export PATH := $(CURDIR)/.venv/bin:$(CURDIR)/node_modules/.bin:$(PATH)
# The machine's own settings do not reach the tools.
unexport PYTHONHOME PYTHONPATH PYTHONSAFEPATH PYTHONWARNINGS
export LC_ALL := C.UTF-8
export TZ := UTC
# One fixed moment, so that the same commit builds the same bytes on any day: mkdocs and the wheel write it in
# place of the clock. It is not the day of the law, which is law_as_at in parameters.toml, and stays when that moves.
export SOURCE_DATE_EPOCH := 1795392000
# mkdocs is pinned below 2.0; Material's notice about 2.0 says that this switches it off.
export NO_MKDOCS_2_WARNING := 1

.PHONY: help setup browser serve write preview states build test check format bench notice cases lint schemas addresses affected \
  recheck expire translate mutate mistakes lock audit clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-9s %s\n", $$1, $$2}' Makefile

serve: build ## build the site and serve it on this machine (PORT=8123 for a port of your own)
	@$(PYTHON) -m overrides.serve $(if $(PORT),--port $(PORT)) site

write: setup ## see what you write as you save it, both languages side by side, with what is to be mended (PORT=8123)
	@$(PYTHON) -m overrides.desk $(if $(PORT),--port $(PORT))

preview: setup ## build in seconds and serve: the stock runtime answers, slower than in the site (PORT=8123)
	@RULES_RUN_BY=stock SITE_DIR=.cache/preview $(PYTHON) -m mkdocs build --strict
	@$(PYTHON) -m overrides.serve $(if $(PORT),--port $(PORT)) .cache/preview

states: setup ## show every question, mistake, wait and answer in both languages side by side (PORT=8123)
	@$(PYTHON) -m tests.tools.states .cache/states
	@$(PYTHON) -m overrides.serve $(if $(PORT),--port $(PORT)) .cache/states

test: setup browser build ## run every test; installs Chromium and Chinese fonts where they are missing
	@$(if $(TESTS),,cd overrides/runtime && npm test --silent)
	@CHROMIUM="$$(.ci/chromium path)" $(PYTHON) -m pytest $(or $(TESTS),-n 2 --dist loadfile --cov=calculator)

build: .cache/site.stamp ## write the site to site/, for any static host (SITE_URL=https://… if you know it)

check: setup ## check formats, lint and types of Python and JavaScript
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m mypy
	@node_modules/.bin/biome ci $(if $(CI),--colors=off) .
	@for project in $(TYPED); do node_modules/.bin/tsc --noEmit --project $$project || exit 1; done

format: setup ## put Python and JavaScript into their formats
	@$(PYTHON) -m ruff format .
	@$(PYTHON) -m ruff check --fix .
	@node_modules/.bin/biome check --write .

bench: setup browser build ## measure navigation to first answer against other ways, and write the table
	@CHROMIUM="$$(.ci/chromium path)" $(PYTHON) -m overrides.bench

lint: setup ## check every text and the law, without a build (ALL=1 walks rules that have changed, too)
	@$(PYTHON) -m overrides.hooks.lint $(if $(ALL),--all)

notice: setup ## make a new notice that answers at once (NAME=levy, BODY=hrdcorp for another body than PERKESO)
	@$(PYTHON) -m tests.tools.new_notice "$(NAME)" "$(BODY)"
	@$(PYTHON) -m tests.tools.schemas

cases: setup ## put the cases to the rules, walk every path and check the words (NAME=levy for one notice)
	@$(PYTHON) -m tests.tools.check_cases $(NAME)
	@$(PYTHON) -m pytest -q tests/test_cases.py tests/test_paths.py tests/test_content.py $(if $(NAME),-k "$(NAME) or writers_files")

schemas: ## make anew what editors know of each TOML file (every command does so when it is needed)
	@$(PYTHON) -m tests.tools.schemas

addresses: setup ## keep the addresses of the pages without a script, so that they lead on for good
	@$(PYTHON) -m overrides.hooks.addresses

affected: setup ## list the answers that differ from another revision (BASE=<rev>)
	@$(PYTHON) -m tests.tools.affected $(BASE)

recheck: setup ## list what to look at before the law is checked again (DAY=2026-11-25)
	@$(PYTHON) -m tests.tools.recheck $(DAY)

expire: setup ## list what has ended, ends soon, or was not looked at for a year (DAY=2026-11-26, else today)
	@$(PYTHON) -m tests.tools.expire $(or $(DAY),$$(TZ=MYT-8 date +%F))

translate: setup ## list what changed in one language since both were confirmed (CONFIRM=docs/amnesty/index when read)
	@$(PYTHON) -m tests.tools.translate $(CONFIRM)

mutate: setup ## change the rules on purpose and count the changes that no test notices
	@$(PYTHON) -m mutmut run
	@$(PYTHON) -m mutmut results

mistakes: setup ## make mistakes in the texts on purpose and count those that no check notices
	@$(PYTHON) -m tests.tools.mutate_texts

setup: .venv/.stamp node_modules/.stamp .cache/schemas.stamp ## install what the other commands need, once
	@:

browser:
	@.ci/chromium install

lock: .venv/.stamp ## write requirements.txt and package-lock.json from pyproject.toml and package.json
	@.ci/lock

audit: setup ## ask for known vulnerabilities in what the site holds and is built with
	@.ci/audit

clean: ## remove everything that the commands made
	rm -rf .cache .taplo.toml .venv build dist mutants node_modules site

.venv/.stamp: requirements.txt .ci/setup
	@.ci/setup python
	@touch $@

node_modules/.stamp: package.json overrides/runtime/package.json package-lock.json .npmrc .venv/.stamp
	@.ci/setup node
	@touch $@

# A mistake in the law or the rules leaves them as they were: what is wrong is said by the command that was meant.
.cache/schemas.stamp: $(SAID_IN_SCHEMAS) .venv/.stamp
	@mkdir -p $(@D)
	@$(PYTHON) -m tests.tools.schemas
	@touch $@

# Anew when the list of files differs, or the address, or when one of them is newer: then the site is made. make itself
# never sees their names, which may hold spaces; and they are too many for a command from some 40 notices on.
.cache/inputs: FORCE
	@mkdir -p $(@D)
	@{ echo "$(SITE_URL)"; $(FIND_SOURCES) | LC_ALL=C sort; } >$@.new
	@if cmp -s $@.new $@ && [ -z "$$($(FIND_SOURCES) -newer $@ | head -n 1)" ]; then rm $@.new; else mv $@.new $@; fi
FORCE:

.cache/site.stamp: .cache/inputs Makefile pyproject.toml .venv/.stamp node_modules/.stamp
	@$(PYTHON) -m overrides.hooks.assemble.runtime & ahead=$$!; \
	$(PYTHON) -m mkdocs build --strict && wait $$ahead || { kill $$ahead 2>/dev/null; exit 1; }
	@touch $@
