"""Show what a file holds before any of it is taken in; the faults of a bad one, all of them."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from kepatuhan_desktop import messages
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui import forms, words
from kepatuhan_desktop.gui.jobs import Job, Jobs, Work
from kepatuhan_desktop.gui.tokens import Zone
from kepatuhan_desktop.gui.widgets.elided_label import ElidedLabel
from kepatuhan_desktop.gui.widgets.line_list import Line, LineList
from kepatuhan_desktop.gui.widgets.state_notice import StateNotice

MOST_LINES = 1000
"""Lines that are shown; nobody reads on, and to make more of them holds the window."""
_MOST_FAULTS = 500


class Review(NamedTuple):
    """What is to be said about a file."""

    icon: str
    tone: Zone
    title: str
    sentence: str
    lines: tuple[Line, ...] = ()
    faults: tuple[str, ...] = ()
    """With any, nothing can be taken in."""
    hint: str = ""
    can_apply: bool = False


class FileReviewDialog(QDialog):
    """Open with `open()`; the file is read on the worker, and written only on the last button.

    The classes below it say what is read, how it is told and what is written.
    """

    changed = Signal(object)
    """`Changes`: it is on the disk."""
    announced = Signal(str)
    """What was done, in a sentence."""

    title_label: QLabel
    file_label: ElidedLabel
    review_notice: StateNotice
    content_stack: QStackedWidget
    list_card: QWidget
    lines_list: LineList
    faults_edit: QPlainTextEdit
    nothing_page: QWidget
    hint_label: QLabel
    cancel_button: QPushButton
    apply_button: QPushButton

    def __init__(self, jobs: Jobs, path: Path, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "file_review")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.lines_list.is_choice = False
        self.file_label.show_text(path.name)
        self.show_review(Review("clock", "neutral", self.tr("Berkas sedang dibaca…"), ""))
        self.cancel_button.clicked.connect(self.reject)
        self.apply_button.clicked.connect(self.apply)
        # Without a parent: the worker may still hold it when the dialog is gone.
        self._job = Job(work)
        self._job.succeeded.connect(self.take)
        self._job.failed.connect(self._fail)
        jobs.start(self._job)

    def take(self, result: object) -> None:
        """The file was read."""
        try:
            review = self.review(result)
        except KnownError as error:
            self.show_problem(error)
            return
        self.show_review(review)
        target = self.apply_button if self.apply_button.isEnabled() else self.cancel_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def review(self, result: object) -> Review:
        """What to say of what the work returned; raises `KnownError`."""
        raise NotImplementedError

    def write(self) -> tuple[str, Changes]:
        """Take it in; returns what to announce. Raises `KnownError`."""
        raise NotImplementedError

    def show_review(self, review: Review) -> None:
        """Say this."""
        self.review_notice.show_state(review.icon, review.tone, review.title, review.sentence)
        page = self.nothing_page
        if review.faults:
            page = self.faults_edit
            self.faults_edit.setPlainText("\n".join(self._told(review.faults)))
        elif review.lines:
            page = self.list_card
        self.lines_list.show_lines(review.lines[:MOST_LINES])
        self.content_stack.setCurrentWidget(page)
        hints = [review.hint] if review.hint else []
        if (rest := len(review.lines) - MOST_LINES) > 0:
            hints.append(self.tr("{count} baris lagi tidak diperlihatkan.").format(count=rest))
        self.hint_label.setText(" ".join(hints))
        self.hint_label.setVisible(bool(hints))
        self.apply_button.setEnabled(review.can_apply)

    def apply(self) -> None:
        """Write what is shown, unless there is nothing to write."""
        if not self.apply_button.isEnabled():
            return
        try:
            sentence, changes = self.write()
        except KnownError as error:
            self.show_problem(error)
            return
        self.changed.emit(changes)
        self.announced.emit(sentence)
        self.accept()

    def show_problem(self, error: KnownError) -> None:
        """Say why it cannot be."""
        title = self.tr("Tidak dapat dicatat")
        sentence = messages.sentence(error, words.language())
        self.show_review(Review("circle-alert", "red", title, sentence))

    def done(self, result: int) -> None:
        self._job.cancel()
        super().done(result)

    def _told(self, faults: tuple[str, ...]) -> list[str]:
        told = list(faults[:_MOST_FAULTS])
        if (rest := len(faults) - _MOST_FAULTS) > 0:
            told.append(self.tr("… dan {count} kesalahan lagi").format(count=rest))
        return told

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error  # a fault of the program: whoever reports those must see it
        self.show_problem(error)
