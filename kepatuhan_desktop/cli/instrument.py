"""`kepatuhan instrument`: list, show and check instruments; only `install` needs a workspace."""

from pathlib import Path

import click

from kepatuhan_desktop import codec
from kepatuhan_desktop.cli.output import Desk, common_options, pass_desk, stop
from kepatuhan_desktop.domain.ids import InstrumentId
from kepatuhan_desktop.domain.instrument import Instrument, OptionScale, say
from kepatuhan_desktop.domain.instrument_problems import Problem
from kepatuhan_desktop.errors import InstrumentDamaged, InstrumentUnknown
from kepatuhan_desktop.services import bundled_instruments, instrument_files


@click.group()
def instrument() -> None:
    """Instruments that come with the program or with a letter, and definitions in files."""


@instrument.command("list")
@pass_desk
def list_(desk: Desk) -> None:
    """List the instruments that come with the program; with --home, those of the workspace too."""
    found = [
        bundled_instruments.load_bundled(one, version)
        for one, version, _ in bundled_instruments.bundled()
    ]
    if desk.home is not None:
        there = {one.digest for one in found}
        with desk.services() as services:
            pins = [it for it in services.instruments.installed() if it.digest not in there]
            found += [services.instruments.get(it.digest) for it in pins]
        found.sort(key=lambda one: (one.id, bundled_instruments.version_key(one.version)))
    rows = [
        {
            "id": one.id,
            "version": one.version,
            "digest": one.digest,
            "title": say(one.title, desk.language),
            "indicators": len(one.indicators),
            "unofficial_weights": one.has_unofficial_weights,
        }
        for one in found
    ]
    lines = [
        f"{row['id']} {row['version']}  {row['title']}  ({row['indicators']})  "
        f"{str(row['digest'])[:12]}"
        for row in rows
    ]
    desk.say("\n".join(lines), rows)


@instrument.command("show")
@click.argument("name")
@pass_desk
def show(desk: Desk, name: str) -> None:
    """Show an instrument with its indicators and options (NAME is an id or a file)."""
    found = find(name)
    language = desk.language
    lines = [f"{say(found.title, language)} — {found.id} {found.version}", found.digest]
    for node in found.components:
        lines.append(f"\n{node.code}  {say(node.title, language)}")
        for one in node.indicators:
            lines.append(f"  {one.code}  {say(one.question, language)}  [{one.weight.value}]")
            if isinstance(one.scale, OptionScale):
                lines += [
                    f"      {number}. {say(option.label, language)} = {option.value} ({option.id})"
                    for number, option in enumerate(one.scale.options, 1)
                ]
    desk.say("\n".join(lines), codec.plain(found))


@instrument.command("check")
@click.argument("file", type=click.Path(path_type=Path))
@pass_desk
def check(desk: Desk, file: Path) -> None:
    """Report every fault of a definition with its place."""
    _, problems = instrument_files.examine(file)
    _report(desk, file, problems)


@instrument.command("install")
@click.argument("file", type=click.Path(path_type=Path))
@pass_desk
def install(desk: Desk, file: Path) -> None:
    """Install a definition into the workspace, unless `check` finds a fault in it."""
    with desk.services() as services:
        found, problems = instrument_files.examine(file)
        if found is None or any(problem.refuses for problem in problems):
            _report(desk, file, problems)
            return
        is_new = bool(services.instruments.install(found).records)
    sentence = _INSTALLED[desk.language] if is_new else _THERE[desk.language]
    lines = (f"{found.id} {found.version}", found.digest, sentence)
    desk.say(
        "\n".join(lines),
        {
            "id": found.id,
            "version": found.version,
            "digest": found.digest,
            "title": say(found.title, desk.language),
            "indicators": len(found.indicators),
            "unofficial_weights": found.has_unofficial_weights,
            "installed": is_new,
            "warnings": _rows(desk, problems),
        },
    )


_INSTALLED = {
    "id": "Terpasang. Ikut dalam surat berikutnya yang membawa rencana dengan instrumen ini, "
    "atau seluruh daftar (plan send --register), dan dalam setiap paket yang memakainya.",
    "en": "Installed. It travels with the next letter that carries a plan with it or the whole "
    "register (plan send --register), and with every bundle that uses it.",
}
_THERE = {
    "id": "Sudah terpasang; tidak ada yang berubah.",
    "en": "It is installed already; nothing changed.",
}


def _report(desk: Desk, file: Path, problems: list[Problem]) -> None:
    """Every problem with its place; ends the process where one of them refuses installation."""
    rows = _rows(desk, problems)
    errors = [row for row in rows if row["severity"] != "warning"]
    lines = [f"{row['severity']}: {row['where']}: {row['message']}" for row in rows]
    desk.say("\n".join(lines) or f"{file.name}: OK", {"ok": not errors, "problems": rows})
    if errors:
        stop(InstrumentDamaged.exit_status)


def _rows(desk: Desk, problems: list[Problem]) -> list[dict[str, codec.Json]]:
    return [
        {
            "place": problem.place,
            "line": problem.line,
            "where": problem.where(desk.language),
            "severity": problem.severity,
            "message": say(problem.message, desk.language),
        }
        for problem in problems
    ]


def find(name: str) -> Instrument:
    """An instrument by id, by `id@version`, or from a file.

    Raises `InstrumentUnknown`, `InstrumentDamaged`.
    """
    wanted, _, version = name.partition("@")
    versions = [known for one, known, _ in bundled_instruments.bundled() if one == wanted]
    if versions and (not version or version in versions):
        return bundled_instruments.load_bundled(InstrumentId(wanted), version or versions[-1])
    if Path(name).is_file():
        return instrument_files.read(Path(name))
    raise InstrumentUnknown(instrument=name)


for _command in (list_, show, check, install):
    common_options(_command)
