"""Receipts, returned work and plans from the command line."""

from pathlib import Path

import pytest

from kepatuhan_desktop.clock import SystemClock
from kepatuhan_desktop.domain.ids import AssessmentId
from tests.builders import instruments, offices, workspaces
from tests.builders.instruments import A1
from tests.cli.conftest import Run


class Known:
    """What the tests name."""

    def __init__(self, folder: Path) -> None:
        """Headquarters holds a sealed assessment of the auditor; all workspaces closed again."""
        # The command line lives by the clock of this machine.
        with offices.round_of(folder, SystemClock().now()) as all_:
            self.one: AssessmentId = workspaces.a_sealed_assessment(all_.field)
            self.bundle = all_.results()
            all_.arrive(self.bundle)
            self.device = str(all_.field.device)
            ((self.institution, _),) = all_.office.organisations.institutions()
            ((self.unit, _),) = all_.office.organisations.units(self.institution)
        self.field, self.office, self.stick = folder / "f", folder / "h", folder / "stick"
        self.bundle.unlink()

    def letter(self) -> Path:
        """The only file on the stick."""
        (found,) = self.stick.iterdir()
        return found


@pytest.fixture
def known(tmp_path: Path) -> Known:
    """Headquarters and the field."""
    return Known(tmp_path)


def test_receipts_are_written_and_taken_in(run: Run, known: Known) -> None:
    waiting = run("receipt", "list", "--home", known.office, "--json").data
    assert [(it["device"], it["name"]) for it in waiting] == [(known.device, "Siti Aminah")]
    done = run("receipt", "write", known.stick, "--plain", "--home", known.office, "--json")
    assert done.status == 0, done.err
    (letter,) = done.data["letters"]
    assert (letter["device"], letter["encrypted"]) == (known.device, False)
    assert run("bundle", "import", letter["file"], "--home", known.field).status == 0
    box = run("bundle", "outbox", "--home", known.field, "--json").data
    assert (box["records"], box["files"]) == ([], [])
    assert run("receipt", "write", known.stick, "--home", known.office, "--json").data == {
        "letters": []
    }
    again = run(
        *("receipt", "write", known.stick, "--plain", "--to", known.device[:8]),
        *("--home", known.office, "--json"),
    )
    assert len(again.data["letters"]) == 1


def test_a_sealed_assessment_is_sent_back(run: Run, known: Known) -> None:
    done = run(
        *("assessment", "return", known.one, "--reason", "Foto buram"),
        *("--comment", f"{A1}=Ulangi=dekat", "--out", known.stick, "--plain"),
        *("--home", known.office, "--json"),
    )
    assert done.status == 0, done.err
    assert done.data["returned"]["comments"] == {A1: "Ulangi=dekat"}
    assert run("bundle", "import", known.letter(), "--home", known.field).status == 0
    acts = run("assessment", "history", known.one, "--home", known.field, "--json").data["acts"]
    assert (acts[-1]["deed"], acts[-1]["reason"]) == ("returned", "Foto buram")
    assert acts[-1]["comments"] == {A1: "Ulangi=dekat"}
    back = run("assessment", "return", known.one, "--take-back", "--home", known.office, "--json")
    assert back.data["returned"] is None


@pytest.mark.parametrize(
    "arguments, code",
    [
        (("--reason", " "), "input.invalid"),
        (("--reason", "x", "--comment", "tanpa tanda"), "input.invalid"),
        (("--reason", "x", "--comment", "nowhere=x"), "input.invalid"),
        (("--take-back", "--reason", "x"), "input.invalid"),
        (("--take-back",), "assessment.not_sealed"),
    ],
)
def test_what_cannot_be_sent_back_is_refused(
    run: Run, known: Known, arguments: tuple[str, ...], code: str
) -> None:
    done = run("assessment", "return", known.one, *arguments, "--home", known.office, "--json")
    assert done.error["code"] == code


