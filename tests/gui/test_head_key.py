"""The head of a unit signs with a certificate of their own, at the auditor's laptop."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from kepatuhan_desktop import messages
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.gui.dialogs.sealing import SealingDialog
from kepatuhan_desktop.gui.dialogs.secret import SecretDialog
from kepatuhan_desktop.gui.widgets.signer_card import SignerCard
from kepatuhan_desktop.signing import certificates, issuing
from kepatuhan_desktop.wording import REASONS
from tests.builders import workspaces
from tests.builders.clock import START
from tests.builders.gui_lists import nameless
from tests.builders.review import Desk, a_desk, sign
from tests.builders.workspaces import BUDI, SITI

SECRET = "rahasia Budi"
LONG = 20_000


def a_file(
    folder: Path,
    *,
    name: str = "budi.p12",
    at: datetime = START,
    usage: x509.KeyUsage | None = None,
    secret: str = SECRET,
) -> Path:
    """A PKCS#12 file of the head's; with `usage`, of a certificate for just that."""
    key = ec.generate_private_key(ec.SECP256R1())
    leaf = certificates.load(issuing.self_issue(key, BUDI, at))
    if usage is not None:
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, BUDI.name)])
        leaf = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(subject)
            .public_key(key.public_key())
            .serial_number(7)
            .not_valid_before(at - timedelta(days=1))
            .not_valid_after(at + timedelta(days=365))
            .add_extension(usage, critical=True)
            .sign(key, hashes.SHA256())
        )
    path = folder / name
    path.write_bytes(
        pkcs12.serialize_key_and_certificates(
            b"kunci", key, leaf, None, serialization.BestAvailableEncryption(secret.encode())
        )
    )
    return path


def for_encrypting() -> x509.KeyUsage:
    """What a certificate for mail that is only read says."""
    return x509.KeyUsage(
        digital_signature=False,
        content_commitment=False,
        key_encipherment=True,
        data_encipherment=True,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )


@pytest.fixture
def desk(qtbot: QtBot, home: Path) -> Iterator[Desk]:
    """A page over an empty workspace."""
    with a_desk(home) as made:
        qtbot.addWidget(made.page)
        yield made


@pytest.fixture
def complete(qtbot: QtBot, desk: Desk) -> AssessmentId:
    """An assessment on which both have drawn their signatures."""
    one = workspaces.filled(desk.services)
    desk.page.show()
    qtbot.waitExposed(desk.page)
    desk.page.show_assessment(one)
    sign(desk.page.panel.auditor_card.pad)
    sign(desk.page.panel.head_card.pad)
    return one


def brought(qtbot: QtBot, desk: Desk, path: Path) -> SignerCard:
    """The head has chosen this file."""
    card = desk.page.panel.head_card
    desk.page._sealer._head.read(card, str(path))
    qtbot.waitUntil(lambda: card.signing().key is not None or bool(desk.errors))
    return card


def asked(qtbot: QtBot, desk: Desk) -> SecretDialog:
    """Confirm the last question; the dialog that asks for the passphrase."""
    desk.page.panel.ask()
    dialog = desk.page.findChild(SealingDialog)
    assert dialog is not None
    dialog.accept()
    found = desk.page.findChild(SecretDialog)
    assert found is not None
    return found


def give(dialog: SecretDialog, secret: str) -> None:
    """Type a passphrase and hand it over."""
    dialog.secret_edit.setText(secret)
    QTest.mouseClick(dialog.use_button, Qt.MouseButton.LeftButton)


def certificate_of(desk: Desk, one: AssessmentId, field: str) -> bytes:
    """Whose certificate signed in a field."""
    from tests.services.test_signed_scorecards import signatures  # noqa: PLC0415 - imports pyHanko

    found = signatures(desk.services.sealing.pdf(one))
    return bytes(found[field].signer_cert.dump())


