"""Painted widgets fit their texts, can be read aloud and follow what they are told."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.gui import theme
from kepatuhan_desktop.gui.tokens import LIGHT
from kepatuhan_desktop.gui.widgets import drawing
from kepatuhan_desktop.gui.widgets.badge import Badge
from kepatuhan_desktop.gui.widgets.flow_layout import EqualColumnsLayout, FlowLayout
from kepatuhan_desktop.gui.widgets.option_button import OptionButton
from kepatuhan_desktop.gui.widgets.option_row import OptionRow
from kepatuhan_desktop.gui.widgets.progress_ring import ProgressRing
from kepatuhan_desktop.gui.widgets.score_bars import Bar, ScoreBars
from kepatuhan_desktop.gui.widgets.score_gauge import ScoreGauge


def spoken(widget: QWidget) -> tuple[str, str]:
    """Name and description, as a screen reader gets them."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name), interface.text(QAccessible.Text.Description)


def colours(image: QImage) -> set[str]:
    """Every colour in a picture."""
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
    }


def test_a_badge_is_never_cut(qtbot: QtBot) -> None:
    badge = Badge(text="Siap tanda tangan", zone="yellow")
    qtbot.addWidget(badge)
    before = badge.sizeHint().width()
    needed = drawing.text_width(badge.text(), drawing.badge_font(LIGHT))
    assert before >= needed + 12
    badge.show_state("Siap tanda tangan kepala unit", "green")
    assert badge.minimumSizeHint().width() > before
    assert spoken(badge)[0] == "Siap tanda tangan kepala unit"


def test_hostile_text_is_not_markup_in_a_tool_tip() -> None:
    assert "<img" not in drawing.plain_tip("<img src=x>")
    assert drawing.plain_tip("") == ""


def test_a_ring_tells_its_share(qtbot: QtBot) -> None:
    ring = ProgressRing(icon="wallet")
    qtbot.addWidget(ring)
    ring.show_share(0.666)
    assert spoken(ring)[0] == "67% selesai"
    ring.show_share(7)
    assert ring.share() == 1.0
    assert LIGHT.green in colours(ring.grab().toImage())


def test_no_score_is_not_a_score_of_nought(qtbot: QtBot) -> None:
    gauge = ScoreGauge()
    qtbot.addWidget(gauge)
    gauge.show_score(0, "0,00", "dari 100", "red", "D · merah")
    assert spoken(gauge) == ("Nilai 0,00, D · merah", "dari 100")
    gauge.show_not_scored("belum ada jawaban")
    assert spoken(gauge) == ("Belum ada nilai", "belum ada jawaban")


@pytest.mark.parametrize("width", [140, 180, 208, 420])
def test_the_gauge_keeps_its_shape(qtbot: QtBot, width: int) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    column.setContentsMargins(0, 0, 0, 0)
    gauge = ScoreGauge()
    column.addWidget(gauge)
    host.resize(width, 500)
    host.show()
    assert gauge.height() == round(min(width, 208) * 0.9) + 6


def test_bars_are_read_and_chosen(qtbot: QtBot) -> None:
    bars = ScoreBars()
    qtbot.addWidget(bars)
    bars.set_choosable(True)
    bars.set_bars([Bar("a", "Biaya/tarif", 0.6, "62", "yellow"), Bar("b", "Sarana", None, "–")])
    bars.show()
    assert spoken(bars._rows[0])[0] == "Biaya/tarif: 62"
    with qtbot.waitSignal(bars.chosen) as chosen:
        QTest.keyClick(bars._rows[1], Qt.Key.Key_Space)
    assert chosen.args == ["b"]
    bars.set_bars([Bar("c", "Lain", 1.0, "100", "green")])
    assert bars.count() == 1
    assert bars._rows[0].height() >= 40


def test_bars_that_cannot_be_chosen_take_no_focus(qtbot: QtBot) -> None:
    bars = ScoreBars()
    qtbot.addWidget(bars)
    bars.set_bars([Bar("a", "Biaya", 0.6, "62", "yellow")])
    assert bars._rows[0].focusPolicy() == Qt.FocusPolicy.NoFocus
    with qtbot.assertNotEmitted(bars.chosen):
        bars._rows[0].click()


def an_option(title: str = "Ada", descriptor: str = "", key: str = "1") -> OptionButton:
    return OptionButton(title=title, descriptor=descriptor, key=key, zone="green")


