"""Values become canonical bytes and come back."""

import msgspec
import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from kepatuhan_desktop import codec
from kepatuhan_desktop.codec import Json
from kepatuhan_desktop.domain.people import Person

# Every character that UTF-8 can carry; lone surrogates cannot stand in a file.
_TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
_KEYS = st.text(st.characters(min_codepoint=0, max_codepoint=127), max_size=8)
_SCALARS = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | _TEXTS
VALUES: st.SearchStrategy[Json] = st.recursive(
    _SCALARS, lambda inner: st.lists(inner) | st.dictionaries(_KEYS, inner), max_leaves=20
)


@given(VALUES)
def test_canonical_bytes_are_those_of_rfc_8785(value: Json) -> None:
    assert codec.canonical(value) == rfc8785.dumps(value)


@given(VALUES)
def test_what_was_written_is_read_back(value: Json) -> None:
    assert codec.loads(codec.canonical(value)) == value


def test_every_control_character_is_written_as_rfc_8785_wants() -> None:
    text = "".join(map(chr, range(0x20))) + '"\\/\x7f\x80\u2028\ufeff'
    assert codec.canonical(text) == rfc8785.dumps(text)


def test_a_struct_has_the_bytes_of_its_plain_form() -> None:
    person = Person(name="Siti", nip="1")
    assert codec.canonical(person) == rfc8785.dumps(codec.plain(person))


def test_a_struct_survives_the_way_through_plain_json() -> None:
    person = Person(name="Siti", nip="1")
    assert codec.typed(codec.plain(person), Person) == person


def test_a_value_of_another_shape_is_refused_with_its_place() -> None:
    with pytest.raises(msgspec.ValidationError, match=r"\$\.name"):
        codec.decode(b'{"name": 1}', Person)
