"""Run the real command line in a process of its own, and judge what it says."""

import json
import subprocess
import sys
from pathlib import Path

from kepatuhan_desktop import messages
from kepatuhan_desktop.errors import KnownError

ROOT = Path(__file__).parents[2]
_ENTRY = "from kepatuhan_desktop.cli.app import main; main()"

SAFE = ("aman", "Tidak ada yang diubah", "tidak disentuh", "Data tetap ada", "Tidak ada yang")
"""Every sentence says what is safe in one of these ways."""


def kepatuhan(*words: str, home: Path | None = None) -> subprocess.CompletedProcess[str]:
    """`kepatuhan WORDS`, as its entry point runs it."""
    place = [] if home is None else ["--home", str(home)]
    return subprocess.run(
        [sys.executable, "-c", _ENTRY, *words, *place],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def assert_refused(expected: type[KnownError], *words: str, home: Path | None = None) -> None:
    """The command ends with the error's status, its code and a sentence, and no traceback."""
    for_people = kepatuhan(*words, home=home)
    assert for_people.returncode == expected.exit_status, for_people
    assert f"[{expected.code}]" in for_people.stderr
    assert "Traceback" not in for_people.stderr
    assert_helps(for_people.stderr)
    for_programs = kepatuhan(*words, "--json", home=home)
    assert for_programs.returncode == expected.exit_status
    problem = json.loads(for_programs.stderr)["error"]
    assert problem["code"] == expected.code
    assert problem["sentence"] in for_people.stderr


def assert_helps(sentence: str) -> None:
    """Indonesian, says what is safe, and leaves no parameter unfilled."""
    assert any(words in sentence for words in SAFE), sentence
    assert "?" not in sentence, sentence
    assert "{" not in sentence, sentence


def sentence_of(error: KnownError) -> str:
    """The Indonesian sentence of an error, judged."""
    sentence = messages.sentence(error, "id")
    assert_helps(sentence)
    return sentence
