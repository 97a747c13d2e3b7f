"""The pictures of identity and authority, for `gui.pictures`; everything in throw-away folders."""

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QScrollArea, QWidget

from kepatuhan_desktop import bootstrap
from kepatuhan_desktop.domain.trust import RevocationReason, Role
from kepatuhan_desktop.gui.authority_work import Applicant
from kepatuhan_desktop.gui.dialogs.enrolment import EnrolmentDialog
from kepatuhan_desktop.gui.dialogs.secret import Secret, SecretDialog
from kepatuhan_desktop.gui.dialogs.token import TokenDialog
from kepatuhan_desktop.gui.dialogs.trust import TrustDialog
from kepatuhan_desktop.services import authorities
from kepatuhan_desktop.services.authorities import Authority

if TYPE_CHECKING:
    from kepatuhan_desktop.gui.main_window import MainWindow

Shot = tuple[str, QWidget]

_NAME = "Inspektorat Kota Contoh"
_PASSPHRASE = "kuda baterai lampu senja"
_PEOPLE = (
    ("Siti Aminah, S.H., M.Si.", "198001012005012001", "Auditor Ahli Madya"),
    ("Budi Santoso", "197502021999031002", "Kepala Bagian"),
    ("Drs. Raden Mas Haryo Kusumodiningrat Prawirodirdjo, S.H., M.Hum.", "", "Auditor Ahli Utama"),
    ("Dewi Lestari", "198803032012122003", "Auditor Ahli Muda"),
)


def tour(window: "MainWindow") -> Iterator[Shot]:
    """The lower half of the settings, then the authority: locked, open, and its dialogs."""
    window.show_settings()
    area = window.settings().findChild(QScrollArea)
    if area is not None:
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
        yield "pengaturan-kunci", window
        area.verticalScrollBar().setValue(0)
    for dialog in (TokenDialog(window), SecretDialog(Secret.PKCS12, "siti-aminah.p12", window)):
        yield from _dialog("kunci-token" if isinstance(dialog, TokenDialog) else "sandi", dialog)
    window.show_authority()
    yield "otoritas-terkunci", window
    page = window.authority()
    page.dialogs.ask_for_new()
    for made in (one for one in page.findChildren(QDialog) if one.isVisible()):
        yield from _dialog("otoritas-baru", made)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        requests = _requests(Path(folder))
        place = Path(folder, "authority")
        with authorities.create(place, _NAME, _PASSPHRASE, _now()) as authority:
            applicants = [
                Applicant(f"{number}.permohonan", data, authority.inspect_request(data), None, ())
                for number, data in enumerate(requests)
            ]
            yield from _dialog("otoritas-daftarkan", EnrolmentDialog(applicants, window))
            published = _fill(authority, requests)
        plan = window.services.identities.examine(published)
        yield from _dialog("kepercayaan", TrustDialog(plan, window))
        page.desk.open(place, _PASSPHRASE)
        yield "otoritas", window
        page.people_table.selectRow(1)
        holder = page.people_table.current()
        yield "otoritas-orang", window
        if holder is not None:
            page.dialogs.ask_to_revoke(holder)
            for made in (one for one in page.findChildren(QDialog) if one.isVisible()):
                yield from _dialog("otoritas-cabut", made)
        page.desk.lock()


def _requests(folder: Path) -> list[bytes]:
    found = []
    for number, (name, nip, position) in enumerate(_PEOPLE):
        services = bootstrap.open_services(folder / str(number))
        services.settings.change(auditor_name=name, auditor_nip=nip, auditor_position=position)
        found.append(services.identities.request())
        services.close()
    return found


def _fill(authority: Authority, requests: list[bytes]) -> bytes:
    for number, data in enumerate(requests):
        roles = (Role.AUDITOR, Role.HEADQUARTERS) if number == 1 else (Role.AUDITOR,)
        authority.enrol(data, roles, _now())
    last = authority.people(_now())[-1]
    published = authority.publish(_now())
    authority.revoke(last.device, RevocationReason.KEY_STOLEN, _now() + timedelta(seconds=1))
    return published


def _now() -> datetime:
    return datetime.now(UTC)


def _dialog(name: str, dialog: QDialog) -> Iterator[Shot]:
    dialog.open()
    yield name, dialog
    dialog.reject()
