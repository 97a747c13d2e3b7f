"""Speak to people or to programs: every command ends here."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
import msgspec

from kepatuhan_desktop import bootstrap, codec, messages, paths
from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.errors import KnownError


class Desk(msgspec.Struct, kw_only=True):
    """What the options of the whole command line say."""

    home: Path | None = None
    language: str = "id"
    as_json: bool = False

    def say(self, text: str, data: object) -> None:
        """Write `text` for people, or `data` as JSON for programs."""
        if self.as_json:
            click.echo(msgspec.json.format(codec.canonical(data), indent=2).decode("utf-8"))
        elif text:
            click.echo(text)

    @contextmanager
    def services(self, *, may_begin: bool = False) -> Iterator[Services]:
        """The open workspace; closed at the end whatever happens.

        Where there is none, one is made if the command `may_begin` it; else `WorkspaceMissing`:
        a mistyped folder must not pass for an empty workspace.
        """
        home = paths.home(self.home)
        if not may_begin:
            bootstrap.require_workspace(home)
        opened = bootstrap.open_services(home)
        try:
            yield opened
        finally:
            opened.close()

    def fail(self, error: KnownError) -> int:
        """Write the error's sentence to the error stream; returns the exit status."""
        if self.as_json:
            problem = {"error": self.problem(error)}
            click.echo(codec.canonical(problem).decode("utf-8"), err=True)
        else:
            click.echo(f"{messages.sentence(error, self.language)} [{error.code}]", err=True)
        return error.exit_status

    def problem(self, error: KnownError) -> dict[str, codec.Json]:
        """What a program gets to read of an error."""
        sentence = messages.sentence(error, self.language)
        return {"code": error.code, "sentence": sentence, "parameters": {**error.parameters}}


pass_desk = click.make_pass_decorator(Desk, ensure=True)


def common_options(command: click.Command) -> click.Command:
    """Let `--json`, `--home` and `--language` also stand behind the command's name."""
    command.params += [
        click.Option(
            ["--json"], is_flag=True, expose_value=False, callback=_json, help="Write JSON."
        ),
        click.Option(
            ["--home"],
            type=click.Path(path_type=Path),
            expose_value=False,
            callback=_home,
            help="The workspace folder.",
        ),
        click.Option(
            ["--language"],
            type=click.Choice(["id", "en"]),
            expose_value=False,
            callback=_language,
            help="Language of sentences.",
        ),
    ]
    return command


def _json(context: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        context.ensure_object(Desk).as_json = True


def _home(context: click.Context, _: click.Parameter, value: Path | None) -> None:
    if value is not None:
        context.ensure_object(Desk).home = value


def _language(context: click.Context, _: click.Parameter, value: str | None) -> None:
    if value is not None:
        context.ensure_object(Desk).language = value


def stop(status: int) -> None:
    """End the process with a status, output written."""
    sys.stdout.flush()
    sys.exit(status)
