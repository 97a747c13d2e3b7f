"""`kepatuhan verify`: what can be said about signed files; needs no workspace."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kepatuhan_desktop import codec, messages, paths
from kepatuhan_desktop.cli.output import Desk, common_options, pass_desk, stop
from kepatuhan_desktop.clock import SystemClock
from kepatuhan_desktop.domain.ids import Digest
from kepatuhan_desktop.domain.verdict import Grade, Statement, Verdict
from kepatuhan_desktop.errors import BundleNeedsWorkspace, KnownError
from kepatuhan_desktop.exchange import bag

if TYPE_CHECKING:
    from kepatuhan_desktop.bootstrap import Services
    from kepatuhan_desktop.domain.trust import Trust

Look = Callable[[bytes | Path, str], Verdict]

DOUBTFUL, BAD = 62, 63
"""Exit statuses (docs/formats/exit-codes.md)."""
_MARKS = {Grade.GOOD: "+", Grade.DOUBTFUL: "?", Grade.UNKNOWN: "?", Grade.BAD: "!"}
_ORDER = (Grade.GOOD, Grade.DOUBTFUL, Grade.UNKNOWN, Grade.BAD)


@click.command("verify")
@click.option(
    "--trust",
    "trusts",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A trust file of an authority that you trust; once for each.",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@pass_desk
def verify(desk: Desk, trusts: tuple[Path, ...], files: tuple[str, ...]) -> None:
    """Say what can be said about each FILE: a signed PDF, a bundle, a picture of a code, or KPD1:….

    With --home, what that workspace knows counts for each of them: whom it trusts, what it sealed
    and when it saw something first; and that it saw them is remembered. Without --home, and where
    there is no workspace, only the trust files count; an encrypted bundle alone is opened with the
    key of the usual workspace, and judged by it. Of each authority the newest trust file counts.

    Exit status 0: everything is good; 62: something has to be decided by a person; 63: something
    is bad. A FILE that cannot be looked at keeps none of the others back: its error goes to the
    error stream, and the first such error gives the status unless something is bad.
    """
    # Only this command needs certificates and pictures of codes.
    from kepatuhan_desktop.signing import trust_file  # noqa: PLC0415 - as above

    given = [_given(file) for file in files]
    followed = [trust_file.read(path.read_bytes()) for path in trusts]
    rows, worst, failed = list[codec.Json](), 0, 0
    with _looking(desk, followed) as look:
        for one, name in given:
            try:
                verdict = look(one, name)
            except KnownError as error:
                status = desk.fail(error)
                failed = failed or status
                rows.append({"file": name, "error": desk.problem(error)})
                continue
            worst = max(worst, _ORDER.index(verdict.grade))
            rows.append(_data(name, verdict, desk.language))
            if not desk.as_json:
                desk.say("\n".join(_text(name, verdict, desk.language)), None)
    if desk.as_json:
        desk.say("", rows)
    if _ORDER[worst] is Grade.BAD:
        stop(BAD)
    elif failed or worst:
        stop(failed or DOUBTFUL)


@contextmanager
def _looking(desk: Desk, followed: "list[Trust]") -> Iterator[Look]:
    """A look with what the workspace knows that was named; without one, with what was given."""
    from kepatuhan_desktop.services import verifying  # noqa: PLC0415 - as above
    from kepatuhan_desktop.storage.workspace import is_there  # noqa: PLC0415 - as above

    if desk.home is not None and is_there(paths.home(desk.home)):
        with desk.services() as services:
            services.verifying.context(followed)
            yield partial(_known, services)
        return
    knowledge = verifying.knowledge(SystemClock().now(), followed)

    def look(given: bytes | Path, name: str) -> Verdict:
        try:
            return verifying.look(given, name, knowledge)
        except BundleNeedsWorkspace:
            if not is_there(paths.home(desk.home)):
                raise
        with desk.services() as services:
            services.verifying.context(followed)
            return _known(services, given, name)

    yield look


def _known(services: "Services", given: bytes | Path, name: str) -> Verdict:
    return services.verifying.conclude(services.verifying.verify(given, name))


def _given(file: str) -> tuple[bytes | Path, str]:
    path = Path(file)
    if file.upper().startswith("KPD") and ":" in file and not path.exists():
        return file.encode("utf-8"), file[:12]
    if not path.exists() or path.is_dir() or not os.access(path, os.R_OK):
        raise click.BadParameter(f"{file} cannot be read", param_hint="FILE")
    return path, path.name


def _data(name: str, verdict: Verdict, language: str) -> codec.Json:
    return {
        "file": name,
        "grade": verdict.grade.value,
        "source": verdict.source,
        "digest": verdict.digest,
        "record": verdict.record,
        "printed": codec.plain(verdict.printed),
        "signers": [
            {
                "role": signer.role,
                "signature": signer.digest,
                **{
                    question: _row(statement, language)
                    for question, statement in zip(_QUESTIONS, signer.statements, strict=True)
                },
            }
            for signer in verdict.signers
        ],
        "score": _row(verdict.score, language),
        "notes": [_row(note, language) for note in verdict.notes],
        "enclosed": [
            _data(bag.blob(Digest(one.digest)), one, language) for one in verdict.enclosed
        ],
    }


_QUESTIONS = ("unchanged", "who", "trusted", "when")


def _row(statement: Statement, language: str) -> codec.Json:
    return {
        "code": statement.code,
        "grade": statement.grade.value,
        "parameters": dict(statement.parameters),
        "sentence": messages.statement(statement, language),
    }


def _text(name: str, verdict: Verdict, language: str) -> list[str]:
    words = _WORDS[language]
    lines = [_plain(name)]
    if (printed := verdict.printed) is not None:
        about = (printed.unit, printed.institution, printed.period)
        shown = " · ".join(part for part in about if part)
        lines.append(f"  {_plain(shown)}" if shown else f"  {printed.assessment}")
    for signer in verdict.signers:
        lines.append(f"  {words[signer.role]}")
        lines += [
            f"    {_MARKS[one.grade]} {words[one.code.partition('.')[0]]}: "
            f"{messages.statement(one, language)}"
            for one in signer.statements
        ]
    for one in (verdict.score, *verdict.notes):
        label = words[one.code.partition(".")[0]]
        lines.append(f"  {_MARKS[one.grade]} {label}: {messages.statement(one, language)}")
    return lines


def _plain(text: str) -> str:
    return "".join(one if one.isprintable() else " " for one in text)


_WORDS = {
    "id": {
        "auditor": "Auditor",
        "sender": "Pengirim paket",
        "unit_head": "Kepala unit layanan",
        "stamp": "Ruang TTE",
        "other": "Penanda tangan lain",
        "unchanged": "Utuh?",
        "who": "Siapa?",
        "trusted": "Dijamin siapa?",
        "when": "Kapan?",
        "score": "Nilainya cocok?",
        "note": "Catatan",
    },
    "en": {
        "auditor": "Auditor",
        "sender": "Sender of the bundle",
        "unit_head": "Head of the unit",
        "stamp": "Space for TTE",
        "other": "Another signer",
        "unchanged": "Unchanged?",
        "who": "Who?",
        "trusted": "Trusted by whom?",
        "when": "When?",
        "score": "Does the score agree?",
        "note": "Note",
    },
}

common_options(verify)
