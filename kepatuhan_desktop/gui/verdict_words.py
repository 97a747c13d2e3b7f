"""Put a verdict into the words of the window's language; there is no word for a whole file."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from kepatuhan_desktop import messages
from kepatuhan_desktop.domain.verdict import Grade, Printed, SignerVerdict, Statement, Verdict
from kepatuhan_desktop.gui import words
from kepatuhan_desktop.gui.tokens import Zone

_ICONS = {
    Grade.GOOD: "circle-check",
    Grade.DOUBTFUL: "triangle-alert",
    Grade.BAD: "circle-x",
    Grade.UNKNOWN: "circle-help",
}
_TONES: dict[Grade, Zone] = {
    Grade.GOOD: "green",
    Grade.DOUBTFUL: "yellow",
    Grade.BAD: "red",
    Grade.UNKNOWN: "neutral",
}
_LONGEST = 300


def icon(grade: Grade) -> str:
    """The shape of a grade."""
    return _ICONS[grade]


def tone(grade: Grade) -> Zone:
    """The colour of a grade, which never stands alone."""
    return _TONES[grade]


def grade(one: Grade) -> str:
    """The word of a grade."""
    translate = QCoreApplication.translate
    said = {
        Grade.GOOD: translate("verdict", "Baik"),
        Grade.DOUBTFUL: translate("verdict", "Perlu ditimbang"),
        Grade.BAD: translate("verdict", "Tidak benar"),
        Grade.UNKNOWN: translate("verdict", "Belum pasti"),
    }
    return said[one]


def summary(verdict: Verdict) -> str:
    """What the worst statement means for the reader."""
    translate = QCoreApplication.translate
    said = {
        Grade.GOOD: translate("verdict", "Tidak ditemukan kejanggalan"),
        Grade.DOUBTFUL: translate("verdict", "Ada yang perlu Anda timbang sendiri"),
        Grade.BAD: translate("verdict", "Ada yang tidak benar"),
        Grade.UNKNOWN: translate("verdict", "Ada yang belum dapat dipastikan"),
    }
    return said[verdict.grade]


def advice(verdict: Verdict) -> str:
    """The most serious statement; where there is none, what the statements are for."""
    if verdict.grade is not Grade.GOOD:
        return sentence(verdict.gravest)
    return QCoreApplication.translate(
        "verdict",
        "Setiap baris di bawah menjawab pertanyaan yang berbeda. Bacalah semuanya sebelum "
        "mengambil keputusan.",
    )


def question(statement: Statement) -> str:
    """Which question a statement answers."""
    translate = QCoreApplication.translate
    said = {
        "unchanged": translate("verdict", "Utuh?"),
        "who": translate("verdict", "Siapa?"),
        "trusted": translate("verdict", "Dijamin siapa?"),
        "when": translate("verdict", "Kapan?"),
        "score": translate("verdict", "Nilainya cocok?"),
        "note": translate("verdict", "Catatan"),
    }
    return said.get(statement.code.partition(".")[0], "")


def sentence(statement: Statement) -> str:
    """What a statement says."""
    return messages.statement(statement, words.language())


def role(one: str) -> str:
    """In what capacity somebody signed."""
    translate = QCoreApplication.translate
    said = {
        "auditor": translate("verdict", "Auditor"),
        "sender": translate("verdict", "Pengirim paket"),
        "unit_head": translate("verdict", "Kepala unit layanan"),
        "stamp": translate("verdict", "Ruang TTE"),
    }
    return said.get(one, translate("verdict", "Penanda tangan lain"))


def role_icon(one: str) -> str:
    """The drawing of a role."""
    icons = {"auditor": "pen-line", "unit_head": "user", "stamp": "stamp", "sender": "upload"}
    return icons.get(one, "signature")


def name(signer: SignerVerdict) -> str:
    """The name in the certificate, as far as it says one."""
    return _tame(signer.who.parameters.get("name", ""))


def source(one: str) -> str:
    """What was looked at."""
    translate = QCoreApplication.translate
    said = {
        "pdf": translate("verdict", "Berkas PDF"),
        "paper": translate("verdict", "Kode pada lembar"),
        "bundle": translate("verdict", "Paket"),
    }
    return said.get(one, one)


def according_to(one: str) -> str:
    """Whose word it is, above what a file says about itself."""
    translate = QCoreApplication.translate
    if one == "paper":
        return translate("verdict", "MENURUT KODE INI")
    return translate("verdict", "MENURUT BERKAS INI")


def heading(verdict: Verdict) -> str:
    """What a file says it is about, in a few words."""
    translate, printed = QCoreApplication.translate, verdict.printed
    if verdict.source == "bundle":
        return translate("verdict", "Paket antarperangkat")
    if printed is None:
        return translate("verdict", "Isi tidak dikenali")
    return _tame(printed.unit) or translate("verdict", "Penilaian {assessment}").format(
        assessment=_tame(printed.assessment)
    )


def below_heading(printed: Printed) -> str:
    """Whose unit, which product."""
    return " · ".join(filter(None, map(_tame, (printed.institution, printed.product))))


def facts(printed: Printed) -> str:
    """Period, instrument, revision, day and place, as far as the file says them."""
    translate = QCoreApplication.translate
    period = translate("verdict", "Periode {period}").format(period=_tame(printed.period))
    sealed = translate("verdict", "dikunci {moment}").format(moment=_sealed(printed.sealed_at))
    parts = (
        period if printed.period else "",
        _tame(printed.instrument),
        translate("verdict", "revisi {revision}").format(revision=printed.revision),
        sealed if printed.sealed_at else "",
        _tame(printed.place),
    )
    return " · ".join(filter(None, parts))


def short_code(record: str) -> str:
    """The beginning of a record's digest as it stands below the printed code."""
    return " ".join(record[at : at + 4] for at in range(0, 16, 4))