def leaf_of(path: Path) -> bytes:
    """The certificate in a file, DER."""
    held = pkcs12.load_pkcs12(path.read_bytes(), SECRET.encode())
    assert held.cert is not None
    return held.cert.certificate.public_bytes(serialization.Encoding.DER)


def test_without_it_the_witnessed_key_signs(
    qtbot: QtBot, desk: Desk, complete: AssessmentId
) -> None:
    card = desk.page.panel.head_card
    assert card.key_box.isHidden()
    assert not card.key_button.isHidden()
    assert desk.page.panel.auditor_card.key_button.isHidden()
    desk.page.panel.ask()
    dialog = desk.page.findChild(SealingDialog)
    assert dialog is not None
    with qtbot.waitSignal(desk.page.sealed, timeout=LONG):
        dialog.accept()
    assert desk.page.findChildren(SecretDialog) == []
    leaf = certificates.load(certificate_of(desk, complete, "KepalaUnit"))
    assert "disaksikan auditor" in leaf.subject.rfc4514_string()


def test_the_heads_own_certificate_countersigns(
    qtbot: QtBot, desk: Desk, complete: AssessmentId, tmp_path: Path
) -> None:
    path = a_file(tmp_path)
    card = brought(qtbot, desk, path)
    assert "budi.p12" in card.key_label.text()
    assert card.key_button.isHidden()
    assert nameless(card) == []
    desk.page.panel.ask()
    summary = desk.page.findChild(SealingDialog)
    assert summary is not None
    assert "dengan sertifikat budi.p12" in summary.head_label.text()
    summary.accept()
    dialog = desk.page.findChild(SecretDialog)
    assert dialog is not None
    assert dialog.windowTitle() == "Sertifikat pimpinan unit"
    assert "budi.p12" in dialog.what_label.text()
    with qtbot.waitSignal(desk.page.sealed, timeout=LONG):
        give(dialog, SECRET)
    assert certificate_of(desk, complete, "KepalaUnit") == leaf_of(path)
    assert certificate_of(desk, complete, "Auditor") != leaf_of(path)
    assert desk.errors == []


def test_nothing_of_it_is_kept(
    qtbot: QtBot, desk: Desk, complete: AssessmentId, tmp_path: Path
) -> None:
    path = a_file(tmp_path)
    brought(qtbot, desk, path)
    with qtbot.waitSignal(desk.page.sealed, timeout=LONG):
        give(asked(qtbot, desk), SECRET)
    held = path.read_bytes()
    for file in desk.services.home.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            assert SECRET.encode() not in data
            assert held not in data
    bodies = b"".join(desk.services._workspace.journal.bodies())
    assert SECRET.encode() not in bodies
    assert b"budi.p12" not in bodies
    assert desk.page.panel.head_card.signing().key is None
    assert desk.services.settings.current.key_file == ""


def test_a_wrong_passphrase_can_be_typed_again(
    qtbot: QtBot, desk: Desk, complete: AssessmentId, tmp_path: Path
) -> None:
    brought(qtbot, desk, a_file(tmp_path))
    dialog = asked(qtbot, desk)
    give(dialog, "salah")
    qtbot.waitUntil(lambda: "tidak cocok" in dialog.error_bar.text(), timeout=LONG)
    assert dialog.isVisible()
    assert not desk.services.assessments.get(complete).is_sealed
    with qtbot.waitSignal(desk.page.sealed, timeout=LONG):
        give(dialog, SECRET)


