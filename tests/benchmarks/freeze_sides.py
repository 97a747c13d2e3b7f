"""Bundles, conflicts, verifying, the authority: the deeds of `freeze_tour` beside the main job.

`prepare` makes what it needs: a colleague with bundles, and one assessment that both answered.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from kepatuhan_desktop.bootstrap import Services, open_services
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.domain.trust import Role
from kepatuhan_desktop.exchange.description import Purpose
from kepatuhan_desktop.gui.main_window import MainWindow
from kepatuhan_desktop.gui.models.inbox import State
from tests.benchmarks.freeze_steps import Step
from tests.benchmarks.workspaces import BUNDLED, begin, options_of
from tests.builders import gui_trust

BUNDLES = 20
DISPUTED = "2033"
"""Period of the assessment that two auditors answered differently."""


def prepare(services: Services, folder: Path, photo: bytes) -> None:
    """Twenty bundles of a colleague whom the same authority vouches for, in `folder`."""
    folder.mkdir()
    colleague = open_services(folder / "colleague")
    colleague.settings.change(auditor_name="Budi Santoso", auditor_nip="197502021999031002")
    _trust(folder / "authority", services, colleague)
    shared = begin(services, BUNDLED, DISPUTED)
    colleague.importing.take_in(_bundle(services, shared, folder / "visit"))
    _answer(services, shared, best=True)
    _answer(colleague, shared, best=False)
    for number in range(BUNDLES - 1):
        one = begin(colleague, BUNDLED, f"{2100 + number}")
        _answer(colleague, one, best=True)
        indicator = next(iter(colleague.assessments.overview(one).instrument.indicators))
        data = photo + b"\0" * (number + 1)
        colleague.attaching.attach(one, indicator, colleague.attaching.keep(data, "loket.jpg"))
        _bundle(colleague, one, folder / "bundles")
    _bundle(colleague, shared, folder / "bundles")
    colleague.close()


def steps(window: MainWindow, folder: Path, out: Path) -> Iterator[Step]:
    """What headquarters does, and a team in the evening; `out` holds a scorecard already."""
    yield from _exchange(window, folder, out)
    yield from _verify(window, sorted(out.glob("*.pdf")))
    yield "authority: open", window.show_authority, None
    yield "authority: back to the list", window.show_list, None


def _exchange(window: MainWindow, folder: Path, out: Path) -> Iterator[Step]:
    side = window.side
    yield "exchange: open", side.show_exchange, None
    page = side.exchange()
    inbox = page.inbox
    for show in (page.show_inbox, page.show_travels, page.show_outbox):
        yield "exchange: another part", show, None
    paths = [str(path) for path in sorted((folder / "bundles").iterdir())]

    def is_read() -> bool:
        states = {parcel.state for parcel in inbox.inbox.parcels()}
        return not states & {State.WAITING, State.READING}

    yield f"exchange: {BUNDLES} bundles are read", partial(side.open_files, paths), is_read
    for parcel in inbox.inbox.parcels()[:4]:
        yield "exchange: look at a plan", partial(inbox.parcels_list.make_current, parcel.key), None
    yield "exchange: take one in", inbox.take, None

    def is_all_taken() -> bool:
        return all(parcel.state is State.TAKEN for parcel in inbox.inbox.parcels())

    yield f"exchange: take the other {BUNDLES - 1} in", inbox.take_all, is_all_taken
    yield "exchange: what went where", page.show_travels, None
    yield from _settle(window)
    yield "exchange: back", side.show_exchange, None
    yield "exchange: what waits", page.show_outbox, None
    yield "exchange: choose a folder", partial(page.outbox.use_folder, str(out)), None
    panel = page.outbox.export_panel
    yield "exchange: not encrypted", panel.plain_radio.click, None
    yield "exchange: write a bundle", page.outbox.write, panel.done_notice.isVisible
    yield "exchange: back to the list", page.back_button.click, None


def _settle(window: MainWindow) -> Iterator[Step]:
    side = window.side
    yield "conflicts: open", side.show_every_conflict, None
    page = side.conflicts()
    assert page.count() > 40, "the colleague answered otherwise"
    for number in range(12):
        yield "conflicts: settle", partial(page.take, number % 2), None
    for _ in range(4):
        yield "conflicts: undo", page.undo, None
    for _ in range(6):
        yield "conflicts: next", partial(page.go_on, 1), None


def _verify(window: MainWindow, cards: list[Path]) -> Iterator[Step]:
    yield "verify: open", window.show_verify, None
    page = window.verify()
    for one in cards:
        yield "verify: a scorecard", partial(page.check_files, [str(one)]), None
    yield "verify: back to the list", window.show_list, None


def _trust(folder: Path, *some: Services) -> None:
    now = datetime.now(UTC)
    with gui_trust.founded(folder, now) as authority:
        for services in some:
            services.identities.ensure()
            authority.enrol(services.identities.request(), (Role.AUDITOR,), now)
        data = authority.publish(now)
    for services in some:
        services.identities.adopt(services.identities.examine(data))


def _bundle(services: Services, one: AssessmentId, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    plan = services.exporting.plan(Purpose.TEAM, assessments=[one], recipients=())
    (written,) = services.exporting.export(plan, folder)
    return written.delivered.path


def _answer(services: Services, one: AssessmentId, *, best: bool) -> None:
    instrument = services.assessments.overview(one).instrument
    for indicator in instrument.indicators:
        options = options_of(instrument, indicator)
        services.answering.choose(one, indicator, options[-1 if best else 0])
