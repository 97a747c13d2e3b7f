"""Three auditors with a laptop each, who visit one unit together."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import msgspec

from kepatuhan_desktop import bootstrap, codec
from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.assessment import PROFILE
from kepatuhan_desktop.domain.finding import Finding
from kepatuhan_desktop.domain.ids import AssessmentId, InstitutionId, UnitId
from kepatuhan_desktop.domain.instrument import Instrument
from kepatuhan_desktop.domain.journal import Draft, Kind
from kepatuhan_desktop.domain.organisation import institution_record
from kepatuhan_desktop.domain.trust import Role
from kepatuhan_desktop.exchange.description import Purpose
from kepatuhan_desktop.imaging import drawing
from kepatuhan_desktop.imaging.drawing import Camera
from tests.builders import gui_trust, workspaces
from tests.builders.clock import START, FixedClock

NAMES = ("Siti Aminah", "Budi Santoso", "Citra Dewi Lestari")
NIPS = ("198001012005012001", "197502021999031002", "199003032015042003")


class TailedIds:
    """Ids of 26 characters that count; two devices differ at the end, as random ones do."""

    def __init__(self, tail: str) -> None:
        self._tail = tail
        self._last = 0

    def new(self) -> str:
        """The next id."""
        self._last += 1
        return f"{self._last:0{26 - len(self._tail)}d}{self._tail}"


@contextmanager
def laptops(folder: Path, count: int = 3) -> Iterator[tuple[Services, ...]]:
    """Workspaces of as many auditors, each with a name."""
    with ExitStack() as stack:
        found = []
        for number in range(count):
            clock = FixedClock()
            clock.wind(60 * number)
            home = folder / f"laptop{number}"
            ids = TailedIds("abc"[number])
            services = bootstrap.open_services(home, clock=clock, ids=ids)
            stack.callback(services.close)
            services.settings.change(auditor_name=NAMES[number], auditor_nip=NIPS[number])
            found.append(services)
        yield tuple(found)


def trusting(folder: Path, *some: Services) -> None:
    """Enrol them all, the last one as headquarters too, and let each adopt the trust file."""
    with gui_trust.founded(folder / "otoritas") as authority:
        for services in some:
            services.identities.ensure()
            roles = (Role.AUDITOR, Role.HEADQUARTERS) if services is some[-1] else (Role.AUDITOR,)
            authority.enrol(services.identities.request(), roles, START)
        data = authority.publish(START)
    for services in some:
        services.identities.adopt(services.identities.examine(data))


def bundle(
    services: Services,
    folder: Path,
    one: AssessmentId | None = None,
    purpose: Purpose = Purpose.TEAM,
) -> Path:
    """A bundle of an assessment, or of all that waits; not encrypted."""
    folder.mkdir(parents=True, exist_ok=True)
    chosen = None if one is None else [one]
    plan = services.exporting.plan(purpose, assessments=chosen, recipients=())
    (written,) = services.exporting.export(plan, folder)
    return written.delivered.path


def take(services: Services, path: Path) -> None:
    """Take a bundle in, whoever sent it."""
    services.importing.take_in(path, consent=True)


def photo(services: Services, one: AssessmentId, indicator: str, number: int, name: str) -> None:
    """A photo at a question, another one for each number."""
    data = drawing.draw(
        "notice_board",
        number,
        taken_at="2024-08-12T09:30:00+07:00",
        camera=Camera("Uji", "Uji", 640, 480),
    )
    asked = services.assessments.overview(one).instrument.indicators
    key = next(it for it in asked if it == indicator)
    services.attaching.attach(one, key, services.attaching.keep(data, name))


def visit(
    folder: Path, some: tuple[Services, ...], instrument: Instrument | None = None
) -> AssessmentId:
    """The first one begins, with a photo and a finding, and hands a bundle to the others."""
    first, *others = some
    one = workspaces.started(first, instrument)
    asked = list(first.assessments.overview(one).instrument.indicators)
    photo(first, one, asked[3], 7, "loket.jpg")
    first.findings.put(
        one,
        Finding(indicator=asked[2], statement="Tarif", legal_reference="UU 25/2009 Pasal 21"),
    )
    start = bundle(first, folder / "mulai", one)
    for other in others:
        take(other, start)
    return one


def register_quarrel(some: tuple[Services, ...], one: AssessmentId) -> tuple[UnitId, InstitutionId]:
    """The second moves the unit while the first gives it another head; both rename its owner."""
    first, second = some[0], some[1]
    profile = first.assessments.get(one).profile
    ((institution, found),) = first.organisations.institutions()
    ((unit, known),) = first.organisations.units(institution)
    heads = {"head_name": "Rahmat Hidayat", "head_nip": "197001011995031001"}
    first.organisations.revise_unit(unit, msgspec.structs.replace(known, **heads))
    moved = msgspec.structs.replace(known, address="Jalan Merdeka 1, Bandung")
    second.organisations.revise_unit(unit, moved)
    for services, name in ((first, "Pemerintah Kota Uji"), (second, "Pemkot Uji")):
        services._pen.write(
            Draft(
                kind=Kind.INSTITUTION,
                record=institution_record(institution),
                slot=PROFILE,
                value=codec.plain(msgspec.structs.replace(found, name=name)),
                replaces=tuple(
                    it.id
                    for it in services._workspace.journal.heads_of(institution_record(institution))
                ),
            )
        )
    assert profile.unit == unit
    return unit, institution


def quarrel(some: tuple[Services, ...], one: AssessmentId) -> None:
    """All kinds of conflicts: the first and the second auditor disagree about each of them."""
    first, second = some[0], some[1]
    indicators = list(first.assessments.overview(one).instrument.indicators.values())
    asked, other = indicators[0], indicators[1]
    scale = asked.scale
    ids = [option.id for option in getattr(scale, "options", ())]
    first.answering.choose(one, asked.id, ids[-1])
    first.answering.note(one, asked.id, "Terpasang di papan pengumuman loket 2, terbaca jelas.")
    photo(first, one, asked.id, 1, "papan-loket-2.jpg")
    photo(first, one, asked.id, 2, "papan-pintu-masuk.jpg")
    second.answering.choose(one, asked.id, ids[0])
    second.answering.note(one, asked.id, "Tidak terlihat dari ruang tunggu.")
    photo(second, one, asked.id, 3, "ruang-tunggu.jpg")
    for services, words in ((first, "Sudah dimuat di situs web."), (second, "Situs tidak aktif.")):
        services.answering.note(one, other.id, words)
        services.answering.remark(one, f"Tanggapan: {words}")
        ((key, finding),) = services.assessments.get(one).findings.items()
        services.findings.put(
            one, msgspec.structs.replace(finding, statement=f"Tarif tidak tampak. {words}"), key
        )
        (name,) = (
            it
            for it, piece in services.assessments.get(one).evidence.items()
            if piece.name == "loket.jpg"
        )
        services.attaching.caption(one, name, words)
        state = services.assessments.get(one)
        day = "2024-08-12" if services is first else "2024-08-13"
        draft = Draft(
            kind=Kind.ASSESSMENT,
            record=state.record,
            slot=PROFILE,
            value=codec.plain(msgspec.structs.replace(state.profile, visited_on=day)),
            replaces=state.seen(PROFILE),
        )
        services._pen.write(draft)
