"""Opening, listing, merging, explaining: how long they take at sizes beyond daily use."""

import tempfile
from pathlib import Path

import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.bootstrap import Services, open_services
from kepatuhan_desktop.domain import journal
from kepatuhan_desktop.domain.assessment import PROFILE, Profile, answer_slot, record_of
from kepatuhan_desktop.domain.ids import AssessmentId, DeviceId, EntryId, InstrumentId
from kepatuhan_desktop.domain.journal import Draft, Kind
from tests.benchmarks.figures import Figure, interleaved, median, quiet
from tests.benchmarks.workspaces import BUNDLED, answer_all, begin, options_of, synthetic

ROWS = 15_000
ENTRIES = 20_000


def measure() -> list[Figure]:
    """None of these has an aim of its own."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        return [
            *_opening(Path(folder) / "opening"),
            *_listing(Path(folder) / "listing"),
            *_merging(Path(folder) / "merging"),
        ]


def _figure(name: str, times: list[float], limit: list[float] | None, against: str) -> Figure:
    return Figure(
        name=name,
        ours=median(times),
        limit=median(limit) if limit else 0.0,
        aim=0.0,
        against=against,
        informative=True,
    )


def _opening(home: Path) -> list[Figure]:
    figures = []
    services = open_services(home)
    for size in (60, 1000):
        instrument = synthetic(size)
        services.instruments.install(instrument)
        one = begin(services, instrument.id)
        answer_all(services, one)

        def open_anew(one: AssessmentId = one) -> None:
            services._workspace.journal._states.clear()
            services.assessments.overview(one)

        def explain(one: AssessmentId = one) -> None:
            services.assessments.overview(one).explanation()

        quiet()
        opened, explained = interleaved(30, open_anew, explain)
        figures.append(_figure(f"open an assessment, {size} indicators", opened, None, ""))
        figures.append(_figure(f"explain its score, {size} indicators", explained, None, ""))
    services.close()
    return figures


def _profile(services: Services) -> Profile:
    return services.assessments.get(begin(services, BUNDLED)).profile


def _chain(device: str, drafts: list[Draft]) -> list[bytes]:
    """The entries of another device, as they would come from a stick."""
    previous: EntryId | None = None
    bodies = []
    for seq, draft in enumerate(drafts, 1):
        entry, body = journal.write(
            draft,
            device=DeviceId(device),
            seq=seq,
            previous=previous,
            author="Pemeriksa",
            at="2026-11-23T09:00:00.000+07:00",
        )
        previous = entry.id
        bodies.append(body)
    return bodies


def _begun(profile: Profile, number: int) -> Draft:
    one = AssessmentId(f"{number:026d}")
    value = codec.plain(msgspec.structs.replace(profile, period=f"{2000 + number % 27}"))
    return Draft(kind=Kind.ASSESSMENT, record=record_of(one), slot=PROFILE, value=value)


def _listing(home: Path) -> list[Figure]:
    services = open_services(home)
    profile = _profile(services)
    services._workspace.journal.merge(
        _chain("1" * 32, [_begun(profile, number) for number in range(ROWS)])
    )
    connection = services._workspace.connection

    def bare() -> None:
        connection.execute("SELECT * FROM assessments").fetchall()

    quiet()
    ours, limit = interleaved(15, services.assessments.rows, bare)
    services.close()
    name = f"list of {ROWS:,} assessments".replace(",", " ")
    return [_figure(name, ours, limit, "SELECT * without joins and types")]


def _merging(home: Path) -> list[Figure]:
    services = open_services(home)
    profile = _profile(services)
    instrument = services.instruments.get(services.instruments.pin(InstrumentId(BUNDLED)).digest)
    indicators = list(instrument.indicators)
    services.close()
    turns: list[list[float]] = [[], []]
    for turn in range(3):
        drafts: list[Draft] = []
        while len(drafts) < ENTRIES:
            begun = _begun(profile, len(drafts))
            drafts.append(begun)
            drafts += [
                Draft(
                    kind=Kind.ANSWER,
                    record=begun.record,
                    slot=answer_slot(indicator),
                    value={"type": "chosen", "option": options_of(instrument, indicator)[0]},
                )
                for indicator in indicators
            ]
        bodies = _chain(f"{turn:032d}", drafts[:ENTRIES])
        services = open_services(home.with_name(f"merging-{turn}"))
        connection = services._workspace.connection
        connection.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, body BLOB) STRICT")

        def merge(services: Services = services, bodies: list[bytes] = bodies) -> None:
            services._workspace.journal.merge(bodies)

        def bare(services: Services = services, bodies: list[bytes] = bodies) -> None:
            run = services._workspace.connection
            run.execute("BEGIN IMMEDIATE")
            run.executemany("INSERT INTO bare (body) VALUES (?)", [(body,) for body in bodies])
            run.execute("COMMIT")

        quiet()
        ours, limit = interleaved(1, merge, bare, warm_up=0)
        turns[0] += ours
        turns[1] += limit
        services.close()
    name = f"merge of {ENTRIES:,} entries".replace(",", " ")
    return [_figure(name, turns[0], turns[1], "the same bytes into one table")]
