"""The scorecards in a bundle are named where they are not good; reading is watched and bounded."""

import io
from pathlib import Path

import msgspec
import pyrage
import pytest

from kepatuhan_desktop import statements
from kepatuhan_desktop.domain.verdict import Grade, Verdict
from kepatuhan_desktop.errors import (
    BundleChanged,
    BundleNewer,
    BundleTooLarge,
    KnownError,
    NothingToVerify,
    StorageFailed,
)
from kepatuhan_desktop.exchange import bag, description
from kepatuhan_desktop.progress import Cancelled
from kepatuhan_desktop.services import bundle_verdicts, verifying
from kepatuhan_desktop.signing import cms
from tests.builders import bundles
from tests.signing import builders
from tests.signing import bundle_forging as forging
from tests.signing.builders import NOW
from tests.signing.bundle_forging import card, verdict


def codes(found: Verdict) -> tuple[str, str, str, str]:
    """What is said about the sender."""
    (sender,) = found.signers
    assert sender.role == "sender"
    return (sender.unchanged.code, sender.who.code, sender.trusted.code, sender.when.code)


def notes(found: Verdict) -> list[str]:
    """The codes of the notes."""
    return [one.code for one in found.notes]


@pytest.fixture(scope="module")
def key() -> "pyrage.x25519.Identity":
    """Of this device."""
    return pyrage.x25519.Identity.generate()


@pytest.fixture(scope="module")
def sealed(key: "pyrage.x25519.Identity") -> bytes:
    """The honest bundle for this device and another one."""
    return forging.encrypted(forging.honest(), key, pyrage.x25519.Identity.generate())


# --- the scorecards -------------------------------------------------------------------------


def test_a_scorecard_that_the_sender_forged_is_named() -> None:
    forged = forging.a_better_number()
    found = verdict(forging.sent(builders.auditor(), card(0), forged, card(1)))
    assert codes(found)[0] == "unchanged.bundle"
    assert found.score.code == "score.scorecards_differ"
    assert found.score.parameters == {"count": "1", "total": "3"}
    (note,) = found.notes
    assert (note.code, note.parameters["because"]) == ("note.scorecard_bad", "score.differs")
    said = statements.sentence(note)
    assert forged.made.card.unit.name in said
    assert "Tertulis 99,99, padahal jawaban di dalamnya menghasilkan 70,83." in said
    assert "It says 99.99" in statements.sentence(note, "en")
    assert found.grade is Grade.BAD


def test_a_scorecard_that_is_no_pdf_is_named_by_its_digest() -> None:
    broken = forging.Card(card(0).made, b"%PDF-1.7 rusak")
    found = verdict(forging.sent(builders.auditor(), broken))
    assert found.score.code == "score.scorecards_unknown"
    (note,) = found.notes
    assert note.code == "note.scorecard_bad"
    assert note.parameters["scorecard"] == bundles.digest(broken.pdf)[:12]


def test_a_score_that_only_a_person_can_compare_is_doubtful() -> None:
    known = msgspec.structs.replace(
        builders.knowing(builders.headquarters().trust()), page=lambda _: ""
    )
    found = verdict(forging.honest(), known)
    assert found.score.code == "score.scorecards_doubtful"
    assert notes(found) == ["note.scorecard_doubtful"] * 2


def test_a_scorecard_of_a_stranger_is_named() -> None:
    made = builders.making(builders.self_issued(person=builders.HEAD))
    found = verdict(forging.sent(builders.auditor(), forging.Card(made, made.signed())))
    assert (found.score.code, found.grade) == ("score.scorecards", Grade.DOUBTFUL)
    assert found.notes[0].parameters["because"] == "who.self_issued"


def test_the_worst_are_named_first_and_the_rest_is_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bundle_verdicts, "MOST_NAMED", 1)
    made = builders.making(builders.self_issued(person=builders.HEAD))
    doubtful = forging.Card(made, made.signed())
    found = verdict(forging.sent(builders.auditor(), doubtful, forging.a_better_number()))
    assert notes(found) == ["note.scorecard_bad", "note.scorecards_more"]
    again = bundle_verdicts.with_enclosed(found, found.enclosed)
    assert again == found


