"""Put acts and entries of an assessment into the words of the window."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from kepatuhan_desktop.domain.history import Act, Deed
from kepatuhan_desktop.domain.ids import EntryId
from kepatuhan_desktop.domain.journal import Entry, Kind
from kepatuhan_desktop.domain.seal import Seal
from kepatuhan_desktop.gui import words
from kepatuhan_desktop.gui.tokens import Zone
from kepatuhan_desktop.services.history import Line, Said, Shape


class Row(NamedTuple):
    """One thing that happened, as it is shown."""

    icon: str
    tone: Zone
    title: str
    meta: str
    """Who, when and on which device."""
    details: str
    """Further lines; may be empty."""
    badge: str = ""
    revision: int | None = None
    """None where it belongs to none, or to one that has not arrived."""
    seal: EntryId | None = None
    """The seal whose PDF can be opened."""
    is_stamped: bool = False
    """Whether that PDF is the one that came back with a certified stamp."""

    def matches(self, needles: Iterable[str]) -> bool:
        """Whether every word stands somewhere in it."""
        haystack = "\n".join((self.title, self.meta, self.details, self.badge)).casefold()
        return all(needle in haystack for needle in needles)


def act_rows(acts: Iterable[Act]) -> list[Row]:
    """What was done, the latest first."""
    return [act_row(act) for act in acts][::-1]


def entry_rows(lines: Iterable[Line], acts: Iterable[Act]) -> list[Row]:
    """Every entry, the latest first; what is an act too is told as one."""
    known = {act.entry.id: act for act in acts if act.entry is not None}
    rows = []
    for line in lines:
        act = known.get(line.entry.id)
        rows.append(act_row(act) if act is not None else entry_row(line))
    return rows[::-1]


def act_row(act: Act) -> Row:
    """One act in words."""
    icon, tone = _LOOKS[act.deed]
    is_stamped = act.deed is Deed.STAMPED
    can_open = act.made is not None or (is_stamped and act.revision is not None)
    return Row(
        icon=icon,
        tone=tone,
        title=_title(act),
        meta=_meta(act.entry),
        details="\n".join(_details(act)),
        badge=_badge(act),
        revision=act.revision,
        seal=act.seal if can_open else None,
        is_stamped=is_stamped,
    )


def entry_row(line: Line) -> Row:
    """One entry in words: the question, and what it was and became."""
    question = words.text(line.question)
    title = f"{line.code} · {question}" if question else line.code or kind_word(line.entry.kind)
    after = said(line.after)
    change = after
    if line.before:
        before = " / ".join(said(one) for one in line.before)
        change = f"{before}  →  {after}"
    kind = kind_word(line.entry.kind)
    details = change if title == kind else f"{kind}: {change}"
    return Row("circle-dot", "neutral", title, _meta(line.entry), details)


def said(one: Said) -> str:
    """What an entry says."""
    translate, text = QCoreApplication.translate, words.text(one.words)
    if one.shape is Shape.NOTHING:
        return translate("history", "kosong")
    if one.shape is Shape.EXCLUDED:
        return translate("history", "tidak berlaku: {reason}").format(reason=text)
    return text or translate("history", "tidak dikenal versi program ini")


def kind_word(kind: str) -> str:
    """What kind of entry it is."""
    translate = QCoreApplication.translate
    known = {
        Kind.ANSWER.value: translate("history", "Jawaban"),
        Kind.NOTE.value: translate("history", "Catatan"),
        Kind.EVIDENCE.value: translate("history", "Bukti"),
        Kind.FINDING.value: translate("history", "Temuan"),
        Kind.REMARK.value: translate("history", "Catatan dari unit layanan"),
        Kind.ASSESSMENT.value: translate("history", "Keterangan penilaian"),
    }
    return known.get(kind, translate("history", "Entri lain"))


def _title(act: Act) -> str:
    translate = QCoreApplication.translate
    titles = {
        Deed.STARTED: translate("history", "Penilaian dimulai"),
        Deed.SEALED: translate("history", "Revisi {revision} ditandatangani dan dikunci"),
        Deed.REFUSED: translate("history", "{who} menolak menandatangani revisi {revision}"),
        Deed.LATE: translate(
            "history", "{count} isian datang setelah revisi {revision} ditandatangani"
        ),
        Deed.AMENDED: translate("history", "Dibuka untuk koreksi: revisi {revision}"),
        Deed.DROPPED: translate("history", "Koreksi dibatalkan"),
        Deed.WITHDRAWN: translate("history", "{who} menarik tanda tangan pada revisi {revision}"),
        Deed.RETURNED: translate("history", "Pusat mengembalikan revisi {revision}"),
        Deed.STAMPED: translate("history", "Berkas ber-TTE untuk revisi {revision} disimpan"),
    }
    if act.revision is None:
        titles |= {
            Deed.LATE: translate(
                "history",
                "{count} isian datang setelah revisi yang belum ada di sini ditandatangani",
            ),
            Deed.WITHDRAWN: translate(
                "history", "{who} menarik tanda tangan pada revisi yang belum ada di sini"
            ),
            Deed.RETURNED: translate(
                "history", "Pusat mengembalikan revisi yang belum ada di sini"
            ),
            Deed.STAMPED: translate(
                "history", "Berkas ber-TTE untuk revisi yang belum ada di sini disimpan"
            ),
        }
    who = act.person.name if act.person is not None else ""
    return titles[act.deed].format(revision=act.revision, who=who, count=len(act.late))


def _details(act: Act) -> list[str]:
    translate = QCoreApplication.translate
    lines = _sealing(act.made) if act.made is not None else []
    if act.corrects:
        lines.append(
            translate("history", "Mengoreksi revisi {revision}").format(revision=act.corrects)
        )
    if act.deed is Deed.LATE:
        lines.append(
            translate("history", "Tidak mengubah nilai revisi itu; dihitung pada revisi berikut")
        )
    if act.issuer:
        lines.append(
            translate("history", "{who}, menurut sertifikat dari {issuer}").format(
                who=act.person.name if act.person is not None else "", issuer=act.issuer
            )
        )
    if act.role:
        lines.append(translate("history", "Sebagai {role}").format(role=words.role(act.role)))
    # A sealing tells the reason of its correction, which stands in the act before it.
    if act.reason and act.made is None:
        lines.append(translate("history", "Alasan: {reason}").format(reason=act.reason))
    if act.comments:
        text = translate("history", "Komentar pada {count} pertanyaan")
        lines.append(text.format(count=len(act.comments)))
    return lines


def _sealing(seal: Seal) -> list[str]:
    translate = QCoreApplication.translate
    lines = [
        translate("history", "Nilai {score} · {category} · {place}").format(
            score=words.number(seal.score),
            category=words.category(seal.category, seal.zone),
            place=seal.place,
        )
    ]
    signed = [
        f"{one.person.name} ({words.role(one.role)})"
        for one in seal.signatures
        if not one.refused_because
    ]
    lines.append(translate("history", "Tanda tangan: {who}").format(who=", ".join(signed)))
    lines.append(
        translate("history", "SHA-256 berkas {digest}…").format(digest=seal.scorecard[:16])
    )
    return lines


def _badge(act: Act) -> str:
    translate = QCoreApplication.translate
    if act.is_present:
        return translate("history", "berlaku")
    return translate("history", "bersaing") if act.is_rival else ""


def _meta(entry: Entry | None) -> str:
    if entry is None:
        return ""
    device = QCoreApplication.translate("history", "perangkat {device}").format(
        device=entry.device[:8]
    )
    return " · ".join((entry.author, words.moment(entry.at), device))


_LOOKS: dict[Deed, tuple[str, Zone]] = {
    Deed.STARTED: ("plus", "neutral"),
    Deed.SEALED: ("lock", "green"),
    Deed.REFUSED: ("circle-x", "yellow"),
    Deed.LATE: ("clock", "yellow"),
    Deed.AMENDED: ("pen-line", "yellow"),
    Deed.DROPPED: ("undo-2", "neutral"),
    Deed.WITHDRAWN: ("circle-minus", "red"),
    Deed.STAMPED: ("stamp", "primary"),
    Deed.RETURNED: ("undo-2", "yellow"),
}
