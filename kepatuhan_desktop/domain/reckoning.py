"""Reckon the figures of a record a second time, as somebody with paper and pencil would."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

import msgspec

from kepatuhan_desktop.domain import journal as chain
from kepatuhan_desktop.domain.bands import bands_of
from kepatuhan_desktop.domain.ids import IndicatorId, NodeId, OptionId
from kepatuhan_desktop.domain.instrument import Instrument, Node, OptionScale, say
from kepatuhan_desktop.domain.record_rows import (
    CategoryRow,
    Exact,
    IndicatorRow,
    InstrumentRow,
    NodeRow,
    Record,
    TotalRow,
)
from kepatuhan_desktop.domain.scoring import Answer, Chosen, Excluded, NotScored, Score, score

Paths = Mapping[IndicatorId, tuple[NodeId, ...]]


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """Something in the record that a new reckoning does not give."""

    place: str
    """`instrument`, `indicators`, `indicator:ID`, `nodes`, `node:ID`, `total`, `exact`,
    `category`, `zone` or `journal`."""
    recorded: str
    reckoned: str


class Rescored(msgspec.Struct, frozen=True, kw_only=True):
    """What the answers of a record give when they are reckoned anew."""

    total: TotalRow | None
    """None: nothing applicable is answered."""
    differences: tuple[Difference, ...]

    @property
    def agrees(self) -> bool:
        """Whether every figure of the record is the reckoned one."""
        return not self.differences


class Question(NamedTuple):
    """The part of an indicator's row that the score stands on."""

    code: str
    path: tuple[NodeId, ...]
    weight: str
    option: OptionId | None
    value: str | None
    not_applicable: str | None


def rescore(record: Record, instrument: Instrument) -> Rescored:
    """Reckon a record anew from its answers; any figure in it may be forged.

    `instrument` must have passed `instrument_check`.
    """
    found: list[Difference] = []

    def compare(place: str, recorded: object, reckoned: object) -> None:
        if recorded != reckoned:
            found.append(Difference(place=place, recorded=str(recorded), reckoned=str(reckoned)))

    compare("instrument", record.instrument, instrument_row(instrument))
    compare("indicators", [row.id for row in record.indicators], list(instrument.indicators))
    answers: dict[IndicatorId, Answer] = {}
    paths = paths_of(instrument.nodes)
    for row in record.indicators:
        if row.id in instrument.indicators:
            answer = _answer(instrument, row)
            if answer is not None:
                answers[row.id] = answer
            compare(
                f"indicator:{row.id}",
                Question(*(getattr(row, one) for one in Question._fields)),
                question(instrument, paths, row.id, answer),
            )
    tree = Tree(instrument, answers)
    reckoned = {row.id: row for row in tree.rows}
    compare("nodes", [row.id for row in record.nodes], list(reckoned))
    for node in record.nodes:
        if node.id in reckoned:
            compare(f"node:{node.id}", node, reckoned[node.id])
    result = score(instrument, answers).total
    total = None if isinstance(result, NotScored) else total_row(result)
    if total is None or tree.share is None:
        compare("total", record.total.value, None)
    else:
        compare("total", record.total.value, total.value)
        compare("exact", record.total.exact, total.exact)
        # The tree is a second way of reckoning; it must come to the same.
        compare("exact", record.total.exact, _exact(tree.share * Fraction(instrument.maximum)))
        compare("category", record.total.category, total.category)
        compare("zone", record.total.zone, total.zone)
    compare("journal", record.journal.digest, chain.digest(record.journal.covers))
    return Rescored(total=total, differences=tuple(found))


def instrument_row(instrument: Instrument) -> InstrumentRow:
    """What a record says about the instrument."""
    return InstrumentRow(
        id=instrument.id,
        version=instrument.version,
        digest=instrument.digest,
        title=say(instrument.title),
        maximum=instrument.maximum,
        places=instrument.rounding.places,
        rounding=instrument.rounding.mode,
        weights_are_official=not instrument.has_unofficial_weights,
        categories=tuple(
            CategoryRow(id=one.id, lowest=one.lowest, zone=one.zone)
            for one in instrument.categories
        ),
    )


