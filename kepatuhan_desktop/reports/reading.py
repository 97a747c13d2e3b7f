"""Read a scorecard aloud: its figures, names and zones in the words of one language."""

from fractions import Fraction
from functools import cached_property

from kepatuhan_desktop.domain.explaining import Contribution, Explanation, explain
from kepatuhan_desktop.domain.ids import IndicatorId, NodeId
from kepatuhan_desktop.domain.instrument import Category, Instrument, Legal, Node, Text, Zone, say
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.scorecard import Line, Scorecard
from kepatuhan_desktop.domain.scoring import NodeScore, Score
from kepatuhan_desktop.reports import figures, styles
from kepatuhan_desktop.reports.phrases import Phrases, phrases
from kepatuhan_desktop.reports.styles import Tone


class Reading:
    """One scorecard in one language."""

    def __init__(self, card: Scorecard, language: str) -> None:
        self.card = card
        self.words: Phrases = phrases(language)
        self.lines: dict[IndicatorId, Line] = {line.indicator: line for line in card.lines}
        self.findings = tuple(finding for line in card.lines for finding in line.findings)

    @property
    def instrument(self) -> Instrument:
        """What was asked."""
        return self.card.instrument

    @property
    def total(self) -> Score | None:
        """The number with its name; None where nothing is scored."""
        total = self.card.result.total
        return total if isinstance(total, Score) else None

    @property
    def is_draft(self) -> bool:
        """Whether nobody has signed."""
        return self.card.sealed_at is None

    @cached_property
    def explanation(self) -> Explanation:
        """Why the score is what it is."""
        answers = {line.indicator: line.answer for line in self.card.lines if line.answer}
        return explain(self.instrument, answers)

    @cached_property
    def contributions(self) -> dict[IndicatorId, Contribution]:
        """What each answered, applicable indicator adds to the score."""
        return {one.indicator: one for one in self.explanation.contributions}

    @cached_property
    def first_finding(self) -> dict[IndicatorId, int]:
        """The number of the first finding of each indicator that has any; they count from 1."""
        found: dict[IndicatorId, int] = {}
        for number, finding in enumerate(self.findings, 1):
            found.setdefault(finding.indicator, number)
        return found

    @cached_property
    def shares(self) -> dict[NodeId, Fraction]:
        """Which part of the total each node is where everything applies."""
        found: dict[NodeId, Fraction] = {}

        def spread(nodes: tuple[Node, ...], share: Fraction) -> None:
            weights = sum((Fraction(node.weight.value) for node in nodes), Fraction(0))
            for node in nodes:
                found[node.id] = (
                    share * Fraction(node.weight.value) / weights if weights else weights
                )
                spread(node.nodes, found[node.id])

        spread(self.instrument.nodes, Fraction(1))
        return found

    def say(self, text: Text) -> str:
        """The words of the instrument."""
        return say(text, self.words.language)

    def score_of(self, node: Node) -> NodeScore:
        """What a node has earned."""
        return self.card.result.nodes[node.id]

    def fraction(self, value: str) -> float:
        """A score as a share of full marks, from 0 to 1."""
        return min(1.0, max(0.0, float(Fraction(value) / Fraction(self.instrument.maximum))))

    def number(self, decimal: str) -> str:
        """A decimal string as this language writes it."""
        return figures.number(decimal, self.words)

    def day(self, iso: str) -> str:
        """A calendar day, or a dash."""
        return figures.day(iso, self.words) if iso else self.words.unknown

    def zone(self, zone: Zone | str | None) -> str:
        """A zone's word; empty where there is none."""
        return self.words.zones.get(str(zone), str(zone)) if zone else ""

    def category(self, one: str) -> Category | None:
        """The instrument's category of that id; None for one that it does not have."""
        return next((found for found in self.instrument.categories if found.id == one), None)

    def nip(self, person: Person) -> str:
        """A person's number in one piece that no line end parts; empty where there is none."""
        said = self.words.nip.format(nip=person.nip) if person.nip else ""
        return said.replace(" ", "\N{NO-BREAK SPACE}")

    def law(self, legal: tuple[Legal, ...]) -> str:
        """Places in regulations, separated by semicolons."""
        return "; ".join(f"{one.law} {one.article}".strip() for one in legal)


def tone(zone: Zone | str | None) -> Tone:
    """The colours of a zone; neutral where there is none."""
    return styles.TONES.get(str(zone), styles.NEUTRAL) if zone else styles.NEUTRAL