def test_without_the_comparison_a_swapped_scorecard_would_get_through(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source = builders.auditor()
    entry = card(0).entry(forging.pen(source), scorecard=bundles.digest(card(5).pdf))
    data = forging.packed(source, [entry], [card(5).pdf])
    assert verdict(data).grade is Grade.BAD
    monkeypatch.setattr(bundle_verdicts, "_fits", lambda *_: True)
    assert verdict(data).grade is Grade.GOOD


def test_lines_that_would_not_be_taken_are_counted() -> None:
    source = builders.auditor()
    files = forging.members(forging.packed(source))
    name = f"{files[0][0].partition('/')[0]}/{bag.ENTRIES}"
    with_lines = [(one, b"{}\nx\n" if one == name else data) for one, data in files]
    found = verdict(
        forging.redeclared(with_lines, lambda data: cms.sign_detached(data, source, NOW))
    )
    (note,) = found.notes
    assert (note.code, note.parameters) == ("note.entries_refused", {"count": "2"})


def test_a_name_from_a_stranger_cannot_pretend_to_be_a_reason() -> None:
    one = forging.a_better_number()
    note = verdict(forging.sent(builders.auditor(), one)).notes[0]
    lied = msgspec.structs.replace(
        note, parameters={**note.parameters, "scorecard": "{because}\x1b[2J"}
    )
    said = statements.sentence(lied)
    assert "{because}" in said
    assert said.isprintable()


# --- errors, progress -----------------------------------------------------------------------


def test_a_newer_bundle_asks_for_a_newer_program() -> None:
    source = builders.auditor()
    said = forging.described(source, major=2, min_reader=(2, 0))
    with pytest.raises(BundleNewer):
        verdict(forging.packed(source, said=said))


def test_a_bundle_beyond_the_limits_is_not_read() -> None:
    said = description.write(forging.described(builders.auditor()))
    data = bundles.zipped(
        [(f"{bag.base(bundles.BUNDLE)}/{bag.DESCRIPTION}", said + bytes(5 << 20))]
    )
    with pytest.raises(BundleTooLarge):
        verdict(data)


@pytest.mark.parametrize("name", ["[Content_Types].xml", "paket.txt"])
def test_another_archive_is_nothing_to_verify(name: str) -> None:
    with pytest.raises(NothingToVerify):
        verdict(bundles.zipped([(name, b"x")]))


def test_what_readers_open_as_a_pdf_is_judged_as_one() -> None:
    source = builders.auditor()
    said = forging.described(source, app=description.App(name="%PDF-1.7", version="1"))
    found = verdict(forging.packed(source, said=said))
    assert (found.source, found.grade) == ("pdf", Grade.BAD)


class Steps:
    """Notes what is told, and stops at a step."""

    def __init__(self, stop_at: int = -1) -> None:
        self.seen: list[tuple[int, int]] = []
        self._stop_at = stop_at

    def step(self, done: int, total: int, text: str = "") -> None:
        """One step."""
        self.seen.append((done, total))
        if len(self.seen) == self._stop_at:
            raise Cancelled(text)


def test_progress_goes_forward_to_its_end() -> None:
    source, steps = builders.auditor(), Steps()
    journal = [card().entry(forging.pen(source))]
    data = forging.packed(source, journal, [card().pdf, bytes(5 << 20)])
    verifying.look(data, "x.paket", builders.knowing(), steps)
    shares = [done / total for done, total in steps.seen]
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_it_can_be_stopped_at_every_step(key: "pyrage.x25519.Identity", sealed: bytes) -> None:
    for data in (forging.honest(), sealed):
        whole = Steps()
        verifying.look(data, "x.paket", forging.holding(key), whole)
        for place in range(1, len(whole.seen) + 1):
            with pytest.raises(Cancelled):
                verifying.look(data, "x.paket", forging.holding(key), Steps(place))


def test_a_medium_that_fails_is_said(tmp_path: Path) -> None:
    with pytest.raises(StorageFailed):
        verifying.look(tmp_path / "hilang.paket", "hilang.paket", builders.knowing())


def test_a_file_is_read_where_it_lies(tmp_path: Path) -> None:
    path = tmp_path / "hasil.paket"
    path.write_bytes(forging.honest())
    known = builders.knowing(builders.headquarters().trust())
    assert verifying.look(path, path.name, known) == verdict(forging.honest())
    assert path.read_bytes() == forging.honest()
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.slow
def test_no_changed_byte_ever_looks_good_or_raises() -> None:
    honest = forging.honest()
    for at in range(0, len(honest), max(1, len(honest) // 300)):
        data = bytearray(honest)
        data[at] ^= 0x41
        try:
            found = verdict(bytes(data))
        except KnownError:
            continue
        assert found.grade is Grade.BAD, at


def test_what_is_read_twice_must_stay_the_same() -> None:
    class Turning(io.BytesIO):
        """Another file from the third time on that it is read."""

        times = 0

        def seek(self, offset: int, whence: int = 0) -> int:
            if (offset, whence) == (0, 0):
                self.times += 1
                if self.times > 4:
                    changed = bytearray(forging.honest())
                    changed[len(changed) // 2] ^= 1
                    self.__init__(bytes(changed))  # type: ignore[misc]  # it becomes another file
            return super().seek(offset, whence)

    with pytest.raises(BundleChanged):
        bundle_verdicts.examine(Turning(forging.honest()), "x.paket", builders.knowing(), Steps())