def as_text(verdict: Verdict, file: str) -> str:
    """Everything that the page shows, for a letter or a report."""
    return "\n".join(_lines(verdict, file)).rstrip() + "\n"


def _lines(verdict: Verdict, file: str) -> Iterator[str]:
    translate = QCoreApplication.translate
    yield translate("verdict", "Hasil pemeriksaan: {file}").format(file=file)
    printed = verdict.printed
    yield heading(verdict)
    if printed is not None:
        yield from filter(None, (below_heading(printed), facts(printed), score(printed)))
    if verdict.record:
        yield translate("verdict", "Kode singkat {code}").format(code=short_code(verdict.record))
    yield ""
    yield f"{summary(verdict)}."
    for signer in verdict.signers:
        yield ""
        yield " · ".join(filter(None, (role(signer.role), name(signer))))
        yield from (_line(one) for one in signer.statements)
    yield ""
    yield _line(verdict.score)
    yield from (_line(one) for one in verdict.notes)
    if verdict.digest:
        yield ""
        yield f"SHA-256 {verdict.digest}"


def _line(statement: Statement) -> str:
    return f"- {question(statement)} {grade(statement.grade)}. {sentence(statement)}"


def score(printed: Printed) -> str:
    """The printed number with its category, such as "88,26 · A · hijau"."""
    if not printed.score:
        return ""
    return f"{number(printed)} · {category(printed)}"


def number(printed: Printed) -> str:
    """The printed number."""
    return _tame(words.number(printed.score))


def category(printed: Printed) -> str:
    """The printed category with its zone."""
    return _tame(words.category(printed.category, printed.zone))


def _sealed(iso: str) -> str:
    # A code on paper has room for the day only.
    return _tame(words.moment(iso) if "T" in iso else words.day(iso))


def _tame(text: str) -> str:
    """A stranger's words on one line, without what turns lines around, and not for ever."""
    line = " ".join("".join(one if one.isprintable() else " " for one in text).split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
