"""Every statement of a verdict has a sentence in both languages and a row in the documents."""

import re
import string
from pathlib import Path

import pytest

from kepatuhan_desktop import messages, statements
from kepatuhan_desktop.domain.verdict import GRADES, Grade, Verdict, say

PAGE = Path(__file__).parents[2] / "docs" / "formats" / "verdicts.md"
PACKAGE = Path(messages.__file__).parent
LANGUAGES = ("id", "en")


def placeholders(sentence: str) -> set[str]:
    """The parameters that a sentence shows."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def documented() -> dict[str, tuple[str, set[str]]]:
    """Grade and parameters of each code, as the page promises them."""
    rows = re.findall(
        r"^\| `([a-z_.]+)` \| (\w+) \| ([^|]*) \|", PAGE.read_text("utf-8"), re.MULTILINE
    )
    return {code: (grade, set(re.findall(r"`(\w+)`", words))) for code, grade, words in rows}


def test_every_code_has_sentences_and_no_sentence_is_left_over() -> None:
    assert sorted(statements.SENTENCES) == sorted(GRADES)


def test_the_sentences_are_sorted_by_code() -> None:
    assert list(statements.SENTENCES) == sorted(statements.SENTENCES)


def test_the_page_promises_what_the_program_says() -> None:
    assert {code: grade for code, (grade, _) in documented().items()} == {
        code: grade.value for code, grade in GRADES.items()
    }


def test_the_page_names_the_parameters_that_are_shown() -> None:
    for code, (_, named) in documented().items():
        assert placeholders(statements.SENTENCES[code]["id"]) <= named, code


def test_every_code_that_the_program_says_is_known() -> None:
    said: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        said |= set(
            re.findall(
                r'"((?:unchanged|who|trusted|when|score|note)\.\w+)"', path.read_text("utf-8")
            )
        )
    assert said <= set(GRADES)


@pytest.mark.parametrize("code", sorted(GRADES))
def test_both_languages_show_the_same_parameters(code: str) -> None:
    words = statements.SENTENCES[code]
    assert placeholders(words["id"]) == placeholders(words["en"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", sorted(GRADES))
def test_no_sentence_says_just_valid(code: str, language: str) -> None:
    sentence = statements.SENTENCES[code][language]
    assert re.search(r"\b(valid|sah|asli)\b", sentence, re.IGNORECASE) is None
    # Another statement, which ends as it should itself, may be the reason.
    assert sentence.endswith((".", "{because}"))


def test_a_moment_is_written_as_people_write_it() -> None:
    one = say("when.ok", claimed="2026-11-23T09:05:00+00:00", received="2026-11-23T16:05:00+07:00")
    assert "23 November 2026 09.05 UTC" in statements.sentence(one)
    assert "16:05 UTC+07:00" in statements.sentence(one, "en")


def test_a_day_stays_a_day() -> None:
    assert statements.sentence(say("when.paper", day="2026-03-01")).endswith(": 1 Maret 2026.")


def test_a_moment_without_a_zone_has_none() -> None:
    assert "09.05." in statements.sentence(say("when.paper", day="2026-03-01T09:05"))


def test_what_only_looks_like_a_moment_stays_as_it_is() -> None:
    assert "2026-99-99" in statements.sentence(say("when.paper", day="2026-99-99"))


def test_a_number_has_the_comma_of_its_language() -> None:
    one = say("score.ok", score="70.83", category="C")
    assert "70,83" in statements.sentence(one)
    assert "70.83" in statements.sentence(one, "en")


def test_an_unknown_language_falls_back_to_indonesian() -> None:
    one = say("note.unsigned")
    assert statements.sentence(one, "fr") == messages.statement(one, "id")


def test_what_a_statement_lacks_reads_as_a_question() -> None:
    assert "?" in statements.sentence(say("who.enrolled", name="Siti"))


def test_an_empty_parameter_reads_as_a_dash() -> None:
    assert "(NIP –)" in statements.sentence(say("who.self_issued", name="Siti", nip=""))


def test_a_name_cannot_move_the_cursor() -> None:
    one = say("who.self_issued", name="Si\x1b[2Jti\n{nip}", nip="1")
    shown = statements.sentence(one)
    assert shown.isprintable()
    assert "{nip}" in shown


def test_nothing_signed_is_bad() -> None:
    assert Verdict(source="pdf", signers=(), score=say("score.ok"), printed=None).grade is Grade.BAD
