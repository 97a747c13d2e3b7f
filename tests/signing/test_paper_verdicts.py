"""What can be said about the code on a page, by what is known of the device that it names."""

from datetime import timedelta

import msgspec
import pytest

from kepatuhan_desktop.domain.trust import RevocationReason, Role
from kepatuhan_desktop.domain.verdict import Grade, Verdict
from kepatuhan_desktop.errors import PaperDamaged
from kepatuhan_desktop.signing import paper, paper_verdict
from tests.signing import builders
from tests.signing.builders import NOW, Headquarters, Key

DAY = timedelta(days=1)


def code(key: Key, day: str = "2026-11-23") -> str:
    """The code of a seal by this device."""
    device = builders.fingerprint(builders.self_issued(key))
    return paper.write(
        key,
        paper.facts(
            assessment="01j0000000000000000000000a",
            revision=1,
            record="ab" * 32,
            score="70.83",
            category="C",
            sealed_at=day,
            device=device,
        ),
    )


def said(verdict: Verdict) -> tuple[str, ...]:
    """The four codes and that of the score."""
    (signer,) = verdict.signers
    return (*(one.code for one in signer.statements), verdict.score.code)


def test_the_code_of_a_registered_device() -> None:
    hq, key = Headquarters(), builders.new_key()
    hq.enrol(key)
    hq.enrol(builders.new_key())
    verdict = paper_verdict.examine(code(key), builders.knowing(hq.trust()))
    assert said(verdict) == (
        "unchanged.paper",
        "who.enrolled",
        "trusted.ok",
        "when.paper",
        "score.paper",
    )
    assert verdict.printed is not None
    assert (verdict.printed.score, verdict.printed.category) == ("70.83", "C")
    assert verdict.grade is Grade.DOUBTFUL


def test_spaces_in_a_code_make_no_other_code() -> None:
    text = code(builders.new_key())
    spaced = " ".join(text[at : at + 10] for at in range(0, len(text), 10))
    one, other = (paper_verdict.examine(it, builders.knowing()) for it in (text, spaced))
    assert one == other


def test_the_code_of_an_unknown_device_cannot_be_checked() -> None:
    verdict = paper_verdict.examine(code(builders.new_key()), builders.knowing())
    assert said(verdict) == (
        "unchanged.unchecked",
        "who.device",
        "trusted.not_checked",
        "when.paper",
        "score.paper",
    )
    assert verdict.grade is Grade.UNKNOWN


def test_a_forged_code_in_the_name_of_a_registered_device_is_refused() -> None:
    hq, key = Headquarters(), builders.new_key()
    hq.enrol(key)
    text = code(key)
    place = len(text) - 30
    forged = text[:place] + ("A" if text[place] != "A" else "B") + text[place + 1 :]
    verdict = paper_verdict.examine(forged, builders.knowing(hq.trust()))
    assert said(verdict)[:4] == (
        "unchanged.paper_signature",
        "who.unproven",
        "trusted.not_checked",
        "when.unproven",
    )


def test_the_code_of_this_very_device_needs_nobody() -> None:
    key = builders.new_key()
    own = builders.self_issued(key).certificate
    known = msgspec.structs.replace(builders.knowing(), own=(own,))
    verdict = paper_verdict.examine(code(key), known)
    assert said(verdict)[:3] == ("unchanged.paper", "who.self_issued", "trusted.nobody")


def test_another_device_of_ours_says_nothing_about_a_code() -> None:
    own = builders.self_issued().certificate
    known = msgspec.structs.replace(builders.knowing(), own=(own,))
    assert said(paper_verdict.examine(code(builders.new_key()), known))[1] == "who.device"


def test_a_revoked_device_is_told() -> None:
    hq, key = Headquarters(), builders.new_key()
    hq.revoke(hq.enrol(key), NOW + DAY, RevocationReason.KEY_STOLEN)
    verdict = paper_verdict.examine(code(key), builders.knowing(hq.trust(NOW + 2 * DAY)))
    assert said(verdict)[2] == "trusted.revoked"


def test_a_device_of_other_work_is_told() -> None:
    hq, key = Headquarters(), builders.new_key()
    hq.enrol(key, roles=(Role.HEADQUARTERS,))
    assert said(paper_verdict.examine(code(key), builders.knowing(hq.trust())))[2] == "trusted.role"


def test_a_day_to_come_has_a_wrong_clock() -> None:
    hq, key = Headquarters(), builders.new_key()
    hq.enrol(key)
    verdict = paper_verdict.examine(code(key, "2027-05-01"), builders.knowing(hq.trust()))
    assert said(verdict)[3] == "when.clock"


def test_a_damaged_code_is_an_error_with_a_sentence() -> None:
    with pytest.raises(PaperDamaged):
        paper_verdict.examine(code(builders.new_key())[:-8], builders.knowing())
