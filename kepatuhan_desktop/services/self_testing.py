"""Try this installation out in a throw-away workspace: what ships is what is tested.

The checks run in the same order everywhere: checkout, wheel and frozen program.
"""

import json
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from kepatuhan_desktop import assets, codec
from kepatuhan_desktop.domain import record
from kepatuhan_desktop.domain.ids import DeviceId, IndicatorId, RecordId, Slot
from kepatuhan_desktop.domain.instrument import Instrument
from kepatuhan_desktop.domain.instrument_check import check
from kepatuhan_desktop.domain.journal import Draft, Kind
from kepatuhan_desktop.domain.scoring import Answer, Chosen, Excluded, Score, score
from kepatuhan_desktop.errors import BugError
from kepatuhan_desktop.imaging import drawing, ingest, pages
from kepatuhan_desktop.imaging.recognition import MediaType
from kepatuhan_desktop.services import bundled_instruments, specimen
from kepatuhan_desktop.services.health import Check
from kepatuhan_desktop.storage import database
from kepatuhan_desktop.storage.workspace import Workspace

_FOLDERS = ("fonts", "icons", "instruments", "schemas", "styles")


def run() -> list[Check]:
    """Every check, each with what was seen; a check that raises has failed."""
    return [
        _guarded("resources", _resources),
        _guarded("instruments", _instruments),
        _guarded("vectors", _vectors),
        _guarded("storage", _storage),
        _guarded("evidence", _evidence),
        _guarded("pictures", _pictures),
        _guarded("scorecard", _scorecard),
        _guarded("sealing", _sealing),
    ]


def _guarded(name: str, look: Callable[[], str]) -> Check:
    try:
        return Check(name=name, ok=True, detail=look())
    except Exception as error:  # whatever is broken here is what the check is for
        return Check(name=name, ok=False, detail=f"{type(error).__name__}: {error}")


def _require(claim: bool, what: str) -> None:
    if not claim:
        raise BugError(what)


def _resources() -> str:
    counts = []
    for folder in _FOLDERS:
        found = sum(1 for path in assets.path("resources", folder).rglob("*") if path.is_file())
        _require(found > 0, folder)
        counts.append(f"{folder} {found}")
    forms = sum(1 for _ in assets.path("ui").glob("*.ui"))
    _require(forms > 0, "ui")
    return ", ".join([*counts, f"ui {forms}"])


def _instruments() -> str:
    names = []
    for one, version, _ in bundled_instruments.bundled():
        found = bundled_instruments.load_bundled(one, version)
        refusals = [problem for problem in check(found) if problem.refuses]
        _require(not refusals, f"{one} {version}: {len(refusals)}")
        names.append(f"{one} {version} {found.digest[:12]}")
    _require(bool(names), "none")
    return ", ".join(names)


def _vectors() -> str:
    total = 0
    for one, version, path in bundled_instruments.bundled():
        instrument = bundled_instruments.load_bundled(one, version)
        for vector in json.loads((path / "vectors.json").read_text(encoding="utf-8")):
            _hold(instrument, vector)
            total += 1
    _require(total > 0, "none")
    return str(total)


def _hold(instrument: Instrument, vector: codec.Json) -> None:
    answers: dict[IndicatorId, Answer] = {
        one: Chosen(given["option"]) if "option" in given else Excluded(given["not_applicable"])
        for one, given in vector["answers"].items()
    }
    total, expected = score(instrument, answers).total, vector["expect"]
    found = (total.value, total.category, total.zone) if isinstance(total, Score) else (None,) * 3
    _require(found == (expected["total"], expected["category"], expected["zone"]), vector["name"])


def _storage() -> str:
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder) / "workspace")
        try:
            draft = Draft(
                kind=Kind.INSTITUTION,
                record=RecordId("institution:self-test"),
                slot=Slot("profile"),
                value={"name": "Uji", "region": ""},
            )
            workspace.journal.append(
                [draft], author="self-test", at="2024-01-01T00:00:00.000+07:00"
            )
            before = workspace.journal.dump()
            workspace.journal.rebuild()
            _require(before == workspace.journal.dump(), "rebuild")
            _require(not workspace.journal.check(), "chain")
            _require(not database.intact(workspace.connection), "pages")
            return database.versions(workspace.connection)
        finally:
            workspace.close()


def _evidence() -> str:
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder) / "workspace")
        try:
            data = bytes(range(256)) * 64
            stored = workspace.vault.store(data)
            _require(workspace.vault.load(stored.digest) == data, "load")
            return stored.digest[:12]
        finally:
            workspace.close()


def _pictures() -> str:
    import pi_heif  # noqa: PLC0415 - its presence is what is checked

    camera = drawing.Camera("Uji", "Uji", 640, 480)
    data = drawing.draw("notice_board", 1, taken_at="2024-01-01T09:00:00+07:00", camera=camera)
    taken = ingest.take_in(data, "uji.jpg")
    _require(taken.inspected.media_type is MediaType.JPEG and taken.derived is not None, "derive")
    return f"libheif {pi_heif.libheif_version()}"


def _scorecard() -> str:
    from kepatuhan_desktop.reports import scorecard  # noqa: PLC0415 - ReportLab costs half a second

    card = specimen.scorecard()
    pdf = scorecard.render(card, pictures=lambda _: None)
    _require(pdf == scorecard.render(card, pictures=lambda _: None), "same bytes")
    with pages.opened(pdf, "self-test.pdf") as document:
        _require(bool(next(document.fitting(100)).pixels), "drawn elsewhere")
    return f"{len(pdf)} bytes"


def _sealing() -> str:
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415 - as pyHanko below

    from kepatuhan_desktop.reports import scorecard  # noqa: PLC0415 - ReportLab costs half a second
    from kepatuhan_desktop.signing import (  # noqa: PLC0415 - pyHanko costs more than a second
        issuing,
        pades,
        seals,
        sources,
        stranger,
        witnessed,
    )

    card, at = specimen.sealed_scorecard(), datetime.fromisoformat(specimen.SEALED_AT)
    key = ec.generate_private_key(ec.SECP256R1())
    auditor = sources.of_device(key, issuing.self_issue(key, specimen.AUDITOR_PERSON, at))
    details = record.compose(
        card, amends=None, covers=(), device=DeviceId("self-test"), certificates={}
    )
    drawing = scorecard.draw(card, pictures=lambda _: None)
    first, second = card.signatures
    attached = {record.RECORD: details, record.INSTRUMENT: codec.canonical(card.instrument)}
    pdf = pades.certify(
        drawing.pdf,
        source=auditor,
        at=at,
        attachments=attached,
        frames=drawing.frames,
        strokes=first.strokes,
    )
    head = witnessed.witness(second.person, at)
    pdf = pades.countersign(pdf, source=head, at=at, strokes=second.strokes)
    judged = seals.judge(stranger.opened(pdf), (), at)
    _require([one.problem for one in judged.signed] == ["", ""], "signatures")
    again = record.rescore(
        record.read(details), record.read_instrument(attached[record.INSTRUMENT])
    )
    _require(again.agrees, "score")
    return f"{len(pdf)} bytes"
