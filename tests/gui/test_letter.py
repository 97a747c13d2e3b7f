"""A letter that did not reach the medium is offered again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.trust import RevocationReason
from kepatuhan_desktop.gui.dialogs.letter import LetterDialog
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.widgets.letter_button import LetterButton
from tests.builders import offices, workspaces
from tests.builders.clock import START
from tests.builders.offices import Round


@pytest.fixture
def all_(tmp_path: Path) -> Iterator[Round]:
    """Headquarters holds a bundle of the field."""
    with offices.round_of(tmp_path) as found:
        workspaces.a_sealed_assessment(found.field)
        found.arrive(found.results())
        yield found


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    """Where the worker works."""
    made = Jobs(qapp)
    yield made
    made.shutdown()


def shown(qtbot: QtBot, all_: Round, jobs: Jobs) -> LetterDialog:
    """The dialog as headquarters opens it."""
    dialog = LetterDialog(all_.office, jobs)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_letter_that_could_not_be_written_is_still_due(
    qtbot: QtBot, all_: Round, jobs: Jobs, tmp_path: Path
) -> None:
    dialog = shown(qtbot, all_, jobs)
    dialog.write(str(tmp_path / "nowhere"))
    qtbot.waitUntil(lambda: bool(dialog.error_bar.text()))
    qtbot.waitUntil(dialog.write_button.isEnabled)
    again = shown(qtbot, all_, jobs)
    assert again.due_label.text() == "1 paketnya belum bertanda terima."
    button = LetterButton(all_.office, jobs)
    qtbot.addWidget(button)
    button.catch_up()
    assert button.text() == "Tulis tanda terima…  1"
    again.write(str(all_.stick))
    qtbot.waitUntil(again.done_notice.isVisible)
    assert "surat ini mengulangnya" in again.due_label.text()
    button.catch_up()
    assert button.text() == "Tulis tanda terima…"


def test_a_device_that_was_revoked_is_told_of_before_anything_is_written_down(
    qtbot: QtBot, all_: Round, jobs: Jobs
) -> None:
    all_.authority.revoke(DeviceId(all_.field.device), RevocationReason.MOVED, START)
    all_.publish(all_.office)
    dialog = shown(qtbot, all_, jobs)
    dialog.prefer(DeviceId(all_.field.device))
    with qtbot.assertNotEmitted(dialog.changed):
        dialog.write(str(all_.stick))
    assert "tidak terdaftar atau sudah dicabut" in dialog.error_bar.text()
    dialog.plain_radio.setChecked(True)
    dialog.write(str(all_.stick))
    qtbot.waitUntil(dialog.done_notice.isVisible)
    assert all_.office.receiving.unacknowledged() == ()
