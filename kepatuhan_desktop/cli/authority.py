"""`kepatuhan authority`: headquarters as a small certificate authority in a folder."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from kepatuhan_desktop import codec
from kepatuhan_desktop.cli import passphrases
from kepatuhan_desktop.cli.identity import confirm
from kepatuhan_desktop.cli.output import Desk, common_options, pass_desk
from kepatuhan_desktop.clock import SystemClock
from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.trust import RevocationReason, Role
from kepatuhan_desktop.errors import AuthorityRefused, InputInvalid
from kepatuhan_desktop.services import saving
from kepatuhan_desktop.storage.files import explained

if TYPE_CHECKING:
    from kepatuhan_desktop.services.authorities import Authority, Holder, Overview

Command = TypeVar("Command", bound=Callable[..., None])

_LARGEST_REQUEST = 64_001
"""Bytes of a request that are read: one more than are accepted."""

_LACKING = {
    "id": "Peringatan: berkas kepercayaan ini menyebut hanya {count} penerima paket. Lapangan baru "
    "dapat menyandikan paket kepada sedikitnya dua, supaya satu kunci yang hilang tidak "
    "menghilangkan isinya. Daftarkan perangkat pusat yang kedua (kepatuhan authority enrol --role "
    "headquarters), atau tambahkan kunci age cadangan (kepatuhan authority add-recipient), lalu "
    "terbitkan lagi.",
    "en": "Warning: recipients that this trust file names: only {count}. The field encrypts "
    "bundles to two at least, so that one lost key does not lose what was sent. Enrol a second "
    "device of headquarters (kepatuhan authority enrol --role headquarters), or add a spare age "
    "key (kepatuhan authority add-recipient), then publish again.",
}

# ruff: noqa: PLC0415 - certificates take 0.1 s to import, which --help must not wait for


def folder_command(command: Command) -> Command:
    """Let a command take the authority's folder and its passphrase."""
    option = click.option(
        "--passphrase-file",
        type=passphrases.FILE,
        help="Its first line is the authority's passphrase.",
    )
    folder = click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
    return folder(option(command))


@click.group()
def authority() -> None:
    """An authority by files: requests in, trust files out; its folder stays in a safe."""


@authority.command("create")
@folder_command
@click.option("--name", required=True, help="What auditors know the authority by.")
@pass_desk
def create(desk: Desk, folder: Path, passphrase_file: Path | None, name: str) -> None:
    """Found an authority in FOLDER."""
    from kepatuhan_desktop.services import authorities

    secret = _secret(desk, passphrase_file, twice=True)
    with authorities.create(_absolute(folder), name, secret, _now()) as opened:
        overview = opened.overview()
    desk.say(_title(overview), codec.plain(overview))


@authority.command("list")
@folder_command
@pass_desk
def list_(desk: Desk, folder: Path, passphrase_file: Path | None) -> None:
    """List people and devices, and what was not published yet."""
    with _open(desk, folder, passphrase_file) as opened:
        overview, people = opened.overview(), opened.people(_now())
    lines = [_title(overview), *(_row(one) for one in people), *overview.recipients]
    data = {"authority": codec.plain(overview), "people": codec.plain(people)}
    desk.say("\n".join(lines), data)


@authority.command("enrol")
@folder_command
@click.argument("request", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--role",
    "roles",
    type=click.Choice([role.value for role in Role]),
    multiple=True,
    default=[Role.AUDITOR.value],
    show_default=True,
)
@click.option("--fingerprint", help="The device's eight groups, as its own window shows them.")
@pass_desk
def enrol(
    desk: Desk,
    folder: Path,
    passphrase_file: Path | None,
    request: Path,
    roles: tuple[str, ...],
    fingerprint: str | None,
) -> None:
    """Give the sender of REQUEST a certificate; --fingerprint must match."""
    with _open(desk, folder, passphrase_file) as opened:
        data = _request(request)
        plan = opened.inspect_request(data)
        confirm(
            f"{plan.name} ({plan.nip})" if plan.nip else plan.name, plan.fingerprint, fingerprint
        )
        holder = opened.enrol(data, tuple(Role(role) for role in roles), _now())
    desk.say(_row(holder), codec.plain(holder))


@authority.command("renew")
@folder_command
@click.argument("device")
@pass_desk
def renew(desk: Desk, folder: Path, passphrase_file: Path | None, device: str) -> None:
    """Give DEVICE (its fingerprint, or enough of its beginning) another certificate."""
    with _open(desk, folder, passphrase_file) as opened:
        holder = opened.renew(_device(opened, device), _now())
    desk.say(_row(holder), codec.plain(holder))


@authority.command("revoke")
@folder_command
@click.argument("device")
@click.option(
    "--reason", type=click.Choice([reason.value for reason in RevocationReason]), required=True
)
@click.option("--since", help="A day or moment, ISO 8601; now, where nothing is said.")
@pass_desk
def revoke(
    desk: Desk,
    folder: Path,
    passphrase_file: Path | None,
    device: str,
    reason: str,
    since: str | None,
) -> None:
    """Take back the certificates of DEVICE; devices learn of it by the next trust file."""
    moment = _moment(since) if since else None
    with _open(desk, folder, passphrase_file) as opened:
        one = _device(opened, device)
        holder = opened.revoke(one, RevocationReason(reason), _now(), moment)
    desk.say(_row(holder), codec.plain(holder))


