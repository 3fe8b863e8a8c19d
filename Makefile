# Every check CI runs, by the names people use. PYTHON may name another interpreter.
PYTHON ?= python
BIN := $(shell $(PYTHON) -c "import sysconfig; print(sysconfig.get_path('scripts'))")

.PHONY: check static format lint types layers spelling test measure ablation fuzz bench train

check: static test

static: lint types layers spelling  ## all but the tests

format:
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types:
	$(BIN)/mypy

layers:
	$(BIN)/lint-imports

spelling:
	$(BIN)/codespell digest tests seeds docs README.md CHANGELOG.md Makefile pyproject.toml

test:
	$(PYTHON) -m pytest

measure:  ## our figures against the goals; needs the evaluation folder (EVAL, by default ../shared)
	$(PYTHON) -m tests.measure

ablation:  ## what each rule of the comparison is worth; --classes after ARGS= for every class of verbs
	$(PYTHON) -m tests.ablation $(ARGS)

fuzz:  ## 100,000 damaged feeds through the reading code and 10,000 digests of hostile texts, some ten minutes; those of $EVAL too
	$(PYTHON) -m tests.fuzz
	DIGEST_CASES=10000 $(PYTHON) -m pytest -o faulthandler_timeout=0 tests/export/test_holds.py
	$(PYTHON) -m tests.fuzz.digests

bench:  ## ingest beside newsboat and reader (needs the folder of peers: BENCH, by default ../shared/bench), then the screens and comparing
	$(PYTHON) -m tests.bench.ingest --repeats 3
	$(PYTHON) -m tests.bench.tui --repeats 3
	$(PYTHON) -m tests.bench.compare

train:  ## the pair model of the grouping anew, some minutes; needs the extra "train" and the evaluation folder (EVAL)
	$(PYTHON) -m tests.train
