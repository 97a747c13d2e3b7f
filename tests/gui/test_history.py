"""The history in words: searched, switched to every entry, opened by keyboard."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QListView
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.history import Act, Deed
from kepatuhan_desktop.domain.ids import AssessmentId, EntryId
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.gui import languages
from kepatuhan_desktop.gui.dialogs.history import HistoryDialog
from kepatuhan_desktop.gui.models import history
from kepatuhan_desktop.services.history import Said, Shape
from tests.builders import seals, workspaces
from tests.builders.instruments import A2, A3, HALF


@pytest.fixture
def services(home: Path) -> Iterator[Services]:
    with workspaces.opened(home) as found:
        yield found


@pytest.fixture
def corrected(services: Services) -> AssessmentId:
    """An assessment of two revisions with a withdrawn signature."""
    one = workspaces.filled(services)
    seals.sealed(services, one)
    services.amending.amend(one, "salah hitung")
    services.answering.choose(one, A2, HALF)
    services.answering.note(one, A3, "Papan dipindah")
    seals.sealed(services, one)
    services.amending.withdraw(one, "unit_head", workspaces.BUDI, "belum membaca")
    return one


@pytest.fixture
def dialog(qtbot: QtBot, services: Services, corrected: AssessmentId) -> HistoryDialog:
    """The history, shown."""
    made = HistoryDialog(
        "Dinas Uji · 2024",
        services.history.acts(corrected),
        services.history.all_entries(corrected),
    )
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_latest_act_stands_above(dialog: HistoryDialog) -> None:
    assert [row.title for row in dialog.rows()] == [
        "Budi Santoso menarik tanda tangan pada revisi 2",
        "Revisi 2 ditandatangani dan dikunci",
        "Dibuka untuk koreksi: revisi 2",
        "Revisi 1 ditandatangani dan dikunci",
        "Penilaian dimulai",
    ]
    assert [row.badge for row in dialog.rows()] == ["", "berlaku", "", "", ""]
    assert "Alasan: belum membaca" in dialog.rows()[0].details
    assert dialog.count_label.text() == "5 dari 5"


def test_every_entry_says_what_it_was_and_became(dialog: HistoryDialog) -> None:
    dialog.entries_button.click()
    change = next(row for row in dialog.rows() if "→" in row.details)
    assert change.title.startswith(f"{A2} · ") or A2 in change.title
    assert change.details.startswith("Jawaban: ")
    assert any("Catatan: Papan dipindah" in row.details for row in dialog.rows())
    assert any(row.badge == "berlaku" for row in dialog.rows())
    dialog.acts_button.click()
    assert len(dialog.rows()) == 5


def test_every_word_must_be_found(dialog: HistoryDialog) -> None:
    dialog.search_edit.setText("SALAH  hitung")
    assert [row.title for row in dialog.rows()] == ["Dibuka untuk koreksi: revisi 2"]
    dialog.search_edit.setText("tidak ada yang begini")
    assert dialog.rows() == []
    assert dialog.empty_label.isVisible()
    assert dialog.history_list.isHidden()
    assert not dialog.open_button.isEnabled()


def test_a_revision_is_opened_by_keyboard(
    qtbot: QtBot, dialog: HistoryDialog, services: Services, corrected: AssessmentId
) -> None:
    first, second = (one.id for one in services.assessments.revisions(corrected))
    assert not dialog.open_button.isEnabled()
    dialog.search_edit.setFocus()
    QTest.keyClicks(dialog.search_edit, "dikunci")
    assert dialog.open_button.text() == "Buka P&DF revisi 2 · Enter"
    QTest.keyClick(dialog.search_edit, Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        QTest.keyClick(dialog.search_edit, Qt.Key.Key_Return)
    assert chosen.args == [first, False]
    assert first != second
    assert dialog.isHidden()


def test_escape_leaves(dialog: HistoryDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()


def test_everything_has_a_name(dialog: HistoryDialog) -> None:
    controls = [*dialog.findChildren(QAbstractButton), dialog.search_edit, dialog.history_list]
    for one in controls:
        if one.isVisible() and not one.objectName().startswith("_q"):
            assert QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
    item = dialog.history_list.model().index(1, 0)
    assert "berlaku" in item.data(Qt.ItemDataRole.AccessibleTextRole)


def test_another_language_is_spoken_at_once(qapp: QApplication, dialog: HistoryDialog) -> None:
    languages.apply(qapp, "en")
    assert len(dialog.rows()) == 5
    languages.apply(qapp, "id")
    assert dialog.rows()[-1].title == "Penilaian dimulai"


def test_a_narrow_dialog_wraps_its_lines(qtbot: QtBot, dialog: HistoryDialog) -> None:
    shown = dialog.history_list
    last = shown.model().index(shown.model().rowCount() - 1, 0)
    before = shown.visualRect(last)
    shown.setFixedWidth(150)
    qtbot.waitUntil(lambda: shown.visualRect(last).top() > before.top())
    assert shown.visualRect(last).right() <= shown.viewport().rect().right()


def places(shown: QListView) -> list[QRect]:
    """Where each row is."""
    model = shown.model()
    return [shown.visualRect(model.index(at, 0)) for at in range(model.rowCount())]


@pytest.mark.parametrize("width", [424, 472, 478])
def test_no_line_covers_another_when_the_scroll_bar_comes(
    qtbot: QtBot, dialog: HistoryDialog, width: int
) -> None:
    shown = dialog.history_list
    shown.setFixedSize(width, 640)
    qtbot.waitUntil(lambda: places(shown)[-1].bottom() < 640)
    assert not shown.verticalScrollBar().isVisible()
    dialog.entries_button.setChecked(True)
    qtbot.waitUntil(shown.verticalScrollBar().isVisible)
    rows = places(shown)
    assert not [at for at, (one, other) in enumerate(pairwise(rows)) if one.intersects(other)]


def test_every_deed_has_words() -> None:
    person = Person(name="Budi")
    for deed in Deed:
        act = Act(deed=deed, entry=None, revision=2, corrects=1, person=person, issuer="BSrE")
        row = history.act_row(act)
        assert row.title
        assert row.meta == ""
    late = Act(deed=Deed.LATE, entry=None, revision=1, late=(EntryId("x"), EntryId("y")))
    assert history.act_row(late).title == "2 isian datang setelah revisi 1 ditandatangani"
    rival = Act(deed=Deed.SEALED, entry=None, revision=1, is_rival=True, role="saksi")
    assert history.act_row(rival).badge == "bersaing"
    stamped = Act(deed=Deed.STAMPED, entry=None, revision=1, seal=EntryId("x"), issuer="BSrE")
    assert history.act_row(stamped).is_stamped
    assert "BSrE" in history.act_row(stamped).details


def test_every_shape_has_words() -> None:
    said = {shape: history.said(Said(shape=shape, words={})) for shape in Shape}
    assert said[Shape.NOTHING] == "kosong"
    assert said[Shape.UNKNOWN] == "tidak dikenal versi program ini"
    excluded = Said(shape=Shape.EXCLUDED, words={"id": "tidak ada loket"})
    assert history.said(excluded) == "tidak berlaku: tidak ada loket"
    assert history.kind_word("later") == "Entri lain"
