# make run   set everything up and do the main job on data/raw
# make test  set everything up and pass the tests
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: run test check bench accuracy rules sample lock clean

run: $(READY)
	$(BIN)/gongkai run

test: check
	$(BIN)/pytest -n 2

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy || $(BIN)/mypy --num-workers 0  # on a busy machine its workers may not start in time

bench: $(READY)
	$(BIN)/python -m tests.bench.run

# Prints a set of documents of every form and shape, reads it, and writes docs/accuracy.md;
# of one family, as in `make accuracy FAMILY=web`, it only tells.
accuracy: $(READY)
	$(BIN)/python -m tests.accuracy $(if $(FAMILY),--only $(FAMILY))

# Writes the documentation page of the rules, and what they are proved to see.
rules: $(READY)
	$(BIN)/python -m expectations.guarded
	$(BIN)/gongkai rules --markdown > docs/rules.md

# Needs LibreOffice, Chromium and the fonts named in tests/press.
sample: $(READY)
	$(BIN)/python -m tests.press.sample
	$(BIN)/python -m tests.press.corpus

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes \
		-r requirements.lock -c requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

# Newest versions that work together, for every Python and platform, without addresses.
lock:
	uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --upgrade \
		--generate-hashes --no-emit-index-url --no-header --no-annotate -o requirements.lock

clean:
	rm -rf $(VENV) data/processed
