"""`kepatuhan identity`: who signs at this device, whom it trusts, which key it uses."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kepatuhan_desktop import codec
from kepatuhan_desktop.cli import passphrases
from kepatuhan_desktop.cli.output import Desk, common_options, pass_desk
from kepatuhan_desktop.errors import FingerprintUnconfirmed
from kepatuhan_desktop.services import saving
from kepatuhan_desktop.storage.files import explained

if TYPE_CHECKING:
    from kepatuhan_desktop.services.identities import IdentityStatus, TrustPlan

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_LARGEST = 16_000_001
"""Bytes of a trust file that are read: one more than are accepted."""


@click.group()
def identity() -> None:
    """The identity of this device, and whom it trusts."""


@identity.command("show")
@pass_desk
def show(desk: Desk) -> None:
    """Show the name, the fingerprint to compare, and who vouches for it."""
    with desk.services(may_begin=True) as services:
        status = services.identities.status()
    desk.say("\n".join(_status_lines(desk, status)), codec.plain(status))


@identity.command("request")
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="The request file to write."
)
@pass_desk
def request(desk: Desk, out: Path) -> None:
    """Write a request for a certificate, to be sent to headquarters."""
    with desk.services(may_begin=True) as services:
        services.identities.ensure()
        data = services.identities.request()
        status = services.identities.status()
        saving.save_copy(out, data)
    mark = " ".join(status.fingerprint)
    desk.say(f"{out}\n{mark}", {"file": str(out), "fingerprint": mark, "device": status.device})


@identity.command("adopt")
@click.argument("file", type=_FILE)
@click.option(
    "--fingerprint",
    help="The root's eight groups, as headquarters says them; needed at the first time.",
)
@pass_desk
def adopt(desk: Desk, file: Path, fingerprint: str | None) -> None:
    """Take in a trust file. The first one of an authority needs --fingerprint to match."""
    with desk.services(may_begin=True) as services:
        plan = services.identities.examine(_read(file))
        if not desk.as_json:
            click.echo("\n".join(_plan_lines(desk, plan)), err=True)
        if plan.is_first or fingerprint is not None:
            confirm(plan.authority, plan.fingerprint, fingerprint)
        services.identities.adopt(plan)
        status = services.identities.status()
    shown = {name: value for name, value in codec.plain(plan).items() if name != "text"}
    desk.say("\n".join(_status_lines(desk, status)), {"plan": shown, "status": codec.plain(status)})


@identity.command("use-device")
@pass_desk
def use_device(desk: Desk) -> None:
    """Sign with the key of this device."""
    with desk.services(may_begin=True) as services:
        services.identities.use_device()
        status = services.identities.status()
    desk.say("\n".join(_status_lines(desk, status)), codec.plain(status))


@identity.command("use-pkcs12")
@click.argument("file", type=_FILE)
@click.option("--passphrase-file", type=passphrases.FILE, help="Its first line is the passphrase.")
@pass_desk
def use_pkcs12(desk: Desk, file: Path, passphrase_file: Path | None) -> None:
    """Sign with the certificate in a PKCS#12 file. It is tried now; the passphrase is not kept."""
    secret = passphrases.read_or_ask(passphrase_file, _words(desk, "Kata sandi", "Passphrase"))
    with desk.services(may_begin=True) as services:
        services.identities.use_pkcs12(file, secret)
        status = services.identities.status()
    desk.say("\n".join(_status_lines(desk, status)), codec.plain(status))


@identity.command("use-token")
@click.argument("module", type=_FILE)
@click.argument("label")
@click.option("--pin-file", type=passphrases.FILE, help="Its first line is the PIN.")
@pass_desk
def use_token(desk: Desk, module: Path, label: str, pin_file: Path | None) -> None:
    """Sign with a token or smart card. It is tried now; the PIN is not kept.

    MODULE is the PKCS#11 library of its maker, LABEL the name of the token.
    """
    secret = passphrases.read_or_ask(pin_file, "PIN")
    with desk.services(may_begin=True) as services:
        services.identities.use_token(module, label, secret)
        status = services.identities.status()
    desk.say("\n".join(_status_lines(desk, status)), codec.plain(status))


def confirm(name: str, fingerprint: tuple[str, ...], typed: str | None) -> None:
    """Raise `FingerprintUnconfirmed` where a person did not type this fingerprint."""
    said = "".join(one for one in (typed or "").lower() if one.isalnum())
    if said != "".join(fingerprint):
        raise FingerprintUnconfirmed(name=name, fingerprint=" ".join(fingerprint))


def _read(file: Path) -> bytes:
    with explained(file), file.open("rb") as opened:
        return opened.read(_LARGEST)


def _status_lines(desk: Desk, status: "IdentityStatus") -> list[str]:
    who = " · ".join(word for word in (status.name, status.nip, status.position) if word)
    if status.is_revoked:
        state = _words(desk, "dicabut", "revoked")
    elif status.is_registered:
        roles = ", ".join(status.roles)
        state = _words(
            desk, f"terdaftar pada {status.authority}", f"enrolled by {status.authority}"
        )
        state += f" ({roles}), {str(status.valid_until)[:10]}"
    else:
        state = _words(desk, "belum terdaftar", "not enrolled")
    lines = [who or "–", " ".join(status.fingerprint), state]
    if status.source != "device":
        lines.append(f"{status.source}: {status.source_name}")
    return lines


def _plan_lines(desk: Desk, plan: "TrustPlan") -> list[str]:
    known = "–" if plan.known_version is None else str(plan.known_version)
    notes = {
        "is_first": _words(
            desk,
            "Otoritas ini belum pernah dipercaya di perangkat ini.",
            "This device has never trusted this authority.",
        ),
        "replaces_root": _words(
            desk,
            "Akarnya diganti; akar yang lama mengesahkan akar yang baru.",
            "Its root was replaced; the old root vouches for the new one.",
        ),
        "gives_me_certificate": _words(
            desk,
            "Berkas ini memuat sertifikat untuk perangkat ini.",
            "It holds a certificate for this device.",
        ),
        "revokes_me": _words(desk, "Berkas ini mencabut perangkat ini.", "It revokes this device."),
    }
    return [
        f"{plan.authority} · {known} → {plan.version} · {plan.issued_at}",
        " ".join(plan.fingerprint),
        *(text for name, text in notes.items() if getattr(plan, name)),
    ]


def _words(desk: Desk, indonesian: str, english: str) -> str:
    return english if desk.language == "en" else indonesian


for _command in (show, request, adopt, use_device, use_pkcs12, use_token):
    common_options(_command)
