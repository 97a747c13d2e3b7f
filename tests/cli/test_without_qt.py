"""The command line runs where PySide6 cannot be imported."""

import subprocess
import sys

import pytest

# `None` in sys.modules makes an import of that name fail, as if it were not installed.
WITHOUT_QT = """
import sys
for name in ("PySide6", "shiboken6"):
    sys.modules[name] = None
from kepatuhan_desktop.cli.app import main
main()
"""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own that knows no Qt."""
    return subprocess.run(
        [sys.executable, "-c", WITHOUT_QT, *arguments], check=False, capture_output=True, text=True
    )


def test_help_needs_no_qt() -> None:
    done = run("--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert "self-test" in done.stdout


@pytest.mark.slow
def test_the_self_test_needs_no_qt() -> None:
    done = run("self-test", "--json")
    assert (done.returncode, done.stderr) == (0, "")