def test_an_option_grows_with_its_text(qtbot: QtBot) -> None:
    option = an_option(descriptor="Terlihat di ruang tunggu dan di situs web, " * 4)
    qtbot.addWidget(option)
    assert option.heightForWidth(160) > option.heightForWidth(400) > 64
    assert an_option().heightForWidth(200) == 64


def test_an_option_is_read_with_its_meaning_and_key(qtbot: QtBot) -> None:
    option = an_option("Ada & terlihat", "Di loket", "2")
    qtbot.addWidget(option)
    assert spoken(option) == ("Ada & terlihat", "Di loket. tombol 2")
    interface = QAccessible.queryAccessibleInterface(option)
    assert interface.state().checkable


def test_a_chosen_option_shows_its_zone(qtbot: QtBot) -> None:
    option = an_option()
    qtbot.addWidget(option)
    option.resize(200, 64)
    assert LIGHT.green_soft not in colours(option.grab().toImage())
    option.setChecked(True)
    assert LIGHT.green_soft in colours(option.grab().toImage())


def a_row(qtbot: QtBot, count: int = 4) -> OptionRow:
    row = OptionRow()
    qtbot.addWidget(row)
    row.set_options([an_option(f"Pilihan {number}", key=str(number)) for number in range(count)])
    row.resize(800, 80)
    row.show()
    return row


def test_arrow_keys_move_the_focus_without_answering(qtbot: QtBot) -> None:
    row = a_row(qtbot)
    qtbot.waitExposed(row)
    first, second = row.options()[:2]
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    with qtbot.assertNotEmitted(row.chosen):
        QTest.keyClick(first, Qt.Key.Key_Right)
    qtbot.waitUntil(second.hasFocus)
    assert row.place() is None
    with qtbot.waitSignal(row.chosen) as chosen:
        QTest.keyClick(second, Qt.Key.Key_Space)
    assert chosen.args == [1]
    assert row.place() == 1


def test_a_row_shows_an_answer_silently_and_takes_it_back(qtbot: QtBot) -> None:
    row = a_row(qtbot)
    with qtbot.assertNotEmitted(row.chosen):
        row.choose(2)
        assert row.place() == 2
        row.choose(None)
    assert row.place() is None


def test_a_narrow_row_breaks_evenly(qtbot: QtBot) -> None:
    row = a_row(qtbot)
    row.resize(560, 300)  # room for three, but 3 + 1 looks odd
    tops = [option.y() for option in row.options()]
    assert tops[0] == tops[1] < tops[2] == tops[3]
    assert len({option.width() for option in row.options()}) == 1
    row.resize(200, 500)
    assert len({option.y() for option in row.options()}) == 4
    assert row.minimumHeight() == row.heightForWidth(200)


def test_new_options_replace_the_old(qtbot: QtBot) -> None:
    row = a_row(qtbot)
    row.choose(3)
    row.set_options([an_option("Ya"), an_option("Tidak")])
    assert [option.title() for option in row.options()] == ["Ya", "Tidak"]
    assert row.place() is None


def test_a_flow_breaks_into_rows(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    flow = FlowLayout(host, spacing=10)
    tiles = [QWidget() for _ in range(5)]
    for tile in tiles:
        tile.setFixedSize(100, 50)
        flow.addWidget(tile)
    host.resize(330, 400)
    host.show()
    assert [tile.pos() for tile in tiles][2:4] == [QPoint(220, 0), QPoint(0, 60)]
    assert flow.heightForWidth(330) == 110
    tiles[0].hide()
    flow.activate()
    assert tiles[1].pos() == QPoint(0, 0)
    assert flow.takeAt(9) is None
    assert flow.itemAt(-1) is None


def test_equal_columns_of_nothing_have_no_height(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    assert EqualColumnsLayout(host).heightForWidth(300) == 0


@pytest.mark.parametrize("scale", [1.0, 1.6])
def test_larger_text_makes_larger_widgets(qapp: QApplication, qtbot: QtBot, scale: float) -> None:
    option = an_option(descriptor="Terlihat di ruang tunggu")
    badge = Badge(text="Draf")
    qtbot.addWidget(option)
    qtbot.addWidget(badge)
    small = option.heightForWidth(180), badge.sizeHint().height()
    try:
        theme.apply(qapp, "light", scale)
        large = option.heightForWidth(180), badge.sizeHint().height()
    finally:
        theme.apply(qapp, "light")
    assert (large > small) == (scale > 1)
