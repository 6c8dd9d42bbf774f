# The one list of commands; `make help` prints it. Everything is made inside this folder.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory
SHELL := /bin/sh

PYTHON := .venv/bin/python
export PATH := $(CURDIR)/.venv/bin:$(CURDIR)/node_modules/.bin:$(PATH)
export PYTHONPATH := $(CURDIR)
export NO_MKDOCS_2_WARNING := 1
# One fixed moment, so that the same commit builds the same bytes on any day: 23 November 2026.
export SOURCE_DATE_EPOCH := 1795392000
export LC_ALL := C.UTF-8
export TZ := UTC

PORT ?=
BASE ?= HEAD
SOURCES := $(shell find docs calculator overrides mkdocs.yml -not -path '*/__pycache__*' 2>/dev/null)

.PHONY: help setup serve test build check format bench affected mutate lock clean browser

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-9s %s\n", $$1, $$2}' Makefile

serve: build ## build the site and serve it on this machine (PORT=8000)
	@$(PYTHON) overrides/serve.py $(if $(PORT),--port $(PORT)) site

test: setup browser build ## the whole test suite
	@CHROMIUM="$$(.ci/chromium path)" $(PYTHON) -m pytest

build: .cache/site.stamp ## write the site to site/: plain files for any static host

check: setup ## formats, lint and types of Python and JavaScript
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m mypy
	@biome ci .
	@tsc --noEmit

setup: .venv/.stamp node_modules/.stamp ## what the other commands need, and no more than once

.venv/.stamp: requirements.txt .ci/setup
	@.ci/setup python
	@touch $@

node_modules/.stamp: package.json package-lock.json .npmrc .venv/.stamp
	@.ci/setup node
	@touch $@

.cache/site.stamp: $(SOURCES) pyproject.toml Makefile .venv/.stamp node_modules/.stamp
	@mkdir -p $(@D)
	@$(PYTHON) -m mkdocs --quiet build --strict
	@touch $@
