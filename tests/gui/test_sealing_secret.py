"""An auditor who signs with a key of their own is asked for what opens it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.gui.dialogs.secret import SecretDialog
from kepatuhan_desktop.gui.sealing import Sealer
from kepatuhan_desktop.signing import certificates, issuing
from tests.builders import workspaces
from tests.builders.clock import START
from tests.builders.review import Desk, a_desk
from tests.builders.workspaces import SIGNATURES, SITI

SECRET = "rahasia sekali"
LONG = 20_000


@pytest.fixture
def desk(qtbot: QtBot, home: Path, tmp_path: Path) -> Iterator[Desk]:
    """A desk whose auditor signs with a PKCS#12 file."""
    key = ec.generate_private_key(ec.SECP256R1())
    leaf = certificates.load(issuing.self_issue(key, SITI, START))
    path = tmp_path / "siti.p12"
    path.write_bytes(
        pkcs12.serialize_key_and_certificates(
            b"kunci", key, leaf, None, serialization.BestAvailableEncryption(SECRET.encode())
        )
    )
    with a_desk(home) as made:
        made.services.identities.use_pkcs12(path)
        yield made


@pytest.fixture
def complete(desk: Desk) -> AssessmentId:
    return workspaces.filled(desk.services)


@pytest.fixture
def sealer(desk: Desk) -> Sealer:
    made = Sealer(desk.services, desk.jobs, desk.page)
    made.failed.connect(desk.errors.append)
    return made


def ask(desk: Desk, sealer: Sealer, one: AssessmentId) -> SecretDialog:
    """Start sealing; the dialog that asks."""
    sealer.start(one, SIGNATURES, "Bandung")
    dialog = desk.page.findChild(SecretDialog)
    assert dialog is not None
    return dialog


def give(dialog: SecretDialog, secret: str) -> None:
    """Type a secret and hand it over."""
    dialog.secret_edit.setText(secret)
    QTest.mouseClick(dialog.use_button, Qt.MouseButton.LeftButton)


def test_the_right_secret_seals(
    qtbot: QtBot, desk: Desk, sealer: Sealer, complete: AssessmentId
) -> None:
    dialog = ask(desk, sealer, complete)
    assert "siti.p12" in dialog.what_label.text()
    with qtbot.waitSignal(sealer.sealed, timeout=LONG):
        give(dialog, SECRET)
    assert desk.services.assessments.get(complete).is_sealed
    qtbot.waitUntil(lambda: not sealer.is_busy())
    assert not dialog.isVisible()


def test_a_wrong_secret_may_be_tried_again(
    qtbot: QtBot, desk: Desk, sealer: Sealer, complete: AssessmentId
) -> None:
    dialog = ask(desk, sealer, complete)
    with qtbot.waitSignal(sealer.finished, timeout=LONG):
        give(dialog, "salah")
    assert desk.errors == []
    assert dialog.isVisible()
    assert not desk.services.assessments.get(complete).is_sealed
    with qtbot.waitSignal(sealer.sealed, timeout=LONG):
        give(dialog, SECRET)
    assert desk.services.assessments.get(complete).is_sealed


def test_giving_up_seals_nothing(
    qtbot: QtBot, desk: Desk, sealer: Sealer, complete: AssessmentId
) -> None:
    dialog = ask(desk, sealer, complete)
    dialog.reject()
    assert not sealer.is_busy()
    assert not desk.services.assessments.get(complete).is_sealed
    qtbot.waitUntil(lambda: desk.page.findChild(SecretDialog) is None)
    assert ask(desk, sealer, complete).isVisible()


def test_another_fault_closes_the_question_and_is_told(
    qtbot: QtBot, desk: Desk, sealer: Sealer, complete: AssessmentId
) -> None:
    dialog = ask(desk, sealer, complete)
    desk.services.answering.clear(
        complete, next(iter(desk.services.assessments.get(complete).answers))
    )
    with qtbot.waitSignal(sealer.failed, timeout=LONG):
        give(dialog, SECRET)
    assert desk.errors[0].code == "assessment.not_ready"
    assert not dialog.isVisible()


def test_a_second_wish_waits_for_the_first(
    qtbot: QtBot, desk: Desk, sealer: Sealer, complete: AssessmentId
) -> None:
    ask(desk, sealer, complete)
    sealer.start(complete, SIGNATURES, "Bandung")
    assert len(desk.page.findChildren(SecretDialog)) == 1


def test_what_signing_needs_is_loaded_once(qtbot: QtBot, desk: Desk, sealer: Sealer) -> None:
    sealer.warm_up()
    sealer.warm_up()
    assert desk.jobs.count() == 1
    qtbot.waitUntil(lambda: desk.jobs.count() == 0, timeout=LONG)
