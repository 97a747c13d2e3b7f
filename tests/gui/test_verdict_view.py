"""A verdict is shown as separate answers, each with a shape, a word and a sentence."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.verdict import GRADES, Grade, Verdict, say
from kepatuhan_desktop.gui import languages, verdict_words
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.pages.verify import VerifyPage
from kepatuhan_desktop.gui.refresh import Refresher
from kepatuhan_desktop.gui.widgets.verdict_view import VerdictView
from tests.builders import verdicts, workspaces

SAMPLES: dict[str, Callable[[], Verdict]] = {
    "good": verdicts.good,
    "doubtful": verdicts.doubtful,
    "bad": verdicts.bad,
    "unknown": verdicts.unknown,
    "unsigned": verdicts.unsigned,
    "long names": verdicts.with_long_names,
}


@pytest.fixture
def services(home: Path) -> Iterator[Services]:
    with workspaces.opened(home) as found:
        yield found


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, services: Services) -> Iterator[VerifyPage]:
    jobs = Jobs(qapp)
    made = VerifyPage(services, jobs, Refresher(qapp))
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    jobs.shutdown()


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> VerdictView:
    made = VerdictView()
    qtbot.addWidget(made)
    made.resize(860, 900)
    made.show()
    return made


def texts(widget: VerifyPage | VerdictView) -> str:
    """Everything that can be read."""
    return "\n".join(
        label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)
    )


@pytest.mark.parametrize("name", SAMPLES)
def test_every_statement_has_a_shape_a_question_a_word_and_a_sentence(
    view: VerdictView, name: str
) -> None:
    verdict = SAMPLES[name]()
    view.show_verdict(verdict, "kartu.pdf")
    rows = [row for card in view.cards for row in card.rows]
    assert [row.statement for row in rows] == list(verdict.statements)
    for row in rows:
        word = verdict_words.grade(row.statement.grade)
        assert row.icon_label.property("icon_name") == verdict_words.icon(row.statement.grade)
        assert not row.icon_label.pixmap().isNull()
        assert row.badge.text() == word
        assert row.sentence_label.text()
        assert word in row.accessibleName()
        assert row.sentence_label.text() in row.accessibleName()


def test_each_grade_has_a_shape_a_tone_and_a_word_of_its_own() -> None:
    for of_grade in (verdict_words.icon, verdict_words.tone, verdict_words.grade):
        assert len({of_grade(grade) for grade in Grade}) == len(Grade)


def test_a_signer_is_four_separate_answers(view: VerdictView) -> None:
    view.show_verdict(verdicts.good(), "kartu.pdf")
    auditor, head, score, notes = view.cards
    for card in (auditor, head):
        assert [row.question_label.text() for row in card.rows] == [
            "Utuh?",
            "Siapa?",
            "Dijamin siapa?",
            "Kapan?",
        ]
    assert auditor.title_label.text() == "Auditor"
    assert auditor.beside_label.text() == verdicts.AUDITOR
    assert [row.question_label.text() for row in score.rows] == ["Nilainya cocok?"]
    assert not notes.rows[0].question_label.isVisibleTo(notes)


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("name", SAMPLES)
def test_no_file_is_ever_simply_called_valid(
    view: VerdictView, qapp: QApplication, name: str, language: Literal["id", "en"]
) -> None:
    languages.apply(qapp, language)
    try:
        view.show_verdict(SAMPLES[name](), "kartu.pdf")
        assert re.search(r"\b(valid|sah|asli)\b", texts(view) + view.as_text(), re.I) is None
    finally:
        languages.apply(qapp, "id")


def test_the_head_says_what_the_file_says_it_is(view: VerdictView) -> None:
    view.show_verdict(verdicts.good(), "kartu.pdf")
    head = view.head
    assert head.caption_label.text() == "MENURUT BERKAS INI"
    assert head.title_label.text() == verdicts.printed().unit
    assert "Periode 2026" in head.facts_label.text()
    assert head.score_label.text() == "88,26"
    assert head.badge.text() == "A · hijau"
    assert head.badge.property("zone") == "green"
    assert "3a1c 9f0e 77b2 d41c" in head.code_label.text()
    assert "kartu.pdf" in head.file_label.text()


def test_the_colour_of_the_zone_does_not_speak_for_a_forged_page(view: VerdictView) -> None:
    view.show_verdict(verdicts.bad(), "kartu.pdf")
    assert view.head.badge.text() == "A · hijau"
    assert view.head.badge.property("zone") == "neutral"
    assert view.notice.title() == "Ada yang tidak benar"
    assert view.notice.sentence() == verdict_words.sentence(say("unchanged.page"))


def test_a_file_without_a_signature_says_so_first(view: VerdictView) -> None:
    view.show_verdict(verdicts.unsigned(), "surat.pdf")
    assert view.notice.sentence() == verdict_words.sentence(say("note.unsigned"))
    assert view.head.title_label.text() == "Isi tidak dikenali"
    assert not view.head.score_label.isVisibleTo(view)


def test_a_code_on_paper_knows_no_names(view: VerdictView) -> None:
    view.show_verdict(verdicts.unknown(), "foto.jpg")
    assert view.head.caption_label.text() == "MENURUT KODE INI"
    assert "7d3kq9xw2m5n8r4t6v0b1c3f5h" in view.head.title_label.text()
    assert view.head.facts_label.text() == "revisi 1 · dikunci 18 Nov 2026"
    assert not view.head.below_label.isVisibleTo(view)
    assert view.head.badge.text() == "A"


def test_another_verdict_leaves_nothing_of_the_one_before(view: VerdictView) -> None:
    view.show_verdict(verdicts.bad(), "a.pdf")
    view.show_verdict(verdicts.unknown(), "b.jpg")
    assert len(view.cards) == 2
    assert "98,26" not in texts(view)
    assert verdicts.HEAD not in texts(view)


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_is_cut_off_where_the_page_is_narrow(
    page: VerifyPage, qtbot: QtBot, name: str
) -> None:
    view = page.verdict_view
    view.show_verdict(SAMPLES[name](), "kartu.pdf")
    page.content_stack.setCurrentWidget(page.result_page)
    page.detail_stack.setCurrentWidget(page.scroll_area)
    page.list_panel.show()
    qtbot.waitUntil(lambda: not cut_off(view))


def cut_off(view: VerdictView) -> list[str]:
    """The texts that do not fit where they stand."""
    found = []
    for label in view.findChildren(QLabel):
        if label.isVisibleTo(view) and label.wordWrap() and label.text():
            words = label.text().split()
            widest = max(label.fontMetrics().horizontalAdvance(word) for word in words)
            if label.height() < label.heightForWidth(label.width()) or widest > label.width():
                found.append(label.text())
    return found


def test_a_strangers_words_stay_on_their_line(view: VerdictView) -> None:
    hostile = "Dinas\n\nNilai: 100\u202e<b>tebal</b>\t" + "x" * 5000
    verdict = Verdict(
        source="pdf",
        signers=(verdicts.auditor(who=say("who.self_issued", name=hostile, nip=hostile)),),
        score=say("score.ok", score="88.26", category="A"),
        printed=verdicts.printed(
            unit=hostile, place=hostile, instrument=hostile, category=hostile, sealed_at=hostile
        ),
    )
    view.show_verdict(verdict, "kartu.pdf")
    for label in (view.head.title_label, view.head.facts_label, view.cards[0].beside_label):
        assert "\n" not in label.text()
        assert "\u202e" not in label.text()
        assert label.textFormat() is Qt.TextFormat.PlainText
    assert len(view.head.title_label.text()) <= 301
    assert "<b>tebal</b>" in view.head.title_label.text()


def test_the_text_to_copy_says_everything(view: VerdictView) -> None:
    verdict = verdicts.doubtful()
    view.show_verdict(verdict, "kartu.pdf")
    text = view.as_text()
    for statement in verdict.statements:
        assert verdict_words.sentence(statement) in text
        assert verdict_words.grade(statement.grade) in text
    for fact in ("kartu.pdf", verdicts.AUDITOR, "74,10 · C · kuning", verdict.digest):
        assert fact in text


def test_an_empty_view_copies_nothing(view: VerdictView) -> None:
    assert view.as_text() == ""


def test_every_code_has_a_question_and_a_sentence() -> None:
    for code in GRADES:
        assert verdict_words.question(say(code))
        assert verdict_words.sentence(say(code))
