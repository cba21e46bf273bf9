# Oversight dashboard of a province. `make run` opens it, `make test` proves it.
SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501
REPLICAS ?= 2
PEOPLE ?= people.toml
WORKERS ?= auto
PILOT ?=
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r
SIZE ?= 100000

.PHONY: help run serve pilot wheelhouse test browser-test check coverage format lock law words doctor bench soak clean

help:
	@echo "make run    open the dashboard on http://127.0.0.1:$(PORT) (first time: install, demo province, snapshot)"
	@echo "make serve  several processes (REPLICAS=$(REPLICAS)) on one snapshot, kept running    make wheelhouse   packages for a machine without internet (PILOT=1: a pilot's too)"
	@echo "make pilot  the same with an identity service and one file of people (PEOPLE), where the province has none"
	@echo "make test   run every test          make check  format, lint, types, import contract, SQL"
	@echo "make lock   choose the packages anew from requirements*.txt, with hashes"
	@echo "make law    write docs/law.md anew from tests/spec"
	@echo "make words  print every Vietnamese text, page by page, to be read as one document"
	@echo "make doctor try every part of this installation and say what to do"
	@echo "make bench  measure everything beside its aim (QUICK=1: a quarter of an hour; SIZE=1000000; SUPERSET=1; benchmarks/results)   make soak   a thousand random provinces on two engines, then many viewers for a while"

run: $(VENV)/.installed
	@PORT=$(PORT) sh .ci/start

serve: $(VENV)/.installed
	@PORT=$(PORT) REPLICAS=$(REPLICAS) exec $(BIN)/python .ci/serve

pilot: $(VENV)/.installed-pilot
	@PORT=$(PORT) REPLICAS=$(REPLICAS) PEOPLE=$(PEOPLE) exec $(BIN)/python .ci/serve

wheelhouse: $(VENV)/.created
	@PILOT=$(PILOT) sh .ci/wheelhouse

test: $(VENV)/.installed-dev
	@sh .ci/notice
	@$(BIN)/python -m pytest -q -n $(WORKERS) --dist loadgroup --cov --cov-report=

browser-test: $(VENV)/.installed-dev
	@sh .ci/notice
	@$(BIN)/python -m pytest -q -n 0 tests/browser

check: $(VENV)/.installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/sqlfluff lint --processes 2 queries data_loaders/snapshot data_loaders/geography
	@$(BIN)/python .ci/sizes
	@$(BIN)/python .ci/audit
	@if [ -f .coverage ]; then $(BIN)/coverage report --format=total --precision=1 | sed 's/^/covered: /; s/$$/ %/'; \
	$(BIN)/coverage report >/dev/null || { echo "less is covered than before ('make coverage' lists it)"; exit 1; }; \
	else echo "covered: not known, 'make test' measures it"; fi

coverage: $(VENV)/.installed-dev
	$(BIN)/coverage report --show-missing

format: $(VENV)/.installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: $(VENV)/.created
	@$(BIN)/python .ci/lock

law: $(VENV)/.installed-dev
	@$(BIN)/python -m tests.spec.page

words: $(VENV)/.installed-dev
	@$(BIN)/python -m tests.house.document

doctor: $(VENV)/.installed
	@$(BIN)/python -m dashboard.doctor

bench: $(VENV)/.installed-dev
	$(BIN)/python -m benchmarks --dossiers $(SIZE) $(if $(QUICK),--quick) $(if $(SUPERSET),--superset)

soak: $(VENV)/.installed-dev
	RANDOM_CASES=1000 $(BIN)/python -m pytest -q -n $(WORKERS) tests/queries/test_two_engines.py -k random
	RANDOM_CASES=1000 $(BIN)/python -m pytest -q -n $(WORKERS) tests/spec tests/cases/test_damage.py tests/data_loaders/contract tests/data_loaders/law tests/dashboard/facts tests/dashboard/metrics tests/dashboard/briefing tests/dashboard/words tests/dashboard/screen/test_address.py
	ONE_TRUTH_PROVINCES=50 $(BIN)/python -m pytest -q -n $(WORKERS) tests/one_truth
	FIRST_YEAR_PROVINCES=34 $(BIN)/python -m pytest -q -n 0 tests/dashboard/exports/test_first_year.py
	RANDOM_CASES=200 SERVED_PROVINCES=200 $(BIN)/python -m pytest -q -n $(WORKERS) tests/queries/test_served.py -k random
	REACHING_EACH=1 $(BIN)/python -m pytest -q -n 0 tests/access/test_scope_on_the_wire.py tests/access/test_no_oracle.py
	DISCLOSURE_PROVINCES=200 DISCLOSURE_ASKED=1 $(BIN)/python -m pytest -q -n $(WORKERS) tests/dashboard/answers/test_elsewhere.py tests/dashboard/answers/test_equations.py tests/dashboard/answers/test_outlets.py
	CALM_PROVINCES=200 $(BIN)/python -m pytest -q -n 0 tests/dashboard/facts/test_calm_provinces.py
	$(BIN)/python -m benchmarks.soak

clean:
	rm -rf $(VENV) var
	find dashboard/static -type f ! -name .gitkeep -delete

$(VENV)/.created:
	@sh .ci/venv $(VENV)
	@touch $@

# Packages come with the hashes of the lock: what was tested is what runs. `make run` needs the first part only. The
# lock is whole, so nothing is resolved anew (--no-deps): a release of today cannot stop an installation; `pip check`
# proves that nothing is missing.
$(VENV)/.installed: $(VENV)/.created requirements.lock
	@echo "Installing what the dashboard runs on (once, a few minutes) ..."
	@sed '/^# Below/,$$d' requirements.lock > $(VENV)/run.lock
	@$(INSTALL) $(VENV)/run.lock
	@$(BIN)/python -m pip check --quiet
	@$(BIN)/python -m dashboard.drawing.packaged
	@touch $@

$(VENV)/.installed-pilot: $(VENV)/.installed requirements.lock
	@echo "Installing the identity service and the proxy of a pilot (once) ..."
	@sed '/^# Below: only/,$$d' requirements.lock > $(VENV)/pilot.lock
	@$(INSTALL) $(VENV)/pilot.lock
	@$(BIN)/python -m pip check --quiet
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed-pilot requirements.lock
	@echo "Installing what the tests and checks need (once) ..."
	@$(INSTALL) requirements.lock
	@$(BIN)/python -m pip check --quiet
	@touch $@
