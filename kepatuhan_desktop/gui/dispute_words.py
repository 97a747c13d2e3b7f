"""Put the versions of a conflict into words."""

from collections.abc import Callable
from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain.assessment import PROFILE, REMARK, Profile
from kepatuhan_desktop.domain.completeness import chosen_option
from kepatuhan_desktop.domain.ids import Slot
from kepatuhan_desktop.domain.journal import Kind
from kepatuhan_desktop.domain.scoring import Excluded, Score
from kepatuhan_desktop.gui import exchange_words, register_words, words
from kepatuhan_desktop.gui.tokens import Zone
from kepatuhan_desktop.gui.widgets import card_words
from kepatuhan_desktop.services.disputes import Dispute, Version, answer_of, finding_of


def kind(slot: Slot) -> str:
    """What the entries of a slot are."""
    translate = QCoreApplication.translate
    names = {
        Kind.ANSWER.value: translate("dispute", "Jawaban"),
        Kind.NOTE.value: translate("dispute", "Catatan"),
        Kind.EVIDENCE.value: translate("dispute", "Bukti"),
        Kind.FINDING.value: translate("dispute", "Temuan"),
        REMARK: translate("dispute", "Tanggapan unit"),
        PROFILE: translate("dispute", "Keterangan penilaian"),
    }
    return names.get(slot.partition("/")[0], translate("dispute", "Isian lain"))


def kind_of(dispute: Dispute) -> str:
    """What the versions of a conflict are."""
    is_register = dispute.assessment is None
    return register_words.kind(dispute.record) if is_register else kind(dispute.slot)


def icon_of(dispute: Dispute) -> str:
    """The picture of a conflict."""
    is_register = dispute.assessment is None
    return register_words.icon(dispute.record) if is_register else icon(dispute.slot)


def icon(slot: Slot) -> str:
    """The picture of a kind."""
    names = {
        Kind.ANSWER.value: "list-checks",
        Kind.NOTE.value: "message-square",
        Kind.EVIDENCE.value: "image",
        Kind.FINDING.value: "flag",
        REMARK: "megaphone",
        PROFILE: "clipboard-list",
    }
    return names.get(slot.partition("/")[0], "file")


def question(dispute: Dispute) -> str:
    """What it is about: the question, or what else the entries are."""
    if dispute.indicator is not None:
        return words.text(dispute.indicator.question)
    return register_words.title(dispute) if dispute.assessment is None else kind(dispute.slot)


def line(dispute: Dispute) -> tuple[str, str]:
    """Two lines for a list: which question or unit, and who disagrees."""
    name = kind_of(dispute)
    title = f"{dispute.indicator.code} · {name}" if dispute.indicator is not None else name
    if dispute.assessment is None:
        title = register_words.title(dispute)
    authors = dict.fromkeys(plain_author(one) for one in dispute.versions)
    return title, " ↔ ".join(authors)


def plain_author(version: Version) -> str:
    """The name without the number that stands behind it in the journal."""
    return version.author.partition(" (")[0]


def value(dispute: Dispute, version: Version) -> str:
    """What a version says, in a few words."""
    if dispute.assessment is None:
        return register_words.value(dispute, version)
    if version.value is None:
        removed = QCoreApplication.translate("dispute", "Dihapus")
        emptied = QCoreApplication.translate("dispute", "Dikosongkan")
        return removed if version.kind in (Kind.EVIDENCE, Kind.FINDING) else emptied
    say = _SAID.get(version.kind)
    # Of a later vocabulary: kept, and not interpreted.
    return (say(dispute, version) if say is not None else "") or "…"


def _said_answer(dispute: Dispute, version: Version) -> str:
    if dispute.indicator is None:
        return QCoreApplication.translate(
            "dispute", "Jawaban atas pertanyaan yang tidak ada di instrumen"
        )
    return card_words.answer(dispute.indicator, answer_of(version))


def _said_text(_dispute: Dispute, version: Version) -> str:
    return codec.typed(version.value, str)


def _said_evidence(_dispute: Dispute, version: Version) -> str:
    (_, piece), *_ = version.pieces
    return piece.caption or piece.name


def _said_finding(_dispute: Dispute, version: Version) -> str:
    finding = finding_of(version)
    return finding.statement if finding is not None else ""


