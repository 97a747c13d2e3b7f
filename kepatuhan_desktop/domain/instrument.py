"""An instrument as data: what is asked, how it is weighed, how the score is named.

An instrument never changes: an assessment pins it by id, version and digest. Numbers
are decimal strings, never floats. The format is docs/formats/instrument.md.
"""

import hashlib
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from typing import Literal

import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain.ids import (
    CategoryId,
    Digest,
    IndicatorId,
    InstrumentId,
    NodeId,
    OptionId,
    RecordId,
)

FORMAT = 1

Text = dict[str, str]
"""The same words by language code; `id` is always there, `en` where translated."""


class Official(StrEnum):
    """Whether a published source confirms a figure."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Zone(StrEnum):
    """The colour that the public hears."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


class Method(StrEnum):
    """How an auditor finds out."""

    OBSERVATION = "observation"
    INTERVIEW = "interview"
    DOCUMENT = "document_review"


class Medium(StrEnum):
    """Where a publication is looked for."""

    ROOM = "room"
    ELECTRONIC = "electronic"


class Weight(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How much something counts among its siblings."""

    value: str
    """Decimal; 0 makes an item informative only."""
    official: Official
    source: str = ""


class Legal(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A place in a regulation."""

    law: str
    article: str = ""
    wording: str = ""
    """The official wording, where it was read in a source."""


class EvidenceRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Evidence that an answer needs before it can be signed."""

    kind: Literal["photo", "document", "screenshot", "any"]
    label: Text
    minimum: int = 1


class Option(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One answer that can be chosen."""

    id: OptionId
    label: Text
    descriptor: Text
    value: str
    """Share of the indicator's weight that is earned: decimal from 0 to 1."""
    evidence: tuple[EvidenceRule, ...] = ()
    note_required: bool = False


class OptionScale(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    tag_field="type",
    tag="options",
    forbid_unknown_fields=True,
):
    """Choose one of several described answers (rubrics, yes/no, 1–4, A–E)."""

    options: tuple[Option, ...]


class ChecklistScale(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    tag_field="type",
    tag="checklist",
    forbid_unknown_fields=True,
):
    """Tick items; how many are there decides the level ("n of list", "mandatory + n")."""

    items: tuple[Text, ...]
    mandatory: tuple[int, ...] = ()
    """Positions of items without which the level is the lowest."""
    levels: tuple[str, ...]
    """Value earned for 0, 1, 2 … ticked items."""
    evidence: tuple[EvidenceRule, ...] = ()


class CountScale(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    tag_field="type",
    tag="count",
    forbid_unknown_fields=True,
):
    """Enter a number; thresholds turn it into a level."""

    thresholds: tuple[tuple[str, str], ...]
    """Pairs (at least this count, value earned), rising."""
    evidence: tuple[EvidenceRule, ...] = ()


class RatioScale(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    tag_field="type",
    tag="ratio",
    forbid_unknown_fields=True,
):
    """Enter part and whole; the ratio, at most 1, is the value."""

    part: Text
    whole: Text
    evidence: tuple[EvidenceRule, ...] = ()


Scale = OptionScale | ChecklistScale | CountScale | RatioScale


class NotApplicable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whether an indicator may be left out, and on what ground."""

    allowed: bool = False
    hint: Text = msgspec.field(default_factory=dict)


class Indicator(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One question."""

    id: IndicatorId
    code: str
    question: Text
    check: Text
    """How an auditor checks it."""
    methods: tuple[Method, ...]
    weight: Weight
    scale: Scale
    legal: tuple[Legal, ...] = ()
    medium: Medium | None = None
    """Set where the indicator is about publication in the room or on electronic media."""
    not_applicable: NotApplicable = NotApplicable()
    subject: str | None = None
    """Id of the subject it is asked of (official, product, user); None: asked once."""
    variants: tuple[str, ...] = ()
    """Variants it belongs to; empty: all."""


class Node(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of the tree: dimension, aspect, variable, group or component."""

    id: NodeId
    kind: Literal["dimension", "aspect", "variable", "group", "component"]
    title: Text
    weight: Weight
    code: str = ""
    short: Text = msgspec.field(default_factory=dict)
    """A title for narrow places; empty: the title."""
    meaning: Text = msgspec.field(default_factory=dict)
    legal: tuple[Legal, ...] = ()
    icon: str = ""
    nodes: tuple["Node", ...] = ()
    indicators: tuple[Indicator, ...] = ()


class Category(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A name for a stretch of scores; bounds inclusive, after rounding."""

    id: CategoryId
    label: Text
    zone: Zone | None
    lowest: str
    highest: str


class Rounding(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One rounding, before the category is looked up."""

    places: int = 2
    mode: Literal["half_up"] = "half_up"


class Subject(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that indicators are repeated for; their mean counts."""

    id: str
    label: Text
    minimum: int = 1


class Gate(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A category is refused unless this part reaches this much."""

    category: CategoryId
    node: NodeId
    minimum: str


class Composite(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """This instrument's total is a weighted mean of other instruments' totals."""

    instrument: InstrumentId
    weight: Weight


class Rater(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of several who score side by side."""

    id: str
    label: Text


class Instrument(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True, eq=False
):
    """A whole definition. Two are the same when their digests are."""

    format: Literal[1]
    id: InstrumentId
    version: str
    title: Text
    short: Text
    about: Text
    official: Official
    maximum: str
    """What full marks are: "100", "5", "1000"."""
    rounding: Rounding
    not_applicable: Literal["leaves_denominator"]
    categories: tuple[Category, ...]
    """From best to worst."""
    nodes: tuple[Node, ...]
    legal: tuple[Legal, ...] = ()
    variants: tuple[str, ...] = ()
    subjects: tuple[Subject, ...] = ()
    raters: tuple[Rater, ...] = ()
    gates: tuple[Gate, ...] = ()
    composite: tuple[Composite, ...] = ()
    replaces: tuple[str, ...] = ()
    """Earlier versions whose indicator ids keep their meaning."""

    @cached_property
    def digest(self) -> Digest:
        """SHA-256 of the canonical bytes: what an assessment pins."""
        return Digest(hashlib.sha256(codec.canonical(self)).hexdigest())

    @cached_property
    def components(self) -> tuple[Node, ...]:
        """The nodes that hold indicators, in reading order."""
        return tuple(node for node in self.walk() if node.indicators)

    @cached_property
    def indicators(self) -> dict[IndicatorId, Indicator]:
        """Every indicator by id, in reading order."""
        return {one.id: one for node in self.components for one in node.indicators}

    @cached_property
    def component_of(self) -> dict[IndicatorId, Node]:
        """The node that holds each indicator."""
        return {one.id: node for node in self.components for one in node.indicators}

    @cached_property
    def has_unofficial_weights(self) -> bool:
        """Whether any weight lacks a published source; then every score must say so."""
        weights = [node.weight for node in self.walk()]
        weights += [indicator.weight for indicator in self.indicators.values()]
        return any(weight.official is not Official.YES for weight in weights)

    def walk(self) -> Iterator[Node]:
        """Every node, parents first, in reading order."""
        waiting = list(reversed(self.nodes))
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.nodes))

    def group_of(self, component: NodeId) -> Node | None:
        """The top node above a component, or None where the component stands at the top."""
        for top in self.nodes:
            if top.id != component and any(node.id == component for node in _below(top)):
                return top
        return None


def _below(node: Node) -> Iterator[Node]:
    for child in node.nodes:
        yield child
        yield from _below(child)


def instrument_record(one: InstrumentId, version: str) -> RecordId:
    """The record that holds an instrument."""
    return RecordId(f"instrument:{one}@{version}")


def say(text: Text, language: str = "id") -> str:
    """The words in `language`, or in Indonesian where there is no translation."""
    return text.get(language) or text.get("id", "")
