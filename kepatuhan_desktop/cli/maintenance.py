"""`kepatuhan rebuild`, `doctor` and `self-test`."""

import click

from kepatuhan_desktop import codec
from kepatuhan_desktop.cli.output import Desk, common_options, pass_desk, stop
from kepatuhan_desktop.errors import DatabaseDamaged
from kepatuhan_desktop.services import self_testing
from kepatuhan_desktop.services.health import Check


@click.command("rebuild")
@pass_desk
def rebuild(desk: Desk) -> None:
    """Make every table but the journal again from it, and say whether anything differed."""
    with desk.services() as services:
        before = services.health.fingerprint()
        entries = services.health.rebuild()
        after = services.health.fingerprint()
    differing = sorted(table for table, digest in after.items() if before[table] != digest)
    text = f"{entries} entri, {len(after)} tabel, {len(differing)} berbeda"
    if desk.language == "en":
        text = f"{entries} entries, {len(after)} tables, {len(differing)} differed"
    desk.say(text, {"entries": entries, "tables": after, "differed": differing})


@click.command("doctor")
@pass_desk
def doctor(desk: Desk) -> None:
    """Check pages, chain, projections, keys and every evidence file."""
    with desk.services() as services:
        checks = services.health.examine()
    _report(desk, checks, DatabaseDamaged.exit_status)


@click.command("self-test")
@pass_desk
def self_test(desk: Desk) -> None:
    """Check that this installation is whole, without touching any workspace."""
    _report(desk, self_testing.run(), 1)


def _report(desk: Desk, checks: list[Check], status: int) -> None:
    ok = all(check.ok for check in checks)
    lines = [f"{'OK ' if check.ok else '!! '} {check.name}  {check.detail}" for check in checks]
    desk.say("\n".join(lines), {"ok": ok, "checks": codec.plain(checks)})
    if not ok:
        stop(status)


for _command in (rebuild, doctor, self_test):
    common_options(_command)