def _said_profile(_dispute: Dispute, version: Version) -> str:
    day = _profile(version).visited_on
    if not day:
        return QCoreApplication.translate("dispute", "Kunjungan tanpa tanggal")
    return QCoreApplication.translate("dispute", "Kunjungan {day}").format(day=words.day(day))


_SAID: dict[str, Callable[[Dispute, Version], str]] = {
    Kind.ANSWER.value: _said_answer,
    Kind.NOTE.value: _said_text,
    Kind.REMARK.value: _said_text,
    Kind.EVIDENCE.value: _said_evidence,
    Kind.FINDING.value: _said_finding,
    Kind.ASSESSMENT.value: _said_profile,
}


def tone(dispute: Dispute, version: Version) -> Zone:
    """The colour of an answer, as its option has it on the question's card."""
    if version.kind != Kind.ANSWER or dispute.indicator is None:
        return "neutral"
    option = chosen_option(dispute.indicator, answer_of(version))
    if option is None:
        return "neutral"
    share = Fraction(option.value)
    return "green" if share == 1 else "yellow" if share else "red"


def details(dispute: Dispute, version: Version) -> list[tuple[str, str]]:
    """What else a version says, as captions and texts."""
    translate = QCoreApplication.translate
    found: list[tuple[str, str]] = []
    if version.value is None:
        return found
    if version.kind == Kind.FINDING:
        finding = finding_of(version)
        assert finding is not None
        found = [
            (translate("dispute", "Dasar hukum"), finding.legal_reference),
            (translate("dispute", "Saran perbaikan"), finding.improvement_suggestion),
            (translate("dispute", "Penanggung jawab"), finding.responsible),
            (translate("dispute", "Paling lambat"), words.day(finding.due) if finding.due else ""),
        ]
    elif version.kind == Kind.EVIDENCE:
        (_, piece), *_ = version.pieces
        turned = translate("dispute", "{degrees}°").format(degrees=piece.rotation)
        found = [
            (translate("dispute", "Berkas"), piece.name),
            (translate("dispute", "Diputar"), turned if piece.rotation else ""),
        ]
    elif version.kind == Kind.ASSESSMENT:
        profile = _profile(version)
        found = [
            (translate("dispute", "Periode"), profile.period),
            (translate("dispute", "Auditor"), profile.auditor.signs_as()),
            (translate("dispute", "Tim"), ", ".join(one.name for one in profile.team)),
            (
                translate("dispute", "Instrumen"),
                f"{profile.instrument.id} {profile.instrument.version}",
            ),
        ]
    elif version.kind == Kind.ANSWER and dispute.indicator is not None:
        answer = answer_of(version)
        option = chosen_option(dispute.indicator, answer)
        if option is not None and not isinstance(answer, Excluded):
            found = [("", words.text(option.descriptor))]
    return [(caption, text) for caption, text in found if text]


def author(version: Version) -> str:
    """Who said it, and who said the same."""
    names = [version.author, *version.others]
    return ", ".join(name.partition(" (")[0] for name in names)


def origin(version: Version) -> str:
    """On which device, and when by its own clock."""
    text = QCoreApplication.translate("dispute", "Perangkat {device} · {moment} menurut jamnya")
    return text.format(
        device=exchange_words.device(version.device), moment=words.moment(version.at)
    )


def effect(version: Version, lowest: Fraction | None) -> str:
    """The score with this version, and how far above the lowest of them it is."""
    if version.result is None:
        return ""
    total = version.result.total
    if not isinstance(total, Score):
        return QCoreApplication.translate("dispute", "Belum ada nilai")
    text = f"{words.number(total.value)} · {words.category(total.category, total.zone)}"
    ahead = Fraction(total.value) - lowest if lowest is not None else Fraction(0)
    if ahead:
        places = len(total.value.partition(".")[2])
        text += f"  (+{words.number(f'{float(ahead):.{places}f}')})"
    return text


def lowest(dispute: Dispute) -> Fraction | None:
    """The smallest score that a version leads to."""
    totals = [one.result.total for one in dispute.versions if one.result is not None]
    return min((Fraction(it.value) for it in totals if isinstance(it, Score)), default=None)


def _profile(version: Version) -> Profile:
    return codec.typed(version.value, Profile)