def test_visits_are_planned_sent_and_called_off(run: Run, known: Known) -> None:
    small = instruments.small()
    added = run(
        *("plan", "add", "--unit", known.unit, "--period", "2025", "--day", "2025-01-13"),
        *("--instrument", f"{small.id}@{small.version}", "--device", known.device[:8]),
        *("--note", "Bawa formulir", "--home", known.office, "--json"),
    )
    assert added.status == 0, added.err
    assert (added.data["auditor"], added.data["unit"]) == ("Siti Aminah", "Dinas Uji")
    sent = run(
        *("plan", "send", known.stick, "--to", known.device, "--plain", "--register"),
        *("--home", known.office, "--json"),
    )
    assert sent.status == 0, sent.err
    assert run("bundle", "import", known.letter(), "--home", known.field).status == 0
    listed = run("plan", "list", "--home", known.field, "--json").data
    assert [(it["day"], it["note"]) for it in listed] == [("2025-01-13", "Bawa formulir")]
    assert "Dinas Uji" in run("plan", "list", "--home", known.field).out
    gone = run("plan", "cancel", added.data["id"], "--home", known.office, "--json")
    assert gone.status == 0
    assert run("plan", "list", "--home", known.office, "--json").data == []
    again = run("plan", "cancel", added.data["id"], "--home", known.office, "--json")
    assert again.error["code"] == "record.unknown"


def test_a_plan_tells_how_far_it_has_come_and_can_be_changed(run: Run, known: Known) -> None:
    facts = ("--unit", known.unit, "--period", "2025", "--day", "2025-01-13", "--team", "Rina")
    device = ("--instrument", "small@1", "--device", known.device)
    one = run("plan", "add", *facts, *device, "--home", known.office, "--json").data["id"]

    def listed() -> tuple[str, str, list[str]]:
        (row,) = run("plan", "list", "--home", known.office, "--json").data
        return row["status"], row["day"], [person["name"] for person in row["team"]]

    assert listed() == ("draft", "2025-01-13", ["Rina"])
    assert "·  Siti Aminah, Rina" in run("plan", "list", "--home", known.office).out
    send = ("plan", "send", known.stick, "--to", known.device, "--plain")
    assert run(*send, "--home", known.office).status == 0
    assert listed()[0] == "sent"
    changes = ("--day", "2025-01-20", "--team", "Budi", "--note", "x", "--instrument", "small@1")
    done = run("plan", "change", one, *changes, "--home", known.office, "--json")
    assert (done.data["day"], done.data["note"], done.data["period"]) == ("2025-01-20", "x", "2025")
    assert listed() == ("changed", "2025-01-20", ["Budi"])
    assert run("plan", "change", "nowhere", "--home", known.office).status == 53
    wrong = ("--device", known.device, "--period", " ", "--unit", known.unit, "--product", "")
    assert run("plan", "change", one, *wrong, "--home", known.office).status == 54


def test_a_plan_needs_an_instrument_and_a_device(run: Run, known: Known) -> None:
    facts = ("plan", "add", "--unit", known.unit, "--period", "2025", "--day", "2025-01-13")
    rest = ("--home", known.office, "--json")
    done = run(*facts, "--instrument", "none@1", "--device", known.device, *rest)
    assert done.error["code"] == "instrument.unknown"
    done = run(*facts, "--instrument", "small@1", "--device", "0000", *rest)
    assert done.error["code"] == "input.invalid"


def test_the_field_may_do_none_of_that(run: Run, known: Known) -> None:
    home = ("--home", known.field, "--json")
    for command in (
        ("receipt", "write", known.stick),
        ("assessment", "return", known.one, "--reason", "x"),
        ("plan", "send", known.stick, "--to", known.device),
        ("plan", "cancel", "x"),
    ):
        done = run(*command, *home)
        assert (done.status, done.error["code"]) == (48, "headquarters.only")
