"""Foreign text becomes printable, and no line is wider than its column."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kepatuhan_desktop.reports import styles
from kepatuhan_desktop.reports.text import Line, clean, shorten, width, wrap

STYLE = styles.BODY


def plain(lines: list[Line]) -> list[str]:
    """The lines as strings."""
    return [" ".join(piece.text for piece in line) for line in lines]


def extent(line: Line) -> float:
    """How far a line reaches."""
    return max((piece.x + width(piece.text, piece.style) for piece in line), default=0.0)


@pytest.mark.parametrize(
    "foreign, printed",
    [
        ("<img src='/etc/passwd'> & <b>", "<img src='/etc/passwd'> & <b>"),
        ("a\x00b\x07c\x1b[31md\x7f", "abc[31md"),
        ("satu\r\ndua\rtiga\u2028empat", "satu\ndua\ntiga\nempat"),
        ("a\tb", "a b"),
        ("Sun\u0303a e\u0301", "Suña é"),
        ("\u202eterbalik\u202c \u200bnol \ufeffbom so\u00adft", "terbalik nol bom soft"),
        ("שלום", "□□□□"),
        ("😀", "□"),
        ("👩\u200d👩\u200d👧\ufe0f", "□□□"),
        ("\ud800", "□"),
        ("Ñ ŋ ₫ → ▲ ≥ “kutip” – …", "Ñ ŋ ₫ → ▲ ≥ “kutip” – …"),
    ],
)
def test_text_is_cleaned_visibly_and_never_read_as_markup(foreign: str, printed: str) -> None:
    assert clean(foreign) == printed


@given(st.text(st.characters(codec=None, exclude_categories=())))
def test_any_text_ends_in_characters_that_every_font_has(foreign: str) -> None:
    glyphs = [
        styles.font(name).face.charToGlyph
        for name in (styles.REGULAR, styles.SEMIBOLD, styles.BOLD)
    ]
    kept = clean(foreign).replace("\n", "")
    assert all(ord(one) in known for one in kept for known in glyphs)


@given(st.text(max_size=300), st.floats(min_value=12, max_value=300))
def test_no_line_is_wider_than_the_column_and_no_character_is_lost(
    foreign: str, room: float
) -> None:
    lines = wrap([("Catatan:", styles.BODY_STRONG), (foreign, STYLE)], room)
    assert all(extent(line) <= room + 1e-6 for line in lines)
    kept = "Catatan:" + "".join(clean(foreign).replace("\n", " ").split(" "))
    assert "".join(plain(lines)).replace(" ", "") == kept


def test_a_word_that_is_too_long_is_broken() -> None:
    lines = wrap([("x" * 5000, STYLE)], 200)
    assert len(lines) > 50
    assert sum(len(line) for line in plain(lines)) == 5000


def test_runs_follow_each_other_on_one_line() -> None:
    (line,) = wrap([("Dasar:", styles.SMALL_MUTED), ("Pasal 21", styles.SMALL)], 300)
    assert [piece.text for piece in line] == ["Dasar:", "Pasal 21"]
    assert line[1].x > width("Dasar:", styles.SMALL_MUTED)


def test_line_ends_of_the_writer_are_kept() -> None:
    assert plain(wrap([("satu dua\n\ntiga", STYLE)], 300)) == ["satu dua", "", "tiga"]


def test_a_number_tied_by_no_break_spaces_stays_in_one_piece() -> None:
    tied = "NIP\u00a019880412\u00a0201503"
    lines = wrap([(f"Ratna Wulandari {tied}", STYLE)], width(tied, STYLE) + 20)
    assert plain(lines)[-1] == tied


def test_shortened_text_fits_and_says_that_it_was_cut() -> None:
    cut = shorten("Dinas Penanaman Modal dan Pelayanan Terpadu", STYLE, 80)
    assert cut.endswith("…")
    assert width(cut, STYLE) <= 80
    assert shorten("Dinas\nSosial", STYLE, 80) == "Dinas Sosial"
