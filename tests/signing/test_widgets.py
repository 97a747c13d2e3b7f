"""How the frame of a signature is shown may not change when it is filled."""

from datetime import timedelta

import pytest
from pyhanko.pdf_utils.generic import FloatObject, NumberObject, PdfObject, pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from kepatuhan_desktop.signing import additions, pades
from tests.signing import builders

PRINT, READ_ONLY, LOCKED, LOCKED_CONTENTS = 4, 64, 128, 512
HIDING = {
    "invisible": 1,
    "hidden": 2,
    "no zoom": 8,
    "no rotation": 16,
    "no view": 32,
    "toggled": 256,
}


def stamped_with(flags: PdfObject, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """What is said of a stamp that writes these flags in the update that it signs."""
    card, honest = builders.honest(), pades._vouch  # the card is kept: made before the fault

    def vouch(writer: IncrementalPdfFileWriter, *rest: object) -> None:
        for one in list.__iter__(writer.root["/AcroForm"]["/Fields"]):
            field = one.get_object()
            if field["/T"] == pades.STAMP:
                field[pdf_name("/F")] = flags
                writer.update_container(field)
        honest(writer, *rest)  # type: ignore[arg-type]  # handed through

    monkeypatch.setattr(pades, "_vouch", vouch)
    at = builders.NOW + timedelta(hours=1)
    source = builders.self_issued()
    data = pades.countersign(card, source=source, at=at, field=pades.STAMP)
    return {one.unchanged.code for one in builders.verdict(data).signers}


@pytest.mark.parametrize("name", HIDING)
def test_a_frame_that_is_shown_otherwise_is_refused(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    flags = NumberObject(PRINT | LOCKED | HIDING[name])
    assert "unchanged.field" in stamped_with(flags, monkeypatch)
    monkeypatch.setattr(additions, "_SHOWN", 0)
    assert stamped_with(flags, monkeypatch) == {"unchanged.extended", "unchanged.ok"}


def test_a_frame_that_is_no_longer_printed_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "unchanged.field" in stamped_with(NumberObject(LOCKED), monkeypatch)


@pytest.mark.parametrize("flags", [PRINT, PRINT | LOCKED | READ_ONLY, PRINT | LOCKED_CONTENTS])
def test_a_frame_may_be_locked(flags: int, monkeypatch: pytest.MonkeyPatch) -> None:
    found = stamped_with(NumberObject(flags), monkeypatch)
    assert found == {"unchanged.extended", "unchanged.ok"}


def test_flags_that_are_no_number_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "unchanged.field" in stamped_with(FloatObject("4.5"), monkeypatch)
