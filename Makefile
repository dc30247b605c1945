# What can be made, and from what; `make help` lists it. Stamps are written last, so that an interrupted step is done
# again and a finished one is not.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.ONESHELL:
.SILENT:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules --no-print-directory

PYTHON ?= python3
SHARED ?= ../shared
export SHARED := $(abspath $(SHARED))
export PYTHON
BIN := .venv/bin
VENDOR := maoding/publish/static/vendor
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard maoding/locale/*/LC_MESSAGES/*.po))
SEED := $(shell find cities maoding/ledger/migrations -type f -not -name '*.pyc' 2>/dev/null)
comma := ,
space := $() $()
ROOMS := terms decisions ledger intake judge publish app
QUICK := $(wildcard $(ROOMS:%=tests/%) tests/golden tests/house)
SURE := $(subst $(space),$(comma),$(foreach room,terms decisions ledger judge,maoding/$(room)/*))
tell = echo "· $(1)"
# Speaks only where too little is covered, so that pytest's closing line stays in view.
covered = $(BIN)/coverage report --include '$(2)' --fail-under $(1) >var/covered.txt || { cat var/covered.txt; exit 1; }

.PHONY: help setup demo test check bench tck lock messages golden changelog clean

help: ## 列出可用的命令 · List what can be made
	sed -nE 's/^([a-z]+):.*## (.*)/  make \1|\2/p' Makefile | awk -F'|' '{printf "%-16s %s\n", $$1, $$2}'

setup: $(BIN)/maoding $(VENDOR)/versions.txt $(CATALOGUES) var/loaded.stamp ## 一次装好运行所需的一切 · Set up all that running needs

demo: setup ## 打印太仓 2021 年中期进度并打开演示网站 · Print Taicang's mid-2021 scoreboard and serve the demo site
	$(BIN)/maoding scoreboard --city taicang --day 2021-06-30
	exec $(BIN)/maoding serve --demo

test: setup .venv/test.stamp ## 装好测试所需并运行全部测试 · Set up what tests need and run every test
	setup/needs.sh test
	$(BIN)/pytest -n auto --dist loadgroup $(if $(ARGS),$(ARGS),--cov --cov-report=)
	$(if $(ARGS),exit,$(call covered,100,$(SURE)))
	$(call covered,95,maoding/*)

check: $(BIN)/maoding .venv/test.stamp $(CATALOGUES) ## 快速检查：格式、类型、依赖方向和不用浏览器的测试 · Quick loop: format, lint, types, imports, tests without a browser or server
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy --no-error-summary
	mkdir -p var
	$(BIN)/lint-imports --no-logo >var/imports.txt || { cat var/imports.txt; exit 1; }
	$(BIN)/pytest -q -n auto --hypothesis-profile quick --deselect tests/house/test_tools.py $(QUICK) $(ARGS)

bench: setup .venv/test.stamp ## 与常用做法比速度 · Compare speeds with the usual ways
	$(BIN)/python -m bench $(ARGS)

tck: $(BIN)/maoding ## 用公开的 DMN 测试集核对规则引擎：TCK=目录 · Hold the rule engine to the public DMN kit: TCK=DIR
	$(BIN)/python -m conformance "$(or $(TCK),$(SHARED)/tck)" $(ARGS)

lock: .uv/ready.stamp ## 重新锁定全部软件包版本 · Lock the versions of all packages anew
	compile() { setup/uv pip compile --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock" $(ARGS) "$$@"; }
	$(call tell,锁定软件包 Locking packages)
	compile requirements/setup.in -o requirements-setup.lock >/dev/null
	compile requirements/run.in -o requirements.lock >/dev/null
	compile requirements/test.in -c requirements.lock -o requirements-test.lock >/dev/null
	PATH="$(CURDIR)/$(BIN):$$PATH" npm install --package-lock-only --silent

messages: .venv/run.stamp ## 收集待翻译的文字 · Gather the texts to be translated
	mkdir -p var maoding/locale
	$(BIN)/pybabel --quiet extract --mapping setup/babel.cfg --keyword say --no-location --no-wrap --sort-output \
	  --project maoding --copyright-holder 'the authors of Maoding' --output var/maoding.pot maoding
	if [ -e maoding/locale/en/LC_MESSAGES/maoding.po ]; then verb='update --no-wrap --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date'; else verb='init --no-wrap'; fi
	$(BIN)/pybabel --quiet $$verb --domain maoding --locale en --input-file var/maoding.pot --output-dir maoding/locale

golden: .venv/test.stamp ## 重写标准答案，差异须逐行审阅 · Write the golden files anew; review the diff like code
	$(BIN)/pytest -q tests/golden --write-golden
	git --no-pager diff --stat -- tests/golden

changelog: .venv/run.stamp ## 把 news/ 并入 CHANGELOG：VERSION=0.2.0 DAY=2026-01-31 · Gather news/ into the changelog
	$(BIN)/python setup/changelog.py "$(VERSION)" "$(DAY)"

clean: ## 删除装好的软件与缓存，保留 var/ 中的台账 · Remove what set-up made and caches; the ledger in var/ stays
	rm -rf .venv .uv node_modules $(VENDOR) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage
	find maoding tests bench setup -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
	rm -f $(CATALOGUES) var/*.stamp var/*.txt var/*.pot

.uv/ready.stamp: requirements-setup.lock
	"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "需要 Python 3.11 以上 Python 3.11 or later is needed: make PYTHON=…" >&2; exit 1; }
	setup/needs.sh setup
	$(call tell,准备安装工具 Preparing the installer)
	rm -rf .uv
	"$(PYTHON)" -m venv .uv
	.uv/bin/python -m pip install --quiet --quiet --require-hashes --requirement requirements-setup.lock
	touch $@

# One environment for running and testing.
.venv/run.stamp: requirements.lock .uv/ready.stamp
	$(call tell,安装运行所需的软件包 Installing the packages Maoding runs on)
	setup/packages.sh requirements.lock

.venv/test.stamp: requirements-test.lock .venv/run.stamp
	$(call tell,安装测试所需的软件包 Installing the packages the tests need)
	setup/packages.sh requirements-test.lock
	touch $@

$(BIN)/maoding: setup/link.py pyproject.toml .venv/run.stamp
	$(BIN)/python setup/link.py

$(VENDOR)/versions.txt: package-lock.json setup/assets.py | .venv/run.stamp
	$(call tell,准备网页样式与图表 Fetching styles and charts for the pages)
	PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --silent
	$(BIN)/python setup/assets.py

%.mo: %.po | .venv/run.stamp
	$(BIN)/pybabel --quiet compile --input-file $< --output-file $@

# Another database than the usual one, or none yet, is always migrated and loaded; loading twice changes nothing.
ifneq ($(MAODING_DATABASE)$(if $(wildcard var/maoding.db),,none yet),)
.PHONY: var/loaded.stamp
endif
var/loaded.stamp: $(SEED) | $(BIN)/maoding $(CATALOGUES)
	$(call tell,建立台账并载入太仓公开数据 Creating the ledger and loading what Taicang published)
	mkdir -p var
	$(BIN)/maoding load cities/taicang || [ $$? = 1 ] # rows were sent back, as some of these must be
	$(BIN)/maoding scoreboard --city taicang --day 2021-06-30 >/dev/null
	touch $@
