"""Run the command line in this process, as `kepatuhan` would."""

import json
import sys
from collections.abc import Callable

import msgspec
import pytest

from kepatuhan_desktop import codec
from kepatuhan_desktop.cli.app import main


class Done(msgspec.Struct, frozen=True):
    """How a command ended."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> codec.Json:
        """What `--json` wrote."""
        return json.loads(self.out)

    @property
    def error(self) -> codec.Json:
        """The error that `--json` wrote."""
        return json.loads(self.err)["error"]


Run = Callable[..., Done]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Call `kepatuhan` with arguments."""

    def call(*arguments: object) -> Done:
        monkeypatch.setattr(sys, "argv", ["kepatuhan", *map(str, arguments)])
        status = 0
        try:
            main()
        except SystemExit as finished:
            status = int(finished.code or 0)
        said = capsys.readouterr()
        return Done(status, said.out, said.err)

    return call
