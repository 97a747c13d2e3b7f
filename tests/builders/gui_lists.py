"""Rows of the list of assessments, and what a form offers to the keyboard."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from kepatuhan_desktop.domain.assessment import Status
from kepatuhan_desktop.domain.ids import AssessmentId, UnitId
from kepatuhan_desktop.domain.instrument import Zone
from kepatuhan_desktop.storage.register import Row


def row(
    number: int = 1,
    *,
    unit: str = "",
    status: Status = Status.DRAFT,
    score: str | None = "74.60",
    answered: int = 5,
    period: str = "2026",
    updated_at: str = "",
) -> Row:
    """A row; each number another one."""
    return Row(
        id=AssessmentId(f"a{number:05}"),
        institution="Kota Uji",
        unit=unit or f"Dinas {number:05}",
        unit_id=UnitId(f"u{number % 7}"),
        product="Izin usaha",
        period=period,
        instrument="small 1",
        auditor="Siti Aminah",
        visited_on="2026-08-12",
        status=status,
        answered=answered,
        indicators=5,
        score=score,
        category=None if score is None else "C",
        zone=None if score is None else Zone.YELLOW,
        evidence=number % 50,
        findings=0,
        conflicts=0,
        updated_at=updated_at or f"2026-08-{1 + number % 28:02}T09:{number % 60:02}:00.000+07:00",
    )


def nameless(form: QWidget) -> list[str]:
    """The widgets that take the keyboard and have no name for a screen reader."""
    return [
        widget.objectName() or type(widget).__name__
        for widget in _focusable(form)
        if not _name(widget)
    ]


def tab_chain(form: QWidget) -> list[str]:
    """The names of the widgets that Tab visits, in its order, starting at the form."""
    found, widget = [], form.nextInFocusChain()
    while widget is not None and widget is not form:
        if form.isAncestorOf(widget) and _takes_tab(widget):
            found.append(widget.objectName())
        widget = widget.nextInFocusChain()
    return found


def _focusable(form: QWidget) -> Iterator[QWidget]:
    for widget in form.findChildren(QWidget):
        inner = widget.objectName().startswith("qt_") or widget.objectName() == "lineEdit"
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not inner and widget.objectName():
            yield widget


def _name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def _takes_tab(widget: QWidget) -> bool:
    return bool(
        widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.isVisible()
        and widget.isEnabled()
        and widget.objectName()
        and not widget.objectName().startswith("qt_")
    )
