"""Find questions by code or by words, forgiving what was left out."""

from collections.abc import Sequence

from kepatuhan_desktop.domain.ids import IndicatorId
from kepatuhan_desktop.domain.instrument import Instrument
from kepatuhan_desktop.gui import words

_CODE, _CODE_BEGINS, _WORD_BEGINS, _INSIDE, _LETTERS = 100, 60, 20, 8, 2


class Entry:
    """One question, ready to be compared."""

    def __init__(self, one: IndicatorId, code: str, question: str, component: str) -> None:
        self.one = one
        self.code = code
        self.question = question
        self.component = component
        self._code = code.casefold()
        self._text = f"{question} {component}".casefold()
        self._words = self._text.replace("/", " ").replace(",", " ").split()

    def rank(self, wanted: Sequence[str]) -> int:
        """How well the words fit; 0 where one of them does not."""
        ranks = [self._rank(word) for word in wanted]
        return sum(ranks) if all(ranks) else 0

    def _rank(self, word: str) -> int:
        if word == self._code or word == self._code.replace(".", ""):
            return _CODE
        if self._code.startswith(word):
            return _CODE_BEGINS
        if any(one.startswith(word) for one in self._words):
            return _WORD_BEGINS
        if word in self._text:
            return _INSIDE
        return _LETTERS if any(_follows(word, one) for one in self._words) else 0


def entries(instrument: Instrument) -> list[Entry]:
    """Every question in reading order."""
    return [
        Entry(one.id, one.code, words.text(one.question), words.text(node.title))
        for node in instrument.components
        for one in node.indicators
    ]


def search(known: Sequence[Entry], text: str) -> list[Entry]:
    """The entries that fit, best first; all of them for no words."""
    wanted = text.casefold().split()
    ranked = [(entry.rank(wanted), entry) for entry in known] if wanted else [(1, e) for e in known]
    fitting = [pair for pair in ranked if pair[0]]
    return [entry for _, entry in sorted(fitting, key=lambda pair: -pair[0])]


def _follows(letters: str, word: str) -> bool:
    """Whether the letters stand in the word in this order, the first one first: "prsyrtn"."""
    if len(letters) < 3 or letters[0] != word[0]:  # noqa: PLR2004 - two letters fit everything
        return False
    rest = iter(word)
    return all(letter in rest for letter in letters)