@pytest.mark.parametrize(
    "at, usage, reason",
    [
        (START - timedelta(days=9000), None, "expired"),
        (START + timedelta(days=900), None, "not_yet"),
        (START, for_encrypting(), "usage"),
    ],
)
def test_a_certificate_that_may_not_sign_is_refused_in_a_sentence(
    qtbot: QtBot,
    desk: Desk,
    complete: AssessmentId,
    tmp_path: Path,
    at: datetime,
    usage: x509.KeyUsage | None,
    reason: str,
) -> None:
    brought(qtbot, desk, a_file(tmp_path, at=at, usage=usage))
    dialog = asked(qtbot, desk)
    give(dialog, SECRET)
    qtbot.waitUntil(lambda: bool(dialog.error_bar.text()), timeout=LONG)
    assert "budi.p12" in dialog.error_bar.text()
    assert REASONS[reason]["id"] in dialog.error_bar.text()
    dialog.reject()
    assert not desk.services.assessments.get(complete).is_sealed
    # Without it the default goes on.
    card = desk.page.panel.head_card
    card.drop_key_button.click()
    assert card.signing().key is None
    assert card.is_done()


@pytest.mark.parametrize("data", [b"", b"no certificate", b"0" * 1_000_001, None])
def test_what_is_no_certificate_file_is_said_at_once(
    qtbot: QtBot, desk: Desk, complete: AssessmentId, tmp_path: Path, data: bytes | None
) -> None:
    path = tmp_path / "x.p12"
    if data is not None:
        path.write_bytes(data)
    card = brought(qtbot, desk, path)
    assert card.signing().key is None
    (error,) = desk.errors
    assert error.code == "key.unusable"
    for language in ("id", "en"):
        assert "x.p12" in messages.sentence(error, language)


def test_who_refuses_signs_with_nothing(
    qtbot: QtBot, desk: Desk, complete: AssessmentId, tmp_path: Path
) -> None:
    card = brought(qtbot, desk, a_file(tmp_path))
    card.refuse("Tidak setuju.")
    assert card.key_box.isHidden()
    assert card.signing().key is None
    card.revoke()
    assert card.signing().key is not None


def test_closing_the_question_signs_nothing(
    qtbot: QtBot, desk: Desk, complete: AssessmentId, tmp_path: Path
) -> None:
    brought(qtbot, desk, a_file(tmp_path))
    dialog = asked(qtbot, desk)
    give(dialog, SECRET)
    dialog.reject()
    qtbot.waitUntil(lambda: desk.jobs.count() == 0, timeout=LONG)
    assert not desk.services.assessments.get(complete).is_sealed
    assert not desk.page._sealer.is_busy()
    qtbot.waitUntil(lambda: not desk.page.findChildren(SecretDialog))
    assert asked(qtbot, desk).isVisible()


def test_both_bring_their_own(
    qtbot: QtBot, desk: Desk, complete: AssessmentId, tmp_path: Path
) -> None:
    own = ec.generate_private_key(ec.SECP256R1())
    leaf = certificates.load(issuing.self_issue(own, SITI, START))
    path = tmp_path / "siti.p12"
    path.write_bytes(
        pkcs12.serialize_key_and_certificates(
            b"kunci", own, leaf, None, serialization.BestAvailableEncryption(b"rahasia Siti")
        )
    )
    desk.services.identities.use_pkcs12(path)
    heads = a_file(tmp_path)
    brought(qtbot, desk, heads)
    give(asked(qtbot, desk), SECRET)

    def auditors() -> list[SecretDialog]:
        return [it for it in desk.page.findChildren(SecretDialog) if "siti" in it.what_label.text()]

    qtbot.waitUntil(lambda: bool(auditors()), timeout=LONG)
    with qtbot.waitSignal(desk.page.sealed, timeout=LONG):
        give(auditors()[0], "rahasia Siti")
    assert certificate_of(desk, complete, "KepalaUnit") == leaf_of(heads)
    assert certificate_of(desk, complete, "Auditor") == leaf.public_bytes(
        serialization.Encoding.DER
    )


def test_the_button_asks_for_a_file(
    qtbot: QtBot, desk: Desk, complete: AssessmentId, tmp_path: Path
) -> None:
    card = desk.page.panel.head_card
    card.key_button.click()
    (dialog,) = desk.page.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(a_file(tmp_path)))
    qtbot.waitUntil(lambda: card.signing().key is not None)
    dialog.reject()