@authority.command("publish")
@folder_command
@click.option("--out", type=click.Path(path_type=Path), help="Where to write a copy.")
@pass_desk
def publish(desk: Desk, folder: Path, passphrase_file: Path | None, out: Path | None) -> None:
    """Write the trust file for every device."""
    from kepatuhan_desktop.services.authorities import TRUST

    with _open(desk, folder, passphrase_file) as opened:
        text = opened.publish(_now())
        if out is not None:
            saving.save_copy(out, text)
        overview = opened.overview()
    file = str(out or _absolute(folder) / TRUST)
    desk.say(
        f"{_title(overview)}\n{file}",
        {
            "file": file,
            "authority": codec.plain(overview),
            "lacks_recipients": overview.lacks_recipients,
        },
    )
    if overview.lacks_recipients and not desk.as_json:
        click.echo(_LACKING[desk.language].format(count=len(overview.recipients)), err=True)


@authority.command("replace-root")
@folder_command
@click.option("--new-passphrase-file", type=passphrases.FILE, help="Its first line is the new one.")
@pass_desk
def replace_root(
    desk: Desk, folder: Path, passphrase_file: Path | None, new_passphrase_file: Path | None
) -> None:
    """Make a new root, which the old one vouches for, under a new passphrase."""
    with _open(desk, folder, passphrase_file) as opened:
        question = "New passphrase" if desk.language == "en" else "Frasa sandi baru"
        secret = passphrases.read_or_ask(new_passphrase_file, question, twice=True)
        opened.replace_root(secret, _now())
        overview = opened.overview()
    desk.say(_title(overview), codec.plain(overview))


@authority.command("add-recipient")
@folder_command
@click.argument("recipient")
@pass_desk
def add_recipient(desk: Desk, folder: Path, passphrase_file: Path | None, recipient: str) -> None:
    """Have bundles encrypted to one more age recipient of headquarters."""
    with _open(desk, folder, passphrase_file) as opened:
        opened.add_recipient(recipient)
        overview = opened.overview()
    desk.say("\n".join(overview.recipients), codec.plain(overview))


@authority.command("remove-recipient")
@folder_command
@click.argument("recipient")
@pass_desk
def remove_recipient(
    desk: Desk, folder: Path, passphrase_file: Path | None, recipient: str
) -> None:
    """Have bundles no longer encrypted to that age recipient."""
    with _open(desk, folder, passphrase_file) as opened:
        opened.remove_recipient(recipient)
        overview = opened.overview()
    desk.say("\n".join(overview.recipients), codec.plain(overview))


def _open(desk: Desk, folder: Path, passphrase_file: Path | None) -> "Authority":
    from kepatuhan_desktop.services import authorities

    return authorities.open(_absolute(folder), _secret(desk, passphrase_file))


def _secret(desk: Desk, file: Path | None, *, twice: bool = False) -> str:
    question = "Passphrase of the authority" if desk.language == "en" else "Frasa sandi otoritas"
    return passphrases.read_or_ask(file, question, twice=twice)


def _request(file: Path) -> bytes:
    with explained(file), file.open("rb") as opened:
        return opened.read(_LARGEST_REQUEST)


def _device(opened: "Authority", typed: str) -> DeviceId:
    """The one device whose fingerprint begins as typed; raises `AuthorityRefused`."""
    wanted = "".join(one for one in typed.lower() if one.isalnum())
    found = [one.device for one in opened.people(_now()) if one.device.startswith(wanted)]
    if len(found) != 1 or not wanted:
        raise AuthorityRefused(reason="unknown_device", name=typed)
    return found[0]


def _moment(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise InputInvalid(field="revoked_since") from error
    # A day begins where this machine stands.
    return found if found.tzinfo else found.astimezone()


def _now() -> datetime:
    return SystemClock().now()


def _absolute(folder: Path) -> Path:
    return folder.expanduser().absolute()


def _title(overview: "Overview") -> str:
    mark = " ".join(overview.fingerprint)
    state = "" if overview.is_published else " *"
    return f"{overview.name} · {mark} · {overview.version}{state}"


def _row(one: "Holder") -> str:
    roles = ", ".join(role.value for role in one.roles)
    until = (one.revoked_since or one.valid_until)[:10]
    reason = f" {one.reason.value}" if one.reason else ""
    who = " ".join(word for word in (one.name, one.nip) if word)
    return f"{' '.join(one.fingerprint)}  {one.standing.value}{reason}  {until}  {roles}  {who}"


for _command in (
    create,
    list_,
    enrol,
    renew,
    revoke,
    publish,
    replace_root,
    add_recipient,
    remove_recipient,
):
    common_options(_command)
