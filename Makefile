# Two verbs do everything: `make run` opens Balai on a practice village, `make test` runs all the tests.
# The others: `make tour` (pictures of every screen), `make bench`, `make bench-sync`, `make bench-hub failover` (figures),
# `make storms` (schedules of roads and accidents, as many as you like),
# `make lint`, `make translations`.
PY := .venv/bin/python

.PHONY: run test storms tour bench bench-hub bench-sync failover lint translations setup setup-tests

run: setup
	@$(PY) scripts/run.py $(ARGS)

test: setup-tests
	@$(PY) -m pytest $(ARGS)

storms: setup-tests
	@$(PY) -m tests.storms $(ARGS)

tour: setup
	@$(PY) scripts/tour.py $(ARGS)

bench: setup
	@$(PY) -m tests.benchmarks $(ARGS)

bench-hub: setup-tests
	@$(PY) -m tests.benchmarks.hub $(ARGS)

bench-sync: setup
	@$(PY) -m tests.benchmarks sync $(ARGS)

failover: setup-tests
	@$(PY) -m pytest --patroni tests/hub/test_failover.py $(ARGS)

lint: setup
	@$(PY) -m ruff check app tests scripts
	@$(PY) -m ruff format --check app tests scripts
	@$(PY) -m mypy
	@$(PY) -m mypy --platform win32 --no-warn-unreachable --cache-dir .mypy_cache/win32 app
	@.venv/bin/lint-imports

translations: setup
	@$(PY) scripts/translations.py

setup:
	@python3 scripts/setup.py

setup-tests:
	@python3 scripts/setup.py --tests
