"""Put bundles, their senders and what is wrong with them into the words of the window."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.merge import Fault, Refused
from kepatuhan_desktop.domain.sender import Sender, Standing
from kepatuhan_desktop.exchange.description import Purpose
from kepatuhan_desktop.gui import words
from kepatuhan_desktop.gui.tokens import Zone

if TYPE_CHECKING:
    from kepatuhan_desktop.services.travels import Addressees, Split

_KIB = 1024
_GROUP = 4
_SAID = 3
"""Faults of one device that are told one by one."""


def size(count: int) -> str:
    """A number of bytes as people read it: "45,2 MB"."""
    number, unit = float(count), "B"
    for larger in ("KB", "MB", "GB", "TB"):
        if number < _KIB:
            break
        number, unit = number / _KIB, larger
    text = f"{number:.0f}" if unit in ("B", "KB") else f"{number:.1f}"
    return f"{words.number(text)} {unit}"


def entries(count: int) -> str:
    """How many entries."""
    return QCoreApplication.translate("exchange", "{count} isian").format(count=count)


def photos(count: int) -> str:
    """How many files of evidence."""
    return QCoreApplication.translate("exchange", "{count} foto").format(count=count)


def purpose(name: str) -> str:
    """Why a bundle was made."""
    translate = QCoreApplication.translate
    found = {
        Purpose.RESULTS: translate("exchange", "Hasil untuk pusat"),
        Purpose.CHOSEN: translate("exchange", "Penilaian pilihan untuk pusat"),
        Purpose.TEAM: translate("exchange", "Kunjungan tim"),
        Purpose.RECEIPT: translate("exchange", "Tanda terima dari pusat"),
        Purpose.RETURN: translate("exchange", "Dikembalikan oleh pusat"),
        Purpose.PLAN: translate("exchange", "Rencana dari pusat"),
    }
    known = {one.value: text for one, text in found.items()}
    return known.get(name, translate("exchange", "Paket jenis lain"))


def addressees(found: "Addressees") -> str:
    """To whom a bundle went; empty where nobody knows."""
    translate = QCoreApplication.translate
    parts = list(found.names)
    if found.is_for_headquarters:
        parts.append(translate("exchange", "kantor pusat"))
    if found.unknown:
        text = translate("exchange", "{count} penerima yang tidak dikenal lagi")
        parts.append(text.format(count=found.unknown))
    return translate("exchange", "kepada {names}").format(names=", ".join(parts)) if parts else ""


def holder(one: DeviceId, name: str) -> str:
    """Whose device it is, with enough of its fingerprint to tell two apart."""
    known = device(one)
    return f"{name} ({known})" if name else known


def purpose_icon(name: str) -> str:
    """The picture of a purpose."""
    found = {
        Purpose.RESULTS.value: "landmark",
        Purpose.CHOSEN.value: "landmark",
        Purpose.TEAM.value: "users",
        Purpose.RECEIPT.value: "package-check",
        Purpose.RETURN.value: "undo-2",
        Purpose.PLAN.value: "calendar",
    }
    return found.get(name, "inbox")


def device(one: DeviceId) -> str:
    """The beginning of a device's fingerprint, enough to tell two apart."""
    return f"{one[:_GROUP]} {one[_GROUP : 2 * _GROUP]}"


def fingerprint(one: DeviceId) -> str:
    """The whole of it in groups of four."""
    return " ".join(one[at : at + _GROUP] for at in range(0, len(one), _GROUP))


def sender_name(sender: Sender) -> str:
    """Who sent it, as far as anybody says so."""
    return sender.name or QCoreApplication.translate("exchange", "Tanpa nama")


def standing(sender: Sender) -> tuple[str, Zone, str]:
    """Icon, tone and sentence about who vouches for a sender."""
    translate = QCoreApplication.translate
    if sender.standing is Standing.OWN:
        text = translate("exchange", "Dibuat oleh perangkat ini sendiri.")
        return "laptop", "neutral", text
    if sender.standing is Standing.ENROLLED:
        text = translate("exchange", "Tanda tangan cocok; kunci ini terdaftar pada {authority}.")
        return "shield-check", "green", text.format(authority=sender.authority)
    if sender.standing is Standing.EXPIRED:
        text = translate(
            "exchange",
            "Tanda tangan cocok, tetapi pendaftaran pada {authority} sudah habis masa berlakunya.",
        )
        return "shield-alert", "yellow", text.format(authority=sender.authority)
    if sender.standing is Standing.REVOKED:
        text = translate(
            "exchange",
            "Pendaftaran kunci ini sudah dicabut oleh {authority}. Paketnya tidak dapat diterima.",
        )
        return "shield-x", "red", text.format(authority=sender.authority)
    text = translate(
        "exchange",
        "Tanda tangan cocok, tetapi belum ada yang menjamin milik siapa kunci ini. Nama di atas "
        "hanya pengakuan pengirim.",
    )
    return "shield-alert", "yellow", text


