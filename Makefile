# Every job of the project. `make` alone, or `make help`, lists them.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
# The Swift libraries go into the program, so that it runs where no toolchain is installed.
RELEASE_OPTIONS ?= --configuration release --static-swift-stdlib
RELEASE_FOLDER := .build/release
# For example: make demo DEMO_OPTIONS="--port 9000"
DEMO_OPTIONS ?=
# For example: make test TEST_OPTIONS="--filter Storage"
TEST_OPTIONS ?=
# For example: make fuzz FUZZ_SECONDS=3600
FUZZ_SECONDS ?= 60
SWIFT_SOURCES := $(wildcard Sources Tests Fuzzing Benchmarks Package.swift)
PROGRAM_FOLDER := $(DESTDIR)$(PREFIX)/lib/cartouche

.PHONY: help demo build test test-build fuzz lint format benchmark install install-completions uninstall clean

help: ## list these jobs
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{ printf "  make %-20s %s\n", $$1, $$2 }'

demo: build ## build, make the demo world at the first start, serve on http://127.0.0.1:8080
	$(RELEASE_FOLDER)/cartouche demo $(DEMO_OPTIONS)

build: ## build the program for use (release)
	@scripts/install-packages build
	$(SWIFT) build $(RELEASE_OPTIONS) --product cartouche

test: ## check the style, build everything (debug) and run every test
	@scripts/install-packages test
	@$(MAKE) --no-print-directory lint test-build
ifdef TEST_OPTIONS
	$(RUN_TESTS) $(TEST_OPTIONS)
else
	$(RUN_TESTS) --skip $(SERVING_TESTS)
	$(RUN_TESTS) --filter $(SERVING_TESTS) --skip $(TIMED_TESTS)
	$(RUN_TESTS) --filter $(TIMED_TESTS)
endif

# Tests run in three groups: those that compute, those that wait for a server or a browser, and those that hold
# something to a time, so that "told within a second" is not measured while every core correlates marks.
RUN_TESTS = $(SWIFT) test --skip-build --parallel --disable-xctest
SERVING_TESTS = '^(ServerTests|EndToEndTests)[.]'
TIMED_TESTS = '[.](EventTests|ExaminationEventTests|LimitTests|CheckShapeTests|TourTests)/'

# The program is built with its tests: the end-to-end tests start it.
test-build:
	$(SWIFT) build --build-tests

fuzz: ## feed damaged files to the readers of scans, and texts to those of documents, names and patterns, for FUZZ_SECONDS (60)
	@scripts/install-packages build
	scripts/fuzz $(FUZZ_SECONDS)
	scripts/fuzz-texts identity $(FUZZ_SECONDS)
	scripts/fuzz-texts notices $(FUZZ_SECONDS)

lint: ## check the style of the code, change nothing
	$(SWIFT) format lint --strict --parallel --recursive $(SWIFT_SOURCES)

format: ## bring the code into the house style
	$(SWIFT) format --in-place --parallel --recursive $(SWIFT_SOURCES)

benchmark: build ## measure checks per second against the release program, see Benchmarks/README.md
	@scripts/install-packages benchmark
	Benchmarks/Checks/run

# Does not build, so that `sudo make install` neither needs the toolchain nor leaves root's files in .build.
install: ## install what `make build` built, with completions, below PREFIX (/usr/local)
	@if [[ ! -x $(RELEASE_FOLDER)/cartouche ]]; then echo 'nothing to install: run `make build` first' >&2; exit 1; fi
	install -d $(PROGRAM_FOLDER) $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(RELEASE_FOLDER)/cartouche $(PROGRAM_FOLDER)/cartouche
	@# Templates, tables and catalogues are looked for beside the program.
	for folder in $(RELEASE_FOLDER)/*.resources; do \
	    if [[ -d $$folder ]]; then \
	        rm -rf "$(PROGRAM_FOLDER)/$${folder##*/}" && cp -R "$$folder" "$(PROGRAM_FOLDER)/"; \
	    fi; \
	done
	chmod -R u=rwX,go=rX $(PROGRAM_FOLDER)
	ln -sfn $(PREFIX)/lib/cartouche/cartouche $(DESTDIR)$(PREFIX)/bin/cartouche
	@$(MAKE) --no-print-directory install-completions

install-completions:
	PROGRAM=$(PROGRAM_FOLDER)/cartouche DESTDIR=$(DESTDIR) PREFIX=$(PREFIX) packaging/install-completions

uninstall: ## remove what `make install` put below PREFIX; data stays
	rm -rf $(PROGRAM_FOLDER)
	rm -f $(DESTDIR)$(PREFIX)/bin/cartouche
	rm -f $(DESTDIR)$(PREFIX)/share/bash-completion/completions/cartouche
	rm -f $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_cartouche
	rm -f $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/cartouche.fish

clean: ## remove what was built; demo data stays
	rm -rf .build
