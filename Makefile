# Two commands are enough on a fresh machine: `make run` and `make test`.
# Windows: make.ps1 knows the same targets.

PYTHON_IN_VENV := .venv/bin/python

.PHONY: help setup setup-tests run test check-quick format bench pictures camera build bundle pin clean

help:
	@echo "make run          set up, then open the program on a demonstration workspace"
	@echo "make test         set up, then run every check and test"
	@echo "make check-quick  the same without the slow and the shipping tests"
	@echo "make format       let ruff format and mend what it can"
	@echo "make bench        measure, each figure beside its limit"
	@echo "make pictures     pictures of every page in both themes, in build/pictures"
	@echo "make camera       install the optional camera support"
	@echo "make build        wheel and source archive, in dist"
	@echo "make bundle       frozen one-folder program, in dist/kepatuhan-desktop"
	@echo "make clean        remove what the targets above made, except .venv"

setup:
	@scripts/setup

setup-tests:
	@scripts/setup --tests

run: setup
	@scripts/run

test: setup-tests
	@scripts/check

check-quick: setup-tests
	@scripts/check --quick

format: setup
	@.venv/bin/ruff format .
	@.venv/bin/ruff check --fix .

bench: setup
	@QT_QPA_PLATFORM=$${QT_QPA_PLATFORM:-offscreen} $(PYTHON_IN_VENV) -m tests.benchmarks

pictures: setup
	@rm -rf build/pictures
	@mkdir -p build/pictures
	@.venv/bin/kepatuhan demo --home build/pictures/home --out build/pictures/out
	@QT_QPA_PLATFORM=offscreen $(PYTHON_IN_VENV) -m kepatuhan_desktop.gui.pictures \
		--home build/pictures/home --out build/pictures

camera:
	@scripts/setup --camera
	@$(PYTHON_IN_VENV) -m pip install --quiet --no-deps --require-hashes -r requirements-camera.txt

build: setup
	@$(PYTHON_IN_VENV) -m build --no-isolation

bundle: setup
	@$(PYTHON_IN_VENV) -m PyInstaller --noconfirm build.spec

pin:
	@scripts/pin --keep

clean:
	@rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage
	@find kepatuhan_desktop tests -name __pycache__ -type d -prune -exec rm -rf {} +
