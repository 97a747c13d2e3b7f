"""`kepatuhan assessment`: list, show, write scorecards, correct, withdraw, tell the history."""

from pathlib import Path

import click
import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.cli import score_words
from kepatuhan_desktop.cli.output import Desk, common_options, pass_desk
from kepatuhan_desktop.domain import history
from kepatuhan_desktop.domain.assessment import Status
from kepatuhan_desktop.domain.history import Act, Deed
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.domain.instrument import say
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.scoring import Score
from kepatuhan_desktop.errors import InputInvalid
from kepatuhan_desktop.services import saving
from kepatuhan_desktop.services.history import Line, Said

_RIVAL = {
    "id": "Segel lain untuk revisi {seal.revision}: {seal.score} {seal.category}, "
    "{seal.sealed_at}; koreksi (assessment amend) menyatukannya.",
    "en": "Another seal of revision {seal.revision}: {seal.score} {seal.category}, "
    "{seal.sealed_at}; a correction (assessment amend) unites them.",
}
_DEEDS = {
    "id": {
        Deed.STARTED: "dimulai",
        Deed.SEALED: "ditandatangani",
        Deed.REFUSED: "ditolak",
        Deed.LATE: "terlambat",
        Deed.AMENDED: "dikoreksi",
        Deed.DROPPED: "koreksi batal",
        Deed.WITHDRAWN: "ditarik",
        Deed.STAMPED: "ber-TTE",
        Deed.RETURNED: "dikembalikan",
    },
    "en": {
        Deed.STARTED: "started",
        Deed.SEALED: "sealed",
        Deed.REFUSED: "refused",
        Deed.LATE: "late",
        Deed.AMENDED: "amended",
        Deed.DROPPED: "dropped",
        Deed.WITHDRAWN: "withdrawn",
        Deed.STAMPED: "stamped",
        Deed.RETURNED: "returned",
    },
}
_ABSENT = {
    "id": "(revisi yang belum ada di sini)",
    "en": "(a revision that is not here yet)",
}
_LATE = {"id": "{count} isian terlambat", "en": "{count} late"}


@click.group()
def assessment() -> None:
    """The assessments of a workspace."""


@assessment.command("list")
@pass_desk
def list_(desk: Desk) -> None:
    """List the assessments, last changed first."""
    with desk.services() as services:
        rows = services.assessments.rows()
        unofficial = services.instruments.unofficial()
    lines = score_words.table(rows, unofficial, desk.language)
    desk.say("\n".join(lines), score_words.plain(rows, unofficial))


@assessment.command("show")
@click.argument("name")
@pass_desk
def show(desk: Desk, name: str) -> None:
    """Show one assessment: score, components, what is missing, the way upward."""
    with desk.services() as services:
        overview = services.assessments.overview(AssessmentId(name))
        row = services.assessments.row(AssessmentId(name))
    instrument, result, language = overview.instrument, overview.result, desk.language
    explanation = overview.explanation()
    total = result.total
    data = {
        "assessment": codec.plain(row),
        "total": codec.plain(total) if isinstance(total, Score) else None,
        "is_final": result.is_final,
        "nodes": codec.plain(result.nodes),
        "missing": codec.plain(overview.missing),
        "earlier": codec.plain(overview.earlier),
        "rivals": [codec.plain(one.seal) for one in overview.rivals],
        "explanation": codec.plain(explanation),
        "unofficial_weights": instrument.has_unofficial_weights,
    }
    # The list goes by the journal alone, which does not know what lies on this disk.
    is_held_up = row.status is Status.READY and overview.missing.lost
    shown = msgspec.structs.replace(row, status=Status.DRAFT) if is_held_up else row
    status = score_words.standing(shown, language)
    lines = [
        f"{row.unit} · {row.institution} · {row.period} · {status}",
        *score_words.head(result, instrument, language),
        *(_RIVAL[language].format(seal=one.seal) for one in overview.rivals),
        "",
        *score_words.components(result, instrument, language),
    ]
    ahead = score_words.missing(overview.missing, instrument, language)
    if row.status is not Status.SEALED:
        ahead += score_words.way(explanation, result, instrument, language)
    desk.say("\n".join([*lines, "", *ahead] if ahead else lines), data)


@assessment.command("scorecard")
@click.argument("name")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The PDF to write.")
@click.option("--revision", type=click.IntRange(1), help="A signed revision; else the present one.")
@pass_desk
def scorecard(desk: Desk, name: str, out: Path, revision: int | None) -> None:
    """Write a sealed PDF as it was signed, or the draft where nothing is sealed or it is open."""
    one = AssessmentId(name)
    with desk.services() as services:
        state = services.assessments.get(one)
        sealed = state.is_sealed or revision is not None
        number = state.revision if revision is None else revision
        if sealed:
            found = history.find(services.assessments.revisions(one), number)
            if found is None:
                raise InputInvalid(field="revision")
            pdf = services.sealing.pdf_of(found.seal)
        else:
            pdf = services.scorecards.render(services.scorecards.draft(one), language=desk.language)
        saving.save_copy(out, pdf)
    data = {"file": str(out), "sealed": sealed, "revision": number, "bytes": len(pdf)}
    desk.say(str(out), data)


