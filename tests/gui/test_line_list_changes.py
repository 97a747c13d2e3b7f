"""A list of lines that changes: whatever came and went, it shows what a new one would."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.gui.widgets.line_list import Line, LineList

LINES = st.lists(
    st.builds(
        Line,
        key=st.sampled_from("abcdef"),
        icon=st.just("inbox"),
        title=st.sampled_from(["Loket", "Puskesmas"]),
        detail=st.sampled_from(["", "2 isian"]),
    ),
    unique_by=lambda line: line.key,
    max_size=6,
)


def spoken(view: LineList) -> list[tuple[str, str, str]]:
    """What a screen reader and a mouse find in each row."""
    items = [view.item(row) for row in range(view.count())]
    role = Qt.ItemDataRole.AccessibleTextRole
    return [(item.text(), item.data(role), item.toolTip()) for item in items]


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=LINES, then=LINES, place=st.integers(0, 5))
def test_a_list_that_changed_is_as_one_made_anew(
    qtbot: QtBot, first: list[Line], then: list[Line], place: int
) -> None:
    view, anew = LineList(), LineList()
    for one in (view, anew):
        qtbot.addWidget(one)
        one.set_tickable(True)
    view.show_lines(first)
    chosen = first[place % len(first)].key if first else ""
    view.make_current(chosen)
    view.set_ticks([chosen])
    view.show_lines(then)
    anew.show_lines(then)
    assert view.lines() == tuple(then)
    assert spoken(view) == spoken(anew)
    keys = [line.key for line in then]
    assert view.current_key() == (chosen if chosen in keys else "".join(keys[:1]))
    assert view.ticks() == tuple(key for key in keys if key == chosen)
