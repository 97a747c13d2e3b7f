"""`kepatuhan bundle`: write bundles, look into them, check them, take them in."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kepatuhan_desktop import codec
from kepatuhan_desktop.cli.output import Desk, common_options, pass_desk, stop
from kepatuhan_desktop.domain.ids import AssessmentId, DeviceId
from kepatuhan_desktop.errors import BundleDamaged, InputInvalid
from kepatuhan_desktop.exchange.description import Purpose

if TYPE_CHECKING:
    from kepatuhan_desktop.bootstrap import Services
    from kepatuhan_desktop.services.exporting import ExportPlan, Written
    from kepatuhan_desktop.services.importing import ImportPlan

_WORDS = {
    "id": {
        "counts": "entri baru {fresh} · sudah ada {known} · ditolak {refused} · "
        "berkas baru {wanted} · berkas belum ada {missing}",
        "refused": "ditolak, baris",
        "damaged": "berkas rusak, tidak diterima",
        "acknowledged": "diterima pusat",
        "waiting": "belum diterima",
        "not_here": "{count} berkas bukti tidak ada di perangkat ini dan tidak ikut; catatannya "
        "ikut. Lihat yang mana dan apa yang dapat dilakukan: kepatuhan doctor",
        "not_read": "{count} berkas bukti tidak dapat dibaca dan tidak ikut; tetap menunggu di "
        "sini. Lihat yang mana dan apa yang dapat dilakukan: kepatuhan doctor",
        "done": "Sudah dibaca ulang dan cocok; medianya aman dilepas.",
    },
    "en": {
        "counts": "new entries {fresh} · already here {known} · refused {refused} · "
        "new files {wanted} · files still missing {missing}",
        "refused": "refused, line",
        "damaged": "damaged file, not taken",
        "acknowledged": "received by headquarters",
        "waiting": "not acknowledged",
        "not_here": "{count} evidence file is not on this device and did not go along; its record "
        "did. See which, and what can be done: kepatuhan doctor",
        "not_here_several": "{count} evidence files are not on this device and did not go along; "
        "their records did. See which, and what can be done: kepatuhan doctor",
        "not_read": "{count} evidence file could not be read and did not go along; it still waits "
        "here. See which, and what can be done: kepatuhan doctor",
        "not_read_several": "{count} evidence files could not be read and did not go along; they "
        "still wait here. See which, and what can be done: kepatuhan doctor",
        "done": "Read back and found the same; the medium is safe to remove.",
    },
}
_FAULTS = {
    "id": {
        "gap": "ada yang belum sampai",
        "twice": "nomor ganda, disk digandakan atau cadangan lama dipulihkan",
        "broken": "catatan tidak menyambung",
        "withheld": "dipegang pengirim tetapi tidak dikirim",
        "rollback": "catatan mundur, cadangan lama dipulihkan",
        "old": "paket lama",
    },
    "en": {
        "gap": "something has not come yet",
        "twice": "number used twice, a cloned disk or a restored backup",
        "broken": "entry does not follow the one before",
        "withheld": "held by the sender and not sent",
        "rollback": "chain went back, a restored backup",
        "old": "an older bundle",
    },
}


@click.group()
def bundle() -> None:
    """Files that travel between devices."""


@bundle.command("export")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--purpose",
    # Letters of headquarters are for one device each, and have commands of their own.
    type=click.Choice([Purpose.RESULTS.value, Purpose.TEAM.value]),
    default=Purpose.RESULTS.value,
    show_default=True,
)
@click.option("--assessment", "chosen", multiple=True, help="Only these; else all that waits.")
@click.option("--to", "devices", multiple=True, help="Also for this device, by fingerprint.")
@click.option("--recipient", "others", multiple=True, help="Also for this age recipient.")
@click.option("--plain", is_flag=True, help="Do not encrypt. Whoever finds it can read it.")
@pass_desk
def export(
    desk: Desk,
    folder: Path,
    purpose: str,
    chosen: tuple[str, ...],
    devices: tuple[str, ...],
    others: tuple[str, ...],
    plain: bool,
) -> None:
    """Write a bundle into FOLDER, read it back, and only then say that it may be pulled."""
    if plain and (devices or others):
        raise InputInvalid(field="recipients")
    with desk.services() as services:
        exporting = services.exporting
        recipients = [] if plain else [*exporting.recipients(_devices(services, devices)), *others]
        plan = exporting.plan(
            Purpose(purpose),
            assessments=[AssessmentId(one) for one in chosen] or None,
            recipients=recipients if plain else recipients or None,
        )
        written = exporting.export(plan, folder)
    lines = [
        f"{one.delivered.path}  {one.delivered.size}  {one.delivered.digest}" for one in written
    ]
    lines += _left_behind(plan, written, desk.language)
    lines.append(_WORDS[desk.language]["done"])
    desk.say("\n".join(lines), _exported(plan, written))


@bundle.command("inspect")
@click.argument("file", type=click.Path(path_type=Path))
@pass_desk
def inspect(desk: Desk, file: Path) -> None:
    """Say what taking FILE in would do; changes nothing."""
    with desk.services() as services:
        plan = services.importing.plan(services.importing.inspect(file))
    desk.say("\n".join(_lines(plan, desk.language)), _planned(plan))


@bundle.command("verify")
@click.argument("file", type=click.Path(path_type=Path))
@pass_desk
def verify(desk: Desk, file: Path) -> None:
    """Check that FILE is whole and signed, and say by whom; changes nothing."""
    with desk.services() as services:
        plan = services.importing.plan(services.importing.inspect(file))
    if damaged := plan.inspected.parcel.damaged:
        raise BundleDamaged(name=file.name, reason=f"file {min(damaged)[:12]}")
    said = plan.description
    desk.say(
        f"{said.id}  {plan.sender.name}  {plan.sender.device}  {plan.sender.standing.value}",
        {
            "bundle": codec.plain(said),
            "sender": codec.plain(plan.sender),
            "encrypted": plan.inspected.parcel.is_encrypted,
            "entries": len(plan.inspected.parcel.lines),
            "files": len(plan.inspected.parcel.blobs),
        },
    )


@bundle.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--from",
    "devices",
    multiple=True,
    help="A sender's fingerprint, compared with them, where nobody vouches for it.",
)
@pass_desk
def import_(desk: Desk, files: tuple[Path, ...], devices: tuple[str, ...]) -> None:
    """Take FILES in; what is good is taken, and the rest is named.

    Of several, one that cannot be taken keeps none of the others back.
    """
    compared = {_ungrouped(one) for one in devices}
    rows: list[dict[str, codec.Json]] = []
    status = 0
    with desk.services(may_begin=True) as services:
        for one in services.importing.take_in_all(
            files, consent=lambda sender: sender.device in compared
        ):
            if one.error is not None and len(files) == 1:
                raise one.error
            if one.error is not None:
                status = status or desk.fail(one.error)
                rows.append({"file": str(one.path), "error": one.error.code})
            elif one.plan is not None:
                rows.append({"file": str(one.path), **_planned(one.plan)})
                lines = [str(one.path)] if len(files) > 1 else []
                _say(desk, [*lines, *_lines(one.plan, desk.language)])
    if desk.as_json:
        desk.say("", {"bundles": rows} if len(files) > 1 else rows[0])
    if status:
        stop(status)


@bundle.command("outbox")
@pass_desk
def outbox(desk: Desk) -> None:
    """Say what headquarters has not acknowledged, and what was sent."""
    with desk.services() as services:
        waiting = services.exporting.outbox()
        sent = [(one, services.travels.acknowledged(one)) for one in services.exporting.sent()]
    words = _WORDS[desk.language]
    # What nobody acknowledges has a dash.
    state = {True: words["acknowledged"], False: words["waiting"], None: "–"}
    lines = [str(record) for record in waiting.records]
    lines += [
        f"{one.dispatch.sequence:>4}  {one.at}  {one.bundle}  {state[acknowledged]}"
        for one, acknowledged in sent
    ]
    desk.say(
        "\n".join(lines),
        {
            "entries": waiting.entries,
            "records": waiting.records,
            "files": waiting.files,
            "sent": [
                {**codec.plain(one), "acknowledged": acknowledged} for one, acknowledged in sent
            ],
        },
    )


def _say(desk: Desk, lines: list[str]) -> None:
    if not desk.as_json:
        desk.say("\n".join(lines), None)


def _devices(services: "Services", wanted: tuple[str, ...]) -> list[DeviceId]:
    """The enrolled devices that these fingerprints, or beginnings of them, name."""
    enrolled = {one.device for trust in services.identities.trust() for one in trust.enrolled}
    found = []
    for text in map(_ungrouped, wanted):
        fitting = [one for one in sorted(enrolled) if text and one.startswith(text)]
        if len(fitting) != 1:
            raise InputInvalid(field="recipients")
        found.append(fitting[0])
    return found


def _ungrouped(text: str) -> str:
    return "".join(one for one in text.lower() if one.isalnum())


def _exported(plan: "ExportPlan", written: "tuple[Written, ...]") -> dict[str, codec.Json]:
    return {
        "bundles": [
            {
                "file": str(one.delivered.path),
                "id": one.description.id,
                "sequence": one.description.sequence,
                "size": one.delivered.size,
                "digest": one.delivered.digest,
                "entries": one.entries,
                "files": len(one.files),
                "left_out": one.left_out,
                "encrypted": bool(plan.recipients),
            }
            for one in written
        ],
        "missing": plan.missing,
    }


def _left_behind(plan: "ExportPlan", written: "tuple[Written, ...]", language: str) -> list[str]:
    """What evidence did not go along, and what to do about it."""
    words = _WORDS[language]
    counts = {"not_here": len(plan.missing), "not_read": sum(len(it.left_out) for it in written)}
    lines = []
    for name, count in counts.items():
        sentence = words[name] if count == 1 else words.get(f"{name}_several", words[name])
        if count:
            lines.append(sentence.format(count=count))
    return lines


def _planned(plan: "ImportPlan") -> dict[str, codec.Json]:
    found = plan.merge
    return {
        "bundle": codec.plain(plan.description),
        "sender": codec.plain(plan.sender),
        "needs_consent": plan.needs_consent,
        "fresh": len(found.fresh),
        "known": found.known,
        "refused": codec.plain(found.refused),
        "records": codec.plain(found.records),
        "wanted": found.wanted,
        "missing": found.missing,
        "damaged": found.damaged,
        "unnamed": found.unnamed,
        "relayed": found.relayed,
        "faults": codec.plain(found.faults),
        "known_bundle": found.is_known_bundle,
    }


def _lines(plan: "ImportPlan", language: str) -> list[str]:
    found, words = plan.merge, _WORDS[language]
    lines = [
        f"{plan.sender.name}  {plan.sender.device}  {plan.sender.standing.value}",
        words["counts"].format(
            fresh=len(found.fresh),
            known=found.known,
            refused=len(found.refused),
            wanted=len(found.wanted),
            missing=len(found.missing),
        ),
    ]
    for record in found.records:
        clashes = ", ".join(one.slot for one in record.conflicts)
        lines.append(f"  {record.record}  +{record.fresh}  {clashes}")
    lines += [f"  {words['refused']} {one.line}: {one.reason}" for one in found.refused]
    lines += [f"  {words['damaged']}: {one}" for one in found.damaged]
    for fault in plan.faults:
        sign = _FAULTS[language].get(fault.fault, fault.fault)
        numbers = f"{fault.first}" if fault.first == fault.last else f"{fault.first}–{fault.last}"
        lines.append(f"  {sign} ({fault.fault}): {fault.device} {numbers}")
    return lines


for _command in (export, inspect, verify, import_, outbox):
    common_options(_command)
