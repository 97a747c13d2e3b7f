"""Score answers exactly: one pure function, fractions throughout, one rounding at the end.

The rule: a node's score is the weighted mean of its children; whatever is not applicable
or not yet answered leaves the denominator. The total is rounded half up *before* its
category is looked up (so a published 77,97 stays C).
"""

import math
from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import lru_cache

import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.codec import Json
from kepatuhan_desktop.domain.bands import Bands, bands_of
from kepatuhan_desktop.domain.ids import CategoryId, IndicatorId, NodeId, OptionId
from kepatuhan_desktop.domain.instrument import Indicator, Instrument, Node, OptionScale, Zone


class Chosen(msgspec.Struct, frozen=True, tag="chosen"):
    """An option was chosen."""

    option: OptionId


class Excluded(msgspec.Struct, frozen=True, tag="excluded"):
    """The indicator does not apply to this office, for a reason."""

    reason: str


Answer = Chosen | Excluded


class _Answered(msgspec.Struct):
    answer: Answer


def answer_of(value: Json) -> Answer:
    """The answer that an entry's value is; raises `msgspec.ValidationError` on anything else."""
    # Nearly every value is this one, and there are thousands of them.
    if type(value) is dict and len(value) == 2 and value.get("type") == "chosen":  # noqa: PLR2004 - its two
        option = value.get("option")
        if type(option) is str:
            return Chosen(OptionId(option))
    return codec.typed({"answer": value}, _Answered).answer


Answers = Mapping[IndicatorId, Answer]


_Share = tuple[int, int]
"""A part of the whole: numerator and denominator, not reduced."""


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """A number with its name."""

    value: str
    """Rounded, as a decimal string with a fixed number of places."""
    exact: tuple[int, int]
    """Numerator and denominator before rounding."""
    category: CategoryId
    zone: Zone | None


class NotScored(msgspec.Struct, frozen=True):
    """Nothing applicable is answered: there is no number, and 0 would be a lie."""


class NodeScore(msgspec.Struct, frozen=True, kw_only=True):
    """What one node has earned, on the instrument's own scale."""

    value: str | None
    """Rounded; None where nothing applicable is answered."""
    zone: Zone | None
    answered: int
    """Chosen or excluded."""
    indicators: int


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """A total and its parts."""

    total: Score | NotScored
    nodes: dict[NodeId, NodeScore]
    answered: int
    indicators: int

    @property
    def is_final(self) -> bool:
        """Whether every indicator is answered; otherwise the score is provisional."""
        return self.answered == self.indicators


class Leaf(msgspec.Struct, frozen=True):
    """An indicator with its weight and option values as integers."""

    id: IndicatorId
    weight: int
    values: dict[OptionId, int]


class Branch(msgspec.Struct, frozen=True):
    """A node with integers only: the same arithmetic without a gcd at every step."""

    id: NodeId
    weight: int
    children: tuple["Branch", ...]
    leaves: tuple[Leaf, ...]
    scale: int
    """The option values of the leaves are integers over this denominator."""


class Compiled(msgspec.Struct, frozen=True, eq=False):
    """An instrument made ready for scoring."""

    branches: tuple[Branch, ...]
    bands: Bands
    maximum: Fraction


@lru_cache(maxsize=8)
def compiled(instrument: Instrument) -> Compiled:
    """`instrument` with its weights and values as integers over common denominators."""
    branches = tuple(
        _compile(node, weight)
        for node, weight in zip(instrument.nodes, _whole(instrument.nodes), strict=True)
    )
    return Compiled(branches, bands_of(instrument), Fraction(instrument.maximum))


def score(instrument: Instrument, answers: Answers) -> Result:
    """The score of `answers`; provisional as long as an indicator is unanswered.

    An option that the instrument does not know, as a stranger's file may name one, is no answer.
    """
    ready = compiled(instrument)
    nodes: dict[NodeId, NodeScore] = {}
    total, answered, indicators = _mean(ready.branches, answers, ready, nodes)
    if total is None:
        return Result(total=NotScored(), nodes=nodes, answered=answered, indicators=indicators)
    exact = Fraction(*total) * ready.maximum
    units = ready.bands.units(exact)
    category = ready.bands.category(units)
    named = Score(
        value=ready.bands.text(units),
        exact=(exact.numerator, exact.denominator),
        category=category.id,
        zone=category.zone,
    )
    return Result(total=named, nodes=nodes, answered=answered, indicators=indicators)


def _mean(
    branches: Iterable[Branch], answers: Answers, ready: Compiled, nodes: dict[NodeId, NodeScore]
) -> tuple[_Share | None, int, int]:
    # Numerator and denominator by hand: Fraction would reduce at every step.
    part, whole, weights, answered, indicators = 0, 1, 0, 0, 0
    for branch in branches:
        share, here_answered, here_indicators = (
            _mean(branch.children, answers, ready, nodes)
            if branch.children
            else _leaves(branch, answers)
        )
        nodes[branch.id] = _node_score(ready, share, here_answered, here_indicators)
        answered += here_answered
        indicators += here_indicators
        if share is not None:
            part = part * share[1] + branch.weight * share[0] * whole
            whole *= share[1]
            weights += branch.weight
    if not weights:
        return None, answered, indicators
    common = math.gcd(part, whole * weights)
    return (part // common, whole * weights // common), answered, indicators


def _leaves(branch: Branch, answers: Answers) -> tuple[_Share | None, int, int]:
    earned, weights, answered = 0, 0, 0
    for leaf in branch.leaves:
        answer = answers.get(leaf.id)
        if answer is None:
            continue
        if isinstance(answer, Chosen):
            value = leaf.values.get(answer.option)
            if value is None:
                continue
            earned += leaf.weight * value
            weights += leaf.weight
        answered += 1
    share = (earned, weights * branch.scale) if weights else None
    return share, answered, len(branch.leaves)


# One answer changes the score of its own node and of those above it.
@lru_cache(maxsize=4096)
def _node_score(ready: Compiled, share: _Share | None, answered: int, indicators: int) -> NodeScore:
    if share is None:
        return NodeScore(value=None, zone=None, answered=answered, indicators=indicators)
    units = ready.bands.units(Fraction(*share) * ready.maximum)
    return NodeScore(
        value=ready.bands.text(units),
        zone=ready.bands.zone(units),
        answered=answered,
        indicators=indicators,
    )


def _compile(node: Node, weight: int) -> Branch:
    options = {one.id: _options(one) for one in node.indicators}
    scale = math.lcm(
        *(value.denominator for values in options.values() for value in values.values()), 1
    )
    leaves = tuple(
        Leaf(
            one.id, whole, {option: int(value * scale) for option, value in options[one.id].items()}
        )
        for one, whole in zip(node.indicators, _whole(node.indicators), strict=True)
    )
    children = tuple(
        _compile(child, whole) for child, whole in zip(node.nodes, _whole(node.nodes), strict=True)
    )
    return Branch(node.id, weight, children, leaves, scale)


def _options(indicator: Indicator) -> dict[OptionId, Fraction]:
    # Other scales are refused when an instrument is installed (instrument_check).
    if not isinstance(indicator.scale, OptionScale):
        return {}
    return {option.id: Fraction(option.value) for option in indicator.scale.options}


def _whole(siblings: Iterable[Node] | Iterable[Indicator]) -> list[int]:
    """The siblings' weights as integers in the same proportion."""
    weights = [Fraction(one.weight.value) for one in siblings]
    common = math.lcm(*(weight.denominator for weight in weights), 1)
    return [int(weight * common) for weight in weights]
