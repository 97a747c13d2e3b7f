"""Explain a score: what each indicator contributes, and the cheapest way to the next category."""

from collections.abc import Iterator
from fractions import Fraction

import msgspec

from kepatuhan_desktop.domain.ids import CategoryId, IndicatorId, NodeId, OptionId
from kepatuhan_desktop.domain.instrument import Instrument
from kepatuhan_desktop.domain.scoring import Answers, Branch, Chosen, Compiled, Leaf, compiled


class Contribution(msgspec.Struct, frozen=True, kw_only=True):
    """What one answered, applicable indicator gives and could give."""

    indicator: IndicatorId
    component: NodeId
    option: OptionId
    share: str
    """Points it can give at most in this assessment, N/A and unanswered ones left out."""
    points: str
    """Points that it gives."""
    lost: str
    """share - points."""


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """A change of one answer."""

    indicator: IndicatorId
    before: OptionId
    after: OptionId
    gain: str
    """Points that the change adds."""


class Way(msgspec.Struct, frozen=True, kw_only=True):
    """A set of changes that reaches a category."""

    category: CategoryId
    threshold: str
    distance: str
    """Points from the rounded score to the threshold."""
    steps: tuple[Step, ...]
    reaches: str
    """The rounded score after the steps."""


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """Why the score is what it is."""

    contributions: tuple[Contribution, ...]
    """In the instrument's order; their exact points add up to the exact score."""
    way: Way | None
    """None at the top, where nothing is scored, and where no change of answers gets there."""


class _Part(msgspec.Struct, frozen=True):
    component: NodeId
    leaf: Leaf
    scale: int
    option: OptionId
    share: Fraction

    def points(self, option: OptionId) -> Fraction:
        return self.share * Fraction(self.leaf.values[option], self.scale)


def explain(instrument: Instrument, answers: Answers) -> Explanation:
    """The contributions of the answered indicators and the cheapest way upward.

    "Cheapest" is the fewest changed indicators; among the sets of that size the changes
    with the largest gain, each then lowered to the weakest option that still suffices.
    Unanswered and inapplicable indicators are left as they are.
    """
    ready = compiled(instrument)
    parts = list(_parts(ready.branches, answers, ready.maximum))
    rows = tuple(_contribution(part, ready) for part in parts)
    return Explanation(contributions=rows, way=_cheapest(parts, ready) if parts else None)


def _parts(branches: tuple[Branch, ...], answers: Answers, share: Fraction) -> Iterator[_Part]:
    counted = [branch for branch in branches if _counts(branch, answers)]
    weights = sum(branch.weight for branch in counted)
    if not weights:
        return
    for branch in counted:
        own = share * Fraction(branch.weight, weights)
        if branch.children:
            yield from _parts(branch.children, answers, own)
            continue
        chosen = [(leaf, option) for leaf in branch.leaves if (option := _option(leaf, answers))]
        inside = sum(leaf.weight for leaf, _ in chosen)
        for leaf, option in chosen:
            part = own * Fraction(leaf.weight, inside)
            yield _Part(branch.id, leaf, branch.scale, option, part)


def _counts(branch: Branch, answers: Answers) -> bool:
    if branch.children:
        return any(child.weight and _counts(child, answers) for child in branch.children)
    return any(leaf.weight and _option(leaf, answers) for leaf in branch.leaves)


def _option(leaf: Leaf, answers: Answers) -> OptionId | None:
    """What was chosen, where the instrument knows it."""
    answer = answers.get(leaf.id)
    if isinstance(answer, Chosen) and answer.option in leaf.values:
        return answer.option
    return None


def _contribution(part: _Part, ready: Compiled) -> Contribution:
    points = part.points(part.option)
    return Contribution(
        indicator=part.leaf.id,
        component=part.component,
        option=part.option,
        share=_text(part.share, ready),
        points=_text(points, ready),
        lost=_text(part.share - points, ready),
    )


def _text(exact: Fraction, ready: Compiled) -> str:
    return ready.bands.text(ready.bands.units(exact))


def _cheapest(parts: list[_Part], ready: Compiled) -> Way | None:
    bands = ready.bands
    total = sum((part.points(part.option) for part in parts), Fraction(0))
    goal = bands.next_better(bands.units(total))
    if goal is None:
        return None
    lowest, category = goal
    gains = sorted(
        ((_best_gain(part), number) for number, part in enumerate(parts)),
        key=lambda one: (-one[0], one[1]),
    )
    chosen: dict[int, OptionId] = {}
    reached = total
    for gain, number in gains:
        if bands.units(reached) >= lowest or gain <= 0:
            break
        chosen[number] = _best(parts[number])
        reached += gain
    if bands.units(reached) < lowest:
        return None
    # Nobody needs to be better than the threshold: weaken the largest surplus first.
    for number in list(chosen):
        part = parts[number]
        for option in sorted(part.leaf.values, key=lambda one: part.leaf.values[one]):
            lowered = reached - part.points(chosen[number]) + part.points(option)
            if part.points(option) > part.points(part.option) and bands.units(lowered) >= lowest:
                chosen[number], reached = option, lowered
                break
    steps = tuple(
        Step(
            indicator=parts[number].leaf.id,
            before=parts[number].option,
            after=option,
            gain=_text(
                parts[number].points(option) - parts[number].points(parts[number].option), ready
            ),
        )
        for number, option in sorted(chosen.items())
    )
    return Way(
        category=category.id,
        threshold=bands.text(lowest),
        distance=bands.text(lowest - bands.units(total)),
        steps=steps,
        reaches=bands.text(bands.units(reached)),
    )


def _best(part: _Part) -> OptionId:
    return max(part.leaf.values, key=lambda one: part.leaf.values[one])


def _best_gain(part: _Part) -> Fraction:
    return part.points(_best(part)) - part.points(part.option)
