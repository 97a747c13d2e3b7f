"""A form and its page agree, or the fault is named."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kepatuhan_desktop import assets
from kepatuhan_desktop.errors import BugError
from kepatuhan_desktop.gui import forms
from kepatuhan_desktop.gui.widgets.badge import Badge
from kepatuhan_desktop.gui.widgets.score_gauge import ScoreGauge

FORM = """<?xml version="1.0" encoding="UTF-8"?>
<ui version="4.0"><class>Sample</class>
<widget class="QWidget" name="Sample">
 <property name="windowTitle"><string>Contoh</string></property>
 <layout class="QVBoxLayout" name="column">
  <item><widget class="QLineEdit" name="name_edit"/></item>
  <item><widget class="QPushButton" name="save_button">
    <property name="text"><string>Simpan</string></property>
    <property name="role" stdset="0"><string>primary</string></property>
    <property name="icon_name" stdset="0"><string>save</string></property>
  </widget></item>
  <item><widget class="ScoreGauge" name="gauge"/></item>
  <item><widget class="Badge" name="state_badge">
    <property name="text"><string>Draf</string></property>
    <property name="zone" stdset="0"><string>yellow</string></property>
  </widget></item>
  <item><widget class="Inner" name="inner"/></item>
  <item><widget class="Line" name="line">
   <property name="orientation"><enum>Qt::Horizontal</enum></property></widget></item>
 </layout>
 <action name="find_action"><property name="text"><string>Cari</string></property></action>
</widget>
<customwidgets>
 <customwidget><class>ScoreGauge</class><extends>QWidget</extends><header>x</header></customwidget>
 <customwidget><class>Badge</class><extends>QLabel</extends><header>x</header></customwidget>
 <customwidget><class>Inner</class><extends>QWidget</extends><header>x</header></customwidget>
</customwidgets>
<tabstops><tabstop>save_button</tabstop><tabstop>name_edit</tabstop></tabstops>
</ui>
"""


class Inner(QWidget):
    """A page of ours inside another."""


class Sample(QWidget):
    """Promises everything that the form has."""

    name_edit: QLineEdit
    save_button: QPushButton
    gauge: ScoreGauge
    inner: Inner
    find_action: QAction
    column: QVBoxLayout
    _made_in_code: QPushButton

    def __init__(self) -> None:
        super().__init__()
        forms.load(self, "sample")


@pytest.fixture(autouse=True)
def sample_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The form, in a folder of its own."""
    (tmp_path / "ui").mkdir()
    file = tmp_path / "ui" / "sample.ui"
    file.write_text(FORM, encoding="utf-8")
    monkeypatch.setattr(assets, "_ROOTS", (tmp_path, *assets._ROOTS))
    return file


def test_the_page_becomes_the_top_of_the_form(qtbot: QtBot) -> None:
    page = Sample()
    qtbot.addWidget(page)
    assert page.windowTitle() == "Contoh"
    assert page.layout() is page.column
    assert page.save_button.parent() is page
    assert page.nextInFocusChain() is not None


def test_annotations_are_bound_with_their_types(qtbot: QtBot) -> None:
    page = Sample()
    qtbot.addWidget(page)
    assert type(page.gauge) is ScoreGauge
    assert type(page.inner) is Inner
    assert page.find_action.text() == "Cari"
    assert not hasattr(page, "_made_in_code")


def test_a_widget_of_ours_needs_no_annotation(qtbot: QtBot) -> None:
    page = Sample()
    qtbot.addWidget(page)
    badge = page.findChild(Badge, "state_badge")
    assert badge is not None
    assert (badge.text(), badge.property("zone")) == ("Draf", "yellow")


def test_icons_named_in_the_form_are_drawn(qtbot: QtBot) -> None:
    page = Sample()
    qtbot.addWidget(page)
    assert not page.save_button.icon().isNull()


def test_a_missing_widget_is_named(qtbot: QtBot) -> None:
    class Demanding(QWidget):
        inner: Inner
        delete_button: QPushButton

    page = Demanding()
    qtbot.addWidget(page)
    with pytest.raises(BugError, match=r"sample: delete_button should be QPushButton.*nothing"):
        forms.load(page, "sample")


def test_a_widget_of_another_type_is_named(qtbot: QtBot) -> None:
    class Mistaken(QWidget):
        inner: Inner
        name_edit: QPushButton

    page = Mistaken()
    qtbot.addWidget(page)
    with pytest.raises(BugError, match=r"name_edit should be QPushButton.*is QLineEdit"):
        forms.load(page, "sample")


def test_an_unknown_class_is_named(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    with pytest.raises(BugError, match="inner is a Inner, which no annotation names"):
        forms.load(page, "sample")


def test_a_form_of_another_top_level_is_refused(qtbot: QtBot, sample_form: Path) -> None:
    sample_form.write_text(
        '<ui version="4.0"><class>D</class><widget class="QDialog" name="D"/></ui>', "utf-8"
    )
    page = QWidget()
    qtbot.addWidget(page)
    with pytest.raises(BugError, match="the form is a QDialog"):
        forms.load(page, "sample")
    dialog = QDialog()
    qtbot.addWidget(dialog)
    forms.load(dialog, "sample")


@pytest.mark.qt_log_ignore("Designer: An error has occurred")
def test_a_damaged_form_is_a_bug(qtbot: QtBot, sample_form: Path) -> None:
    sample_form.write_text("<ui", "utf-8")
    page = QWidget()
    qtbot.addWidget(page)
    with pytest.raises(BugError, match="sample"):
        forms.load(page, "sample")


class English(QTranslator):
    """Translates one word."""

    def translate(
        self, context: str, source: str, _disambiguation: str | None = None, _n: int = -1
    ) -> str:
        return "Save" if (context, source) == ("Sample", "Simpan") else ""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt names it
        return False


def test_texts_follow_the_language(qtbot: QtBot) -> None:
    page = Sample()
    qtbot.addWidget(page)
    translator = English()
    QCoreApplication.installTranslator(translator)
    qtbot.waitUntil(lambda: page.save_button.text() == "Save")
    QCoreApplication.removeTranslator(translator)
    qtbot.waitUntil(lambda: page.save_button.text() == "Simpan")
