"""Pictures of bundles and conflicts for `gui.pictures`; visitors work in throw-away folders."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtWidgets import QWidget

from kepatuhan_desktop.bootstrap import Services, open_services
from kepatuhan_desktop.domain.assessment import Status
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.domain.instrument import OptionScale
from kepatuhan_desktop.exchange.description import Purpose
from kepatuhan_desktop.gui.models.outgoing import Choice

if TYPE_CHECKING:
    from kepatuhan_desktop.gui.main_window import MainWindow

Shot = tuple[str, QWidget]

_PEOPLE = ("Budi Santoso", "Citra Dewi Lestari")
_HEADS = ("Dr. Siti Rahmawati, M.Kes.", "dr. Raden Mas Haryo Widyatmoko Suryadiningrat, Sp.PD.")
_NOTES = ("Terpasang di papan pengumuman loket 2.", "Tidak terlihat dari ruang tunggu.")


def tour(window: "MainWindow") -> Iterator[Shot]:
    """What can be sent, an empty inbox, then a colleague's laptop with a plan and conflicts."""
    window.side.show_exchange()
    page = window.side.exchange()
    page.show_outbox()
    page.outbox.choose(Choice.ALL)
    yield "pertukaran", window
    rows = window.services.assessments.rows()
    begun = [AssessmentId(row.id) for row in rows if row.status != Status.SEALED and row.answered]
    if begun:
        page.share(begun[0])
        yield "pertukaran-tim", window
    page.show_inbox()
    yield "pertukaran-terima", window
    page.show_travels()
    yield "pertukaran-riwayat", window
    if begun:
        yield from _visit(window, begun[0])


def _visit(window: "MainWindow", one: AssessmentId) -> Iterator[Shot]:
    with tempfile.TemporaryDirectory() as folder:
        begun = bundle(window.services, one, Path(folder, "mulai"))
        budi, citra = (_colleague(Path(folder), number, begun, one) for number in range(2))
        theirs = bundle(citra, one, Path(folder, "citra"))
        citra.close()
        with visited(window, budi) as other:
            other.side.show_exchange()
            other.side.exchange().open_files([str(theirs)])
            yield "pertukaran-rencana", other
            budi.importing.take_in(theirs, consent=True)
            other.side.show_conflicts()
            yield "pertentangan", other
            conflicts = other.side.conflicts()
            conflicts.go_on(1)
            yield "pertentangan-catatan", other
            conflicts.go_on(-2)
            yield "pertentangan-unit", other
            _settle(budi)
            other.side.show_conflicts(one)
            yield "pertentangan-selesai", other


@contextmanager
def visited(window: "MainWindow", services: Services) -> Iterator["MainWindow"]:
    """The window of another laptop, as large as `window`; closed afterwards, with its workspace."""
    from kepatuhan_desktop.gui.main_window import MainWindow  # noqa: PLC0415 - it imports pages

    other = MainWindow(services)
    other.resize(window.size())
    other.show()
    try:
        yield other
    finally:
        other.hide()
        other.jobs.shutdown()
        other.deleteLater()
        services.close()


def _colleague(folder: Path, number: int, begun: Path, one: AssessmentId) -> Services:
    """A laptop with another answer to the first answered question, and another head of unit."""
    services = open_services(folder / f"laptop{number}")
    services.settings.change(auditor_name=_PEOPLE[number])
    services.importing.take_in(begun, consent=True)
    overview = services.assessments.overview(one)
    asked = next(it for it in overview.instrument.indicators if it in overview.assessment.answers)
    scale = overview.instrument.indicators[asked].scale
    if isinstance(scale, OptionScale):
        # Neither of them what was answered before: who repeats that has written nothing.
        before = overview.assessment.answers[asked]
        others = [it.id for it in scale.options if it.id != getattr(before, "option", None)]
        services.answering.choose(one, asked, others[number % len(others)])
    services.answering.note(one, asked, _NOTES[number])
    corrected = msgspec.structs.replace(overview.unit, head_name=_HEADS[number])
    services.organisations.revise_unit(overview.assessment.profile.unit, corrected)
    return services


def _settle(services: Services) -> None:
    disputes = services.disputes
    some = [dispute for one in disputes.assessments() for dispute in disputes.of(one)]
    for dispute in (*some, *disputes.register()):
        disputes.settle(dispute, dispute.versions[0].entry)


def bundle(services: Services, one: AssessmentId, folder: Path) -> Path:
    """A bundle of an assessment; that it was sent is noted nowhere."""
    folder.mkdir()
    plan = services.exporting.plan(Purpose.TEAM, assessments=[one], recipients=())
    return services.exporting.write(plan, folder)[0].delivered.path
