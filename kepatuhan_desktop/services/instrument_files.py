"""Read instrument definitions from YAML or JSON files, and tell all that is wrong with them.

Authors write YAML; what ships is read by `bundled_instruments` from the canonical JSON
beside it, so that ordinary use needs neither a YAML parser nor a schema.
"""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from kepatuhan_desktop import assets, codec, messages
from kepatuhan_desktop.domain.instrument import FORMAT, Instrument
from kepatuhan_desktop.domain.instrument_check import check
from kepatuhan_desktop.domain.instrument_problems import Problem, error, words
from kepatuhan_desktop.errors import InstrumentDamaged
from kepatuhan_desktop.services import instrument_schema, instrument_source
from kepatuhan_desktop.services.bundled_instruments import AUTHORED, COMPILED, root
from kepatuhan_desktop.services.instrument_mending import Mending
from kepatuhan_desktop.services.instrument_source import Plain, Source

MAX_BYTES = 5 * 1024 * 1024


def read(path: Path) -> Instrument:
    """The instrument of a file that this program can score.

    Raises `InstrumentDamaged` with the first problem and their number.
    """
    instrument, problems = examine(path)
    refusals = [problem for problem in problems if problem.refuses]
    if instrument is None or refusals:
        first = refusals[0]
        raise InstrumentDamaged(
            name=path.name,
            faults=len(refusals),
            first=_told(first, "id"),
            first_en=_told(first, "en"),
        )
    return instrument


def examine(path: Path) -> tuple[Instrument | None, list[Problem]]:
    """The instrument of a file, unless it has errors, and every problem with its line and place.

    Meaning is checked too wherever the shape, or what is left of it, can still be understood.
    """
    source, problem = _source(path)
    if source is None:
        return None, [problem] if problem is not None else []
    if source.is_broken:
        return None, source.problems
    if (newer := _newer_format(source)) is not None:
        return None, [newer]
    shape, mended = instrument_schema.examine_shape(source.value)
    # A float is already reported by its own sentence; the schema sees its text.
    problems = [*source.problems, *shape]
    instrument = _typed(mended[0].value)
    taken = {problem.place for problem in problems}
    problems += [problem for problem in _meaning(mended) if problem.place not in taken]
    if instrument is None and not problems:
        problems.append(_unreadable())
    located = [
        msgspec.structs.replace(problem, line=problem.line or source.line(problem.place))
        for problem in problems
    ]
    has_errors = any(problem.severity == "error" for problem in problems)
    return (None if has_errors else instrument), _in_reading_order(located)


def compile_bundled() -> list[Path]:
    """Write the canonical JSON beside every YAML that ships; for authors, after each change.

    Raises `InstrumentDamaged`, and then leaves the remaining files as they were.
    """
    written = []
    for authored in sorted(root().glob(f"*/*/{AUTHORED}")):
        compiled = authored.with_name(COMPILED)
        compiled.write_bytes(codec.canonical(read(authored)))
        written.append(compiled)
    return written


def _source(path: Path) -> tuple[Source | None, Problem | None]:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as fault:
        reason = fault.strerror or type(fault).__name__
        said = {language: messages.reason(reason, language) for language in ("id", "en")}
        return None, _whole(
            f"Berkas tidak dapat dibuka ({said['id']}); periksa nama dan izinnya.",
            f"The file cannot be opened ({said['en']}); check its name and permissions.",
        )
    if len(data) > MAX_BYTES:
        return None, _whole(
            "Berkas lebih besar dari 5 MB; itu bukan definisi instrumen.",
            "The file is larger than 5 MB; that is no instrument definition.",
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None, _whole(
            "Berkas bukan teks UTF-8; simpan ulang sebagai UTF-8.",
            "The file is not UTF-8 text; save it as UTF-8.",
        )
    is_json = path.suffix.lower() == ".json"
    return (instrument_source.from_json if is_json else instrument_source.from_yaml)(text), None


def _newer_format(source: Source) -> Problem | None:
    """Faults of a format that this program does not know would only mislead."""
    found = source.value.get("format") if isinstance(source.value, dict) else None
    if not isinstance(found, int) or found <= FORMAT:
        return None
    return Problem(
        place="/format",
        message=words(
            f"Berkas memakai format {found}; program ini mengenal sampai {FORMAT}. "
            "Perbarui program lalu coba lagi.",
            f"The file uses format {found}; this program knows up to {FORMAT}. "
            "Update the program and try again.",
        ),
        line=source.line("/format"),
    )


def _typed(value: Plain) -> Instrument | None:
    try:
        return codec.typed(value, Instrument)
    except msgspec.ValidationError:
        return None


def _meaning(mended: list[Mending]) -> list[Problem]:
    """The faults of meaning that do not follow from how the shape was mended."""
    found = []
    for one in mended:
        instrument = _typed(one.value)
        if instrument is None:
            return []
        problems = [*check(instrument), *_icon_problems(instrument)]
        found.append([problem for problem in problems if not one.is_invented(problem.place)])
    return instrument_schema.in_all(found)


def _icon_problems(instrument: Instrument) -> Iterator[Problem]:
    """The domain has no files, so it cannot know which icons there are."""
    waiting = [(f"/nodes/{at}", node) for at, node in enumerate(instrument.nodes)]
    known = {one.stem for one in assets.path("resources", "icons").glob("*.svg")}
    while waiting:
        place, node = waiting.pop()
        waiting += [(f"{place}/nodes/{at}", child) for at, child in enumerate(node.nodes)]
        if node.icon and node.icon not in known:
            yield error(
                f"{place}/icon",
                f"Ikon “{node.icon}” tidak dikenal; pilih nama berkas di resources/icons.",
                f"The icon “{node.icon}” is unknown; choose the name of a file in resources/icons.",
            )


def _in_reading_order(problems: list[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: problem.line or 0)


def _told(problem: Problem, language: str) -> str:
    """Place and message, to stand within a sentence that goes on."""
    return f"{problem.where(language)}: {problem.message[language].removesuffix('.')}"


def _whole(indonesian: str, english: str) -> Problem:
    return Problem(place="", message=words(indonesian, english))


def _unreadable() -> Problem:
    return _whole(
        "Isi berkas bukan definisi instrumen.", "The content is no instrument definition."
    )