def total_row(total: Score) -> TotalRow:
    """What a record says about the total."""
    return TotalRow(
        value=total.value,
        exact=_exact(Fraction(*total.exact)),
        category=total.category,
        zone=total.zone,
    )


def _exact(value: Fraction) -> Exact:
    # By way of decimals, because Python refuses to write very long integers.
    return Exact(
        numerator=str(Decimal(value.numerator)), denominator=str(Decimal(value.denominator))
    )


def question(
    instrument: Instrument, paths: Paths, one: IndicatorId, answer: Answer | None
) -> Question:
    """What a record says about an indicator and its answer."""
    indicator = instrument.indicators[one]
    option = answer.option if isinstance(answer, Chosen) else None
    return Question(
        code=indicator.code,
        path=paths[one],
        weight=indicator.weight.value,
        option=option,
        value=None if option is None else _values(instrument, one)[option],
        not_applicable=answer.reason if isinstance(answer, Excluded) else None,
    )


def _answer(instrument: Instrument, row: IndicatorRow) -> Answer | None:
    """What a row says was answered; None where it says nothing that the instrument knows."""
    if row.option is not None:
        known = row.option in _values(instrument, row.id)
        return Chosen(row.option) if known else None
    return None if row.not_applicable is None else Excluded(row.not_applicable)


def _values(instrument: Instrument, one: IndicatorId) -> dict[OptionId, str]:
    # Other scales are refused when an instrument is installed (instrument_check).
    scale = instrument.indicators[one].scale
    options = scale.options if isinstance(scale, OptionScale) else ()
    return {option.id: option.value for option in options}


def paths_of(
    nodes: tuple[Node, ...], above: tuple[NodeId, ...] = ()
) -> dict[IndicatorId, tuple[NodeId, ...]]:
    """For every indicator the nodes from the top to the one that holds it."""
    found: dict[IndicatorId, tuple[NodeId, ...]] = {}
    for node in nodes:
        here = (*above, node.id)
        found |= {one.id: here for one in node.indicators} | paths_of(node.nodes, here)
    return found


Parts = list[tuple[Fraction, Fraction]]
"""Weight and share of everything below a node that counts."""


class Tree:
    """The shares of all nodes, with fractions, as somebody with paper and pencil finds them."""

    def __init__(self, instrument: Instrument, answers: Mapping[IndicatorId, Answer]) -> None:
        self._instrument = instrument
        self._answers = answers
        self._bands = bands_of(instrument)
        self._rows: dict[NodeId, NodeRow] = {}
        self.share = self._mean(self._below(instrument.nodes, None))

    @property
    def rows(self) -> tuple[NodeRow, ...]:
        """Parents before what lies below them."""
        return tuple(self._rows[node.id] for node in self._instrument.walk())

    def _below(self, nodes: tuple[Node, ...], parent: NodeId | None) -> Parts:
        parts: Parts = []
        for node in nodes:
            below = self._below(node.nodes, node.id) if node.nodes else self._leaves(node)
            share = self._mean(below)
            self._rows[node.id] = NodeRow(
                id=node.id,
                parent=parent,
                code=node.code,
                title=say(node.title),
                weight=node.weight.value,
                share=None if share is None else _exact(share),
                score=None if share is None else self._rounded(share),
            )
            if share is not None:
                parts.append((Fraction(node.weight.value), share))
        return parts

    def _leaves(self, node: Node) -> Parts:
        parts: Parts = []
        for indicator in node.indicators:
            answer = self._answers.get(indicator.id)
            if isinstance(answer, Chosen):
                value = _values(self._instrument, indicator.id)[answer.option]
                parts.append((Fraction(indicator.weight.value), Fraction(value)))
        return parts

    def _rounded(self, share: Fraction) -> str:
        units = self._bands.units(share * Fraction(self._instrument.maximum))
        return self._bands.text(units)

    @staticmethod
    def _mean(parts: Parts) -> Fraction | None:
        weights = sum((weight for weight, _ in parts), Fraction(0))
        earned = sum((weight * share for weight, share in parts), Fraction(0))
        return earned / weights if weights else None
