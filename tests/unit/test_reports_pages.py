"""The ribbon is cut into pages where it hurts least, and nothing of it is lost."""

from hypothesis import given
from hypothesis import strategies as st

from kepatuhan_desktop.reports.pages import cut
from kepatuhan_desktop.reports.strips import Strip, attached, gap, together, under
from kepatuhan_desktop.reports.styles import BOTTOM, FIRST_TOP, TOP

ROOM = TOP - BOTTOM


def on_pages(ribbon: list[Strip]) -> list[list[Strip]]:
    """The strips of each page."""
    return [[placed.strip for placed in page] for page in cut(ribbon)]


def filler(height: float = FIRST_TOP - BOTTOM) -> Strip:
    """A strip that fills the first page."""
    return Strip(height)


def test_a_heading_goes_to_the_next_page_with_what_it_heads() -> None:
    heading, line = Strip(20, keep=True), Strip(12)
    first, second = on_pages([filler(FIRST_TOP - BOTTOM - 25), heading, line])
    assert len(first) == 1
    assert second == [heading, line]


def test_white_space_is_left_out_at_the_top_of_a_page() -> None:
    line = Strip(12)
    assert on_pages([filler(), gap(10), line])[1] == [line]
    assert on_pages([filler(), gap(10, keep=True), line])[1] == [line]
    assert on_pages([gap(10), line]) == [[line]]


def test_white_space_at_the_end_makes_no_page() -> None:
    assert len(on_pages([filler(), gap(30)])) == 1


def test_a_block_moves_as_a_whole() -> None:
    block = together([Strip(12) for _ in range(10)])
    pages = on_pages([filler(FIRST_TOP - BOTTOM - 100), *block])
    assert pages[1] == block


def test_a_block_taller_than_a_page_flows_over_pages() -> None:
    block = together([Strip(12, keep=True) for _ in range(200)])
    pages = on_pages([Strip(300), *block])
    assert [strip for page in pages for strip in page][1:] == block
    assert len(pages) == 4


def test_a_long_block_leaves_no_single_line_behind() -> None:
    block = together([Strip(12) for _ in range(100)])
    first = on_pages([filler(FIRST_TOP - BOTTOM - 14), *block])[0]
    assert len(first) == 1


def test_the_head_of_a_table_is_repeated_on_further_pages_only() -> None:
    head = (Strip(12),)
    body = under([Strip(12) for _ in range(100)], head)
    first, second = on_pages([*attached(head), *body])
    assert sum(strip is head[0] for strip in second) == 1
    assert second[0] is head[0]
    assert first[0].height == 12
    assert sum(strip is head[0] for strip in first) == 0


def test_a_page_end_starts_a_page() -> None:
    first, second = Strip(10), Strip(10)
    assert on_pages([first, Strip(0, is_page_end=True), gap(10), second]) == [[first], [second]]


def test_a_strip_taller_than_a_page_is_placed_all_the_same() -> None:
    giant, line = Strip(ROOM * 2), Strip(12)
    assert on_pages([line, giant, line]) == [[line], [giant], [line]]


STRIPS = st.lists(
    st.builds(
        Strip,
        st.floats(min_value=0, max_value=400),
        keep=st.booleans(),
        is_gap=st.booleans(),
    ),
    max_size=60,
)


@given(STRIPS)
def test_every_strip_is_printed_once_in_order_and_above_the_footer(ribbon: list[Strip]) -> None:
    pages = cut(ribbon)
    printed = [placed.strip for page in pages for placed in page if not placed.strip.is_gap]
    assert printed == [strip for strip in ribbon if not strip.is_gap]
    for page in pages:
        for placed in page:
            assert placed.top - placed.strip.height >= BOTTOM - 1e-6
