"""The `kepatuhan` command: gathers the nouns and turns errors into exit statuses."""

import sys

import click

from kepatuhan_desktop import __version__, codec
from kepatuhan_desktop.cli import (
    assessment,
    authority,
    bundle,
    conflict,
    decoding,
    demo,
    identity,
    instrument,
    maintenance,
    plan,
    receipt,
    returning,
    scoring,
    stamp,
    unit,
    verify,
)
from kepatuhan_desktop.cli.output import Desk, common_options, stop
from kepatuhan_desktop.errors import KnownError


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="kepatuhan")
@click.pass_context
def root(context: click.Context) -> None:
    """Assess service standards without a network. Exit codes: docs/formats/exit-codes.md."""
    context.ensure_object(Desk)


common_options(root)
for _command in (
    demo.demo,
    instrument.instrument,
    scoring.score,
    assessment.assessment,
    identity.identity,
    authority.authority,
    verify.verify,
    bundle.bundle,
    conflict.conflict,
    receipt.receipt,
    plan.plan,
    unit.unit,
    decoding.decode_evidence,
    maintenance.rebuild,
    maintenance.doctor,
    maintenance.self_test,
):
    root.add_command(_command)
assessment.assessment.add_command(stamp.stamp)
assessment.assessment.add_command(returning.return_)


def main() -> None:
    """Run the command line; the process ends with a documented status."""
    desk = Desk()
    try:
        root.main(obj=desk, standalone_mode=False)
    except KnownError as error:
        stop(desk.fail(error))
    except click.exceptions.Exit as finished:
        stop(finished.exit_code)
    except click.ClickException as error:
        stop(_misunderstood(desk, error))
    except click.Abort:
        stop(130)


def _misunderstood(desk: Desk, error: click.ClickException) -> int:
    """Say what is wrong with the command line; returns the exit status."""
    # What stands behind the fault was not read, and may be what asks for JSON.
    if desk.as_json or "--json" in sys.argv[1:]:
        problem = {"code": "usage", "sentence": error.format_message(), "parameters": {}}
        click.echo(codec.canonical({"error": problem}).decode("utf-8"), err=True)
    else:
        error.show()
    return error.exit_code