def fault(one: Fault, name: str) -> str:
    """What is wrong with a chain or the order of bundles; `name` is the device's holder."""
    translate = QCoreApplication.translate
    sentences = {
        "gap": translate(
            "exchange",
            "Dari {name} ada catatan yang belum sampai: nomor {numbers}. Yang lain tetap dapat "
            "diterima; minta paket yang terlewat.",
        ),
        "twice": translate(
            "exchange",
            "Dari {name} ada dua catatan berbeda pada nomor {numbers}. Mungkin cadangan lama "
            "dipulihkan atau disk digandakan. Keduanya disimpan, dan pusat melihatnya.",
        ),
        "broken": translate(
            "exchange",
            "Catatan nomor {numbers} dari {name} tidak menyambung dengan catatan sebelumnya. "
            "Catatan itu disimpan, dan pusat melihatnya.",
        ),
        "withheld": translate(
            "exchange",
            "Pengirim juga memegang catatan {name} nomor {numbers}, tetapi tidak ikut dikirim.",
        ),
        "rollback": translate(
            "exchange",
            "Catatan {name} berakhir di nomor {first}, padahal dulu sudah sampai {last}. Mungkin "
            "cadangan lama dipulihkan di perangkat itu.",
        ),
        "old": translate(
            "exchange",
            "Ini paket lama: paket ke-{last} dari {name} sudah diterima, sedangkan ini yang "
            "ke-{first}. Tidak ada yang tertimpa.",
        ),
    }
    text = sentences.get(
        one.fault, translate("exchange", "Urutan catatan dari {name} tidak lengkap.")
    )
    return text.format(name=name, first=one.first, last=one.last, numbers=_numbers(one))


def alarm(faults: Sequence[Fault]) -> str:
    """One word or two for signs of a cloned disk or a restored backup; empty without any."""
    translate = QCoreApplication.translate
    signs = {
        "twice": translate("exchange", "nomor ganda"),
        "rollback": translate("exchange", "catatan mundur"),
        "broken": translate("exchange", "catatan tidak menyambung"),
    }
    found = {one.fault for one in faults}
    return next((text for sign, text in signs.items() if sign in found), "")


def lack(faults: Sequence[Fault]) -> str:
    """That something has not come yet; empty where nothing is lacking."""
    if not any(one.fault in ("gap", "withheld") for one in faults):
        return ""
    return QCoreApplication.translate("exchange", "ada yang belum sampai")


def split(one: "Split", name: str) -> str:
    """What showed that a chain went two ways, in a line; `name` is the device's holder."""
    translate = QCoreApplication.translate
    sentences = {
        "twice": translate("exchange", "dua catatan berbeda pada nomor {numbers}"),
        "rollback": translate("exchange", "pernah sampai nomor {last}, lalu kembali ke {first}"),
        "broken": translate("exchange", "nomor {numbers} tidak menyambung"),
    }
    said = [
        sentences[it.fault].format(numbers=_numbers(it), first=it.first, last=it.last)
        for it in one.faults
        if it.fault in sentences
    ]
    if len(said) > _SAID:
        more = translate("exchange", "dan {count} lagi").format(count=len(said) - _SAID)
        said = [*said[:_SAID], more]
    return f"{name}: {'; '.join(said)}."


def _numbers(one: Fault) -> str:
    return str(one.first) if one.first == one.last else f"{one.first}–{one.last}"


def refusal(one: Refused) -> str:
    """Why something is not taken."""
    translate = QCoreApplication.translate
    odd = translate("exchange", "disusun tidak seperti isian dari program ini")
    sentences = {
        "size": translate("exchange", "terlalu besar"),
        "own": translate("exchange", "mengatasnamakan perangkat ini"),
        "relayed": translate("exchange", "tanda terima bukan dari penerbitnya sendiri"),
        "role": translate("exchange", "hanya kantor pusat yang berhak menyatakannya"),
        "option": translate("exchange", "jawaban yang tidak ada di instrumennya"),
        "instrument": translate("exchange", "instrumen yang tidak memenuhi syarat"),
        "value": translate("exchange", "isinya tidak sesuai jenisnya"),
        "moment": translate("exchange", "waktunya bukan waktu"),
        "author": translate("exchange", "nama penulisnya tidak wajar"),
    }
    text = translate("exchange", "Baris {line}: {reason}")
    return text.format(line=one.line, reason=sentences.get(one.reason, odd))
