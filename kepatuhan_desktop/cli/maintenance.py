"""`kepatuhan rebuild`, `doctor` and `self-test`."""

from collections import Counter

import click

from kepatuhan_desktop import codec, messages
from kepatuhan_desktop.cli.output import Desk, common_options, pass_desk, stop
from kepatuhan_desktop.services import health, self_testing
from kepatuhan_desktop.services.health import Check

_SHOWN = 5
"""Faults that the line of a check names."""
_SAID = 10
"""Sentences that are written below it."""
_WORDS = {
    "id": {
        "pages": "halaman",
        "chain": "rantai jurnal",
        "projections": "tabel",
        "keys": "kunci",
        "evidence": "bukti",
        "damaged": "rusak",
        "missing": "hilang",
        "gap": "terlompati",
        "broken": "terputus",
        "twice": "ganda",
        "mended": "diperbaiki",
        "changed": "berubah",
        "readable": "dapat dibaca orang lain",
        "unreadable": "tidak terbaca",
        "more": "lainnya",
        "skipped": "tidak dibandingkan, karena ada halaman yang rusak",
    },
    "en": {
        "readable": "readable by others",
        "more": "more",
        "skipped": "not compared, because a page is damaged",
    },
}


@click.command("rebuild")
@pass_desk
def rebuild(desk: Desk) -> None:
    """Make every table but the journal again from it, and say whether anything differed.

    Where a page of the database is damaged, nothing is written.
    """
    with desk.services() as services:
        before = services.health.fingerprint()
        entries = services.health.rebuild()
        after = services.health.fingerprint()
    differing = sorted(table for table, digest in after.items() if before[table] != digest)
    text = f"{entries} entri, {len(after)} tabel, {len(differing)} berbeda"
    if desk.language == "en":
        text = f"{entries} entries, {len(after)} tables, {len(differing)} differed"
    desk.say(text, {"entries": entries, "tables": after, "differed": differing})


@click.command("doctor")
@pass_desk
def doctor(desk: Desk) -> None:
    """Check pages, chain, projections, keys and every evidence file.

    The exit status is that of the gravest fault.
    """
    with desk.services() as services:
        checks = services.health.examine()
    lines = [line for check in checks for line in _lines(check, desk.language)]
    desk.say("\n".join(lines), _data(checks, desk.language))
    gravest = health.worst(checks)
    if gravest is not None:
        stop(gravest.exit_status)


@click.command("self-test")
@pass_desk
def self_test(desk: Desk) -> None:
    """Check that this installation is whole, without touching any workspace."""
    checks = self_testing.run()
    lines = [f"{_mark(check)} {check.name}  {check.detail}" for check in checks]
    desk.say("\n".join(lines), _data(checks, desk.language))
    if not all(check.ok for check in checks):
        stop(1)


def _data(checks: list[Check], language: str) -> dict[str, codec.Json]:
    return {
        "ok": all(check.ok for check in checks),
        "checks": [
            {
                "name": check.name,
                "ok": check.ok,
                "detail": check.detail,
                "skipped": check.is_skipped,
                "code": check.faults[0].error.code if check.faults else None,
                "faults": [
                    {
                        "what": fault.what,
                        "fault": fault.word,
                        "code": fault.error.code,
                        "sentence": messages.sentence(fault.error, language),
                        "parameters": fault.error.parameters,
                    }
                    for fault in check.faults
                ],
            }
            for check in checks
        ],
    }


def _lines(check: Check, language: str) -> list[str]:
    words = _WORDS[language]
    named = "; ".join(
        f"{fault.what} {words.get(fault.word, fault.word)}".strip()
        for fault in check.faults[:_SHOWN]
    )
    if len(check.faults) > _SHOWN:
        named += f" (+{len(check.faults) - _SHOWN})"
    said = words["skipped"] if check.is_skipped else named or check.detail
    sentences = Counter(
        f"    {messages.sentence(fault.error, language)} [{fault.error.code}]"
        for fault in check.faults
    )
    lines = [f"{_mark(check)} {words.get(check.name, check.name)}  {said}", *[*sentences][:_SAID]]
    if len(sentences) > _SAID:
        lines.append(f"    … {len(sentences) - _SAID} {words['more']}")
    return lines


def _mark(check: Check) -> str:
    return "OK " if check.ok else "-- " if check.is_skipped else "!! "


for _command in (rebuild, doctor, self_test):
    common_options(_command)
