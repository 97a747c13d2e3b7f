"""Make the workspaces and instruments that are measured."""

from pathlib import Path

import msgspec
from sqlcipher3 import dbapi2

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.assessment import Profile
from kepatuhan_desktop.domain.ids import (
    AssessmentId,
    IndicatorId,
    InstrumentId,
    NodeId,
    OptionId,
)
from kepatuhan_desktop.domain.instrument import Indicator, Instrument, Node, OptionScale
from kepatuhan_desktop.domain.organisation import Institution, Unit
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.services import bundled_instruments
from kepatuhan_desktop.storage import database

BUNDLED = InstrumentId("uu25-14")


def bundled() -> Instrument:
    """The instrument that ships."""
    found = [entry for entry in bundled_instruments.bundled() if entry[0] == BUNDLED]
    return bundled_instruments.load_bundled(*found[-1][:2])


def synthetic(indicators: int) -> Instrument:
    """The shipped instrument with that many indicators, its own ones over and over."""
    model = bundled()
    known = list(model.indicators.values())
    places = {node.id: list[Indicator]() for node in model.components}
    names = list(places)
    for number in range(indicators):
        one = IndicatorId(f"i.{number + 1}")
        places[names[number % len(names)]].append(
            msgspec.structs.replace(known[number % len(known)], id=one, code=one)
        )
    return msgspec.structs.replace(
        model,
        id=InstrumentId(f"synthetic-{indicators}"),
        nodes=tuple(_with(node, places) for node in model.nodes),
    )


def _with(node: Node, places: dict[NodeId, list[Indicator]]) -> Node:
    return msgspec.structs.replace(
        node,
        nodes=tuple(_with(child, places) for child in node.nodes),
        indicators=tuple(places.get(node.id, ())),
    )


def options_of(instrument: Instrument, indicator: IndicatorId) -> list[OptionId]:
    """The options of an indicator."""
    scale = instrument.indicators[indicator].scale
    return [option.id for option in scale.options] if isinstance(scale, OptionScale) else []


def begin(services: Services, instrument: InstrumentId, period: str = "2026") -> AssessmentId:
    """A fresh assessment in an office of its own."""
    institution, _ = services.organisations.register_institution(Institution(name="Kota Contoh"))
    unit, _ = services.organisations.register_unit(
        Unit(institution=institution, name="Dinas Contoh")
    )
    profile = Profile(
        institution=institution,
        unit=unit,
        product=None,
        period=period,
        instrument=services.instruments.pin(instrument),
        auditor=Person(name="Pemeriksa"),
    )
    return services.assessments.start(profile)[0]


def answer_all(services: Services, one: AssessmentId) -> None:
    """An answer for every indicator, and a note for every third."""
    instrument = services.assessments.overview(one).instrument
    for number, indicator in enumerate(instrument.indicators):
        options = options_of(instrument, indicator)
        services.answering.choose(one, indicator, options[number % len(options)])
        if number % 3 == 0:
            services.answering.note(one, indicator, "Papan informasi terlihat dari pintu masuk.")


class BareDatabase:
    """SQLCipher with the same settings and one table: what a durable row costs at least."""

    def __init__(self, folder: Path) -> None:
        self._connection = dbapi2.connect(str(folder / "bare.db"), isolation_level=None)
        self._connection.execute(f"PRAGMA key = \"x'{'ab' * 32}'\"")
        for name, wanted, _ in database._PRAGMAS:
            self._connection.execute(f"PRAGMA {name} = {wanted}")
        self._connection.execute("CREATE TABLE rows (id INTEGER PRIMARY KEY, body TEXT NOT NULL)")
        self._body = "x" * 500

    def commit_one_row(self) -> None:
        """Half a kilobyte, on the disk when this returns."""
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute("INSERT INTO rows (body) VALUES (?)", (self._body,))
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """Close the database."""
        self._connection.close()
