"""Put roles, reasons and kinds of keys into the words of the language that the window speaks.

What needs cryptography to be loaded has its words in `standing_words`.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kepatuhan_desktop.domain.trust import RevocationReason, Role
from kepatuhan_desktop.gui import words

if TYPE_CHECKING:
    from kepatuhan_desktop.services.identities import IdentityStatus


def role_word(role: Role) -> str:
    """What somebody is enrolled as."""
    translate = QCoreApplication.translate
    found = {
        Role.AUDITOR: translate("trust_words", "Auditor"),
        Role.HEADQUARTERS: translate("trust_words", "Kantor pusat"),
    }
    return found[role]


def role_words(roles: Iterable[Role]) -> str:
    """All roles, or a dash."""
    return ", ".join(role_word(role) for role in roles) or words.NO_VALUE


def reason_word(reason: RevocationReason) -> str:
    """Why an enrolment ended."""
    translate = QCoreApplication.translate
    found = {
        RevocationReason.KEY_STOLEN: translate(
            "trust_words", "Perangkat hilang, dicuri, atau dipakai orang lain"
        ),
        RevocationReason.MOVED: translate("trust_words", "Pindah tugas atau berhenti"),
        RevocationReason.REPLACED: translate("trust_words", "Diganti pendaftaran yang lebih baru"),
        RevocationReason.ENDED: translate("trust_words", "Perangkat tidak dipakai lagi"),
    }
    return found[reason]


def signing_line(status: "IdentityStatus") -> str:
    """Which key signs and who vouches for it, on one line."""
    translate = QCoreApplication.translate
    if status.source != "device":
        source = (
            translate("trust_words", "Ditandatangani dengan berkas sertifikat {name}")
            if status.source == "pkcs12"
            else translate("trust_words", "Ditandatangani dengan token {name}")
        )
        return source.format(name=status.source_name)
    key = translate("trust_words", "Ditandatangani dengan kunci perangkat ini · {state}")
    if status.is_revoked:
        state = translate("trust_words", "pendaftaran dicabut")
    elif status.is_registered:
        state = translate("trust_words", "terdaftar pada {authority}").format(
            authority=status.authority
        )
    elif status.authority and status.is_expired:
        state = translate("trust_words", "pendaftaran sudah habis")
    else:
        state = translate("trust_words", "belum terdaftar")
    return key.format(state=state)
