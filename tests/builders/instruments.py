"""Small instruments, and strategies for random ones."""

from collections.abc import Iterable, Sequence
from typing import Literal

from hypothesis import strategies as st

from kepatuhan_desktop.domain.ids import CategoryId, IndicatorId, InstrumentId, NodeId, OptionId
from kepatuhan_desktop.domain.instrument import (
    Category,
    EvidenceRule,
    Indicator,
    Instrument,
    Legal,
    Method,
    Node,
    NotApplicable,
    Official,
    Option,
    OptionScale,
    Rounding,
    Text,
    Weight,
    Zone,
)
from kepatuhan_desktop.domain.scoring import Answer, Chosen, Excluded

NONE, HALF, FULL = OptionId("none"), OptionId("half"), OptionId("full")
A1, A2, A3 = IndicatorId("a.1"), IndicatorId("a.2"), IndicatorId("a.3")
B1, B2 = IndicatorId("b.1"), IndicatorId("b.2")

PHOTO = EvidenceRule(kind="photo", label={"id": "Foto"})

_BANDS = (
    ("A", Zone.GREEN, "88.00", "100"),
    ("B", Zone.GREEN, "78.00", "87.99"),
    ("C", Zone.YELLOW, "54.00", "77.99"),
    ("D", Zone.RED, "32.00", "53.99"),
    ("E", Zone.RED, "0", "31.99"),
)


def words(text: str) -> Text:
    """`text` in Indonesian only."""
    return {"id": text}


def option(
    one: str, value: str, evidence: tuple[EvidenceRule, ...] = (), *, note_required: bool = False
) -> Option:
    """An option that earns `value`."""
    return Option(
        id=OptionId(one),
        label=words(one),
        descriptor=words(one),
        value=value,
        evidence=evidence,
        note_required=note_required,
    )


THREE = (option(NONE, "0"), option(HALF, "0.5"), option(FULL, "1"))


def indicator(
    one: str,
    weight: str = "1",
    options: tuple[Option, ...] = THREE,
    *,
    legal: tuple[Legal, ...] = (),
    may_be_left_out: bool = True,
) -> Indicator:
    """A question that may be left out."""
    return Indicator(
        id=IndicatorId(one),
        code=one,
        question=words(one),
        check=words(one),
        methods=(Method.OBSERVATION,),
        weight=Weight(value=weight, official=Official.NO),
        scale=OptionScale(options=options),
        legal=legal,
        not_applicable=NotApplicable(allowed=may_be_left_out),
    )


def node(
    one: str,
    weight: str = "1",
    indicators: tuple[Indicator, ...] = (),
    nodes: tuple[Node, ...] = (),
    *,
    legal: tuple[Legal, ...] = (),
    kind: Literal["group", "component"] = "component",
) -> Node:
    """A component, or a group of them."""
    return Node(
        id=NodeId(one),
        kind=kind,
        title=words(one),
        weight=Weight(value=weight, official=Official.NO),
        legal=legal,
        nodes=nodes,
        indicators=indicators,
    )


def instrument(
    nodes: tuple[Node, ...], *, one: str = "small", version: str = "1", maximum: str = "100"
) -> Instrument:
    """An instrument with the categories A to E."""
    share = int(maximum) / 100
    return Instrument(
        format=1,
        id=InstrumentId(one),
        version=version,
        title=words(one),
        short=words(one),
        about=words(one),
        official=Official.NO,
        maximum=maximum,
        rounding=Rounding(),
        not_applicable="leaves_denominator",
        categories=tuple(
            Category(
                id=CategoryId(name),
                label=words(name),
                zone=zone,
                lowest=f"{float(lowest) * share:.2f}",
                highest=f"{float(highest) * share:.2f}",
            )
            for name, zone, lowest, highest in _BANDS
        ),
        nodes=nodes,
    )


def small(version: str = "1") -> Instrument:
    """Two components. `a.1` wants a photo for full marks, `b.1` a note for none."""
    law = Legal(law="UU 25/2009", article="Pasal 21 huruf a")
    return instrument(
        (
            node(
                "a",
                "2",
                (
                    indicator("a.1", "2", (*THREE[:2], option(FULL, "1", (PHOTO,)))),
                    indicator("a.2", "1", legal=(Legal(law="PP 96/2012", article="Pasal 23"),)),
                    indicator("a.3", "1"),
                ),
                legal=(law,),
            ),
            node(
                "b",
                "1",
                (
                    indicator("b.1", "1", (option(NONE, "0", note_required=True), *THREE[1:])),
                    indicator("b.2", "3", may_be_left_out=False),
                ),
            ),
        ),
        version=version,
    )


def of_weights(weights: Iterable[str], options: tuple[Option, ...] = THREE) -> Instrument:
    """One component whose indicators `i.0`, `i.1` … have these weights."""
    asked = tuple(indicator(f"i.{at}", one, options) for at, one in enumerate(weights))
    return instrument((node("n", "1", asked),))


_WEIGHTS = st.sampled_from(["0", "0.5", "1", "1", "1.5", "2", "3", "7", "12.25"])
_VALUES = st.sampled_from(["0", "0.125", "0.25", "0.33", "0.5", "0.667", "0.75", "1"])


@st.composite
def instruments(draw: st.DrawFn, most: int = 4) -> Instrument:
    """Trees up to three levels deep with up to `most` siblings."""
    count = 0

    def scales() -> tuple[Option, ...]:
        values = draw(st.lists(_VALUES, min_size=2, max_size=4, unique=True))
        return tuple(option(f"o{at}", value) for at, value in enumerate(values))

    def grow(depth: int, name: str) -> Node:
        nonlocal count
        below = range(draw(st.integers(1, most)))
        if depth and draw(st.booleans()):
            inner = tuple(grow(depth - 1, f"{name}{at}") for at in below)
            return node(name, draw(_WEIGHTS), nodes=inner, kind="group")
        asked = tuple(indicator(f"{name}.{at}", draw(_WEIGHTS), scales()) for at in below)
        return node(name, draw(_WEIGHTS), asked)

    tops = tuple(grow(2, f"n{at}") for at in range(draw(st.integers(1, most))))
    return instrument(tops)


def options_of(one: Indicator) -> Sequence[Option]:
    """The options of an indicator of ours."""
    assert isinstance(one.scale, OptionScale)
    return one.scale.options


@st.composite
def answers_to(draw: st.DrawFn, asked: Instrument) -> dict[IndicatorId, Answer]:
    """Some answers, some reasons, some gaps."""
    found: dict[IndicatorId, Answer] = {}
    for one in asked.indicators.values():
        choices: list[Answer | None] = [Chosen(each.id) for each in options_of(one)]
        answer = draw(st.sampled_from([*choices, Excluded("tidak ada"), None]))
        if answer is not None:
            found[one.id] = answer
    return found