@assessment.command("history")
@click.argument("name")
@click.option("--all", "every", is_flag=True, help="Also every single entry.")
@pass_desk
def history_(desk: Desk, name: str, every: bool) -> None:
    """Tell what was done with an assessment: sealed, corrected, refused, withdrawn."""
    one = AssessmentId(name)
    with desk.services() as services:
        acts = services.history.acts(one)
        entries = services.history.all_entries(one) if every else ()
    lines = [_act_line(act, desk.language) for act in acts]
    lines += [_entry_line(line, desk.language) for line in entries]
    data: dict[str, object] = {"acts": [_act(act) for act in acts]}
    if every:
        data["entries"] = [_entry(line) for line in entries]
    desk.say("\n".join(lines), data)


@assessment.command("amend")
@click.argument("name")
@click.option("--reason", required=True, help="Why it is corrected; printed on the new revision.")
@click.option("--with-late", is_flag=True, help="What came after the seal was looked at.")
@pass_desk
def amend(desk: Desk, name: str, reason: str, with_late: bool) -> None:
    """Open a sealed assessment for a correction, which becomes its next revision."""
    one = AssessmentId(name)
    with desk.services() as services:
        late = services.assessments.late(one) if with_late else ()
        services.amending.amend(one, reason, late)
        state = services.assessments.get(one)
    desk.say(
        f"{state.revision}", {"assessment": one, "revision": state.revision, "late": len(late)}
    )


@assessment.command("withdraw")
@click.argument("name")
@click.option("--role", type=click.Choice(["auditor", "unit_head"]), required=True)
@click.option("--reason", required=True, help="Why the signature is withdrawn.")
@pass_desk
def withdraw(desk: Desk, name: str, role: str, reason: str) -> None:
    """Withdraw one signature under the present seal; the seal itself stays."""
    one = AssessmentId(name)
    with desk.services() as services:
        seal = services.assessments.get(one).seal
        signatures = seal.signatures if seal is not None else ()
        signer = next((it.person for it in signatures if it.role == role), Person(name=""))
        services.amending.withdraw(one, role, signer, reason)
        row = services.assessments.row(one)
    desk.say(
        signer.name, {"assessment": one, "revision": row.revision, "role": role, "who": signer.name}
    )


def _act(act: Act) -> dict[str, object]:
    made = act.made
    return {
        "deed": act.deed,
        "revision": act.revision,
        "corrects": act.corrects or None,
        "entry": act.entry.id if act.entry else None,
        "seal": act.seal,
        "at": act.entry.at if act.entry else None,
        "author": act.entry.author if act.entry else None,
        "device": act.entry.device if act.entry else None,
        "present": act.is_present,
        "rival": act.is_rival,
        "role": act.role or None,
        "who": act.person.name if act.person else None,
        "reason": act.reason or None,
        "late": list(act.late),
        "comments": act.comments,
        "score": made.score if made else None,
        "category": made.category if made else None,
        "scorecard": made.scorecard if made else None,
        "signers": [
            {"role": it.role, "who": it.person.name, "refused": it.refused_because or None}
            for it in (made.signatures if made else ())
        ],
    }


def _act_line(act: Act, language: str) -> str:
    made = act.made
    parts = [
        act.entry.at if act.entry else "–",
        _deed(act, language),
        f"{made.score} {made.category}" if made else "",
        ", ".join(it.person.name for it in made.signatures if not it.refused_because)
        if made
        else "",
        act.person.name if act.person else "",
        _LATE[language].format(count=len(act.late)) if act.late else "",
        ", ".join(act.comments),
        act.reason,
    ]
    return "  ".join(part for part in parts if part)


def _deed(act: Act, language: str) -> str:
    deed = _DEEDS[language][act.deed]
    if act.revision is None:
        return f"{deed} {_ABSENT[language]}"
    width = max(map(len, _DEEDS[language].values()))
    return f"{deed:<{width}}  {act.revision}" + (f" < {act.corrects}" if act.corrects else "")


def _entry(line: Line) -> dict[str, object]:
    entry = line.entry
    return {
        "id": entry.id,
        "device": entry.device,
        "seq": entry.seq,
        "author": entry.author,
        "at": entry.at,
        "kind": entry.kind,
        "slot": entry.slot,
        "code": line.code or None,
        "before": codec.plain(line.before),
        "after": codec.plain(line.after),
        "current": line.is_current,
    }


def _entry_line(line: Line, language: str) -> str:
    before = " | ".join(_says(said, language) for said in line.before)
    change = f"{before} -> " if before else ""
    where = line.code or line.entry.slot
    said = _says(line.after, language)
    return f"{line.entry.at}  {line.entry.author}  {line.entry.kind}  {where}  {change}{said}"


def _says(said: Said, language: str) -> str:
    return say(said.words, language) or f"({said.shape.value})"


for _command in (list_, show, scorecard, history_, amend, withdraw):
    common_options(_command)
