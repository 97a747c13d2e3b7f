"""Every known error says in both languages what happened, what is safe, what to do."""

import ast
import errno
import functools
import os
import re
import string
from pathlib import Path

import pytest

from kepatuhan_desktop import errors, messages, wording
from kepatuhan_desktop.errors import EvidenceMissing, InputInvalid, KnownError, StorageFailed

PACKAGE = Path(messages.__file__).parent
LANGUAGES = ("id", "en")


def known() -> dict[str, type[KnownError]]:
    """The known errors by the names of their classes."""
    kinds = [one for one in vars(errors).values() if isinstance(one, type)]
    return {
        one.__name__: one for one in kinds if issubclass(one, KnownError) and "code" in vars(one)
    }


@functools.cache
def raised() -> list[tuple[str, frozenset[str]]]:
    """Where known errors are made: the class's name and the names of its parameters."""
    found = []
    for path in PACKAGE.rglob("*.py"):
        for place in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(place, ast.Call) and isinstance(place.func, ast.Name | ast.Attribute):
                name = place.func.id if isinstance(place.func, ast.Name) else place.func.attr
                given = frozenset(one.arg for one in place.keywords if one.arg)
                if name in known():
                    found.append((name, given))
    return found


def placeholders(sentence: str) -> set[str]:
    """The parameters that a sentence shows."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def parts(sentence: str) -> list[str]:
    """The sentences of a message, abbreviations and file names left whole."""
    return [one for one in re.split(r"(?<=[.!?])\s+(?=[A-Z“])", sentence) if one]


CODES = sorted(kind.code for kind in known().values())


def test_every_known_error_has_sentences_and_no_sentence_is_left_over() -> None:
    assert sorted(messages.SENTENCES) == CODES


def test_the_sentences_are_sorted_by_code() -> None:
    assert list(messages.SENTENCES) == sorted(messages.SENTENCES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_a_message_has_three_parts(code: str, language: str) -> None:
    assert len(parts(messages.SENTENCES[code][language])) >= 3


@pytest.mark.parametrize("code", CODES)
def test_both_languages_show_the_same_parameters(code: str) -> None:
    words = messages.SENTENCES[code]
    assert placeholders(words["id"]) == placeholders(words["en"])


@pytest.mark.parametrize("name", sorted(known()))
def test_every_place_that_raises_gives_what_the_sentence_shows(name: str) -> None:
    shown = placeholders(messages.SENTENCES[known()[name].code]["id"])
    lacking = [shown - given for one, given in raised() if one == name]
    assert not any(lacking)


def test_raising_places_are_found_at_all() -> None:
    assert len(raised()) > 30


def test_every_field_that_is_refused_has_a_name_for_people() -> None:
    refused = set()
    for path in PACKAGE.rglob("*.py"):
        refused |= set(re.findall(r'InputInvalid\(field="([^"]+)"\)', path.read_text("utf-8")))
    assert refused
    assert refused <= set(wording.FIELDS)


def test_a_message_names_a_field_as_people_do() -> None:
    assert "“alasan”" in messages.sentence(InputInvalid(field="reason"))


def test_a_field_without_a_name_is_shown_as_it_is() -> None:
    assert "“x”" in messages.sentence(InputInvalid(field="x"))


def test_a_parameter_is_shown() -> None:
    assert "abc123" in messages.sentence(EvidenceMissing(name="abc123"), "en")


def test_a_missing_parameter_does_not_hide_the_message() -> None:
    assert messages.sentence(EvidenceMissing(), "en").startswith("The evidence file ? is not")


def test_braces_in_a_parameter_are_shown_as_they_are() -> None:
    assert "{name}" in messages.sentence(EvidenceMissing(name="{name}"))


def test_an_unknown_language_falls_back_to_indonesian() -> None:
    error = InputInvalid(field="reason")
    assert messages.sentence(error, "fr") == messages.sentence(error, "id")


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_what_the_system_says_is_not_shown_raw_in_indonesian(number: int) -> None:
    said = os.strerror(number)
    sentence = messages.sentence(StorageFailed(path="x", reason=said))
    assert said not in sentence
    assert "()" not in sentence


def test_a_frequent_reason_of_the_system_has_words() -> None:
    said = os.strerror(errno.EIO)
    assert messages.reason(said) == "galat baca atau tulis pada media"
    assert messages.reason(said, "en") == "input/output error"


def test_a_rare_reason_of_the_system_is_given_by_its_code() -> None:
    said = os.strerror(errno.EXDEV)
    assert messages.reason(said) == "EXDEV"
    assert messages.reason(said, "en") == said
