"""The promised exit codes are the ones that the program gives."""

import re
from pathlib import Path

from kepatuhan_desktop import errors

PAGE = Path(__file__).parents[2] / "docs" / "formats" / "exit-codes.md"


def known_errors() -> list[type[errors.KnownError]]:
    """Every known error that has a code of its own."""
    waiting, found = [errors.KnownError], list[type[errors.KnownError]]()
    while waiting:
        for kind in waiting.pop().__subclasses__():
            waiting.append(kind)
            if "code" in vars(kind) and kind.__module__.startswith(errors.__name__):
                found.append(kind)
    return found


def promised() -> dict[str, int]:
    """What the page says: code and exit status."""
    rows = re.findall(r"^\| `([a-z_.]+)` \| (\d+) \|", PAGE.read_text("utf-8"), re.MULTILINE)
    return {code: int(status) for code, status in rows}


def test_the_page_promises_what_the_program_does() -> None:
    assert promised() == {kind.code: kind.exit_status for kind in known_errors()}


def test_no_two_errors_share_a_code_or_an_exit_status() -> None:
    kinds = known_errors()
    assert len({kind.code for kind in kinds}) == len(kinds)
    assert len({kind.exit_status for kind in kinds}) == len(kinds)


def test_exit_statuses_stay_clear_of_those_with_a_meaning_elsewhere() -> None:
    # 0 is success, 1 a bug, 2 a wrong command line, 62 and 63 are verdicts, 64 to 78 sysexits,
    # from 100 on shells, tools that start others, and signals.
    free = {*range(3, 62), *range(79, 100)}
    assert [kind.code for kind in known_errors() if kind.exit_status not in free] == []
