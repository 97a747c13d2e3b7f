"""A check that never failed proves nothing: with a fault planted, the forgeries get through."""

import re
from collections.abc import Callable
from datetime import timedelta

import msgspec
import pytest
from asn1crypto import parser
from pyhanko.sign.diff_analysis import DiffResult, ModificationLevel
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel

from kepatuhan_desktop.domain import record as records
from kepatuhan_desktop.domain.instrument import Instrument
from kepatuhan_desktop.domain.verdict import Grade, Verdict
from kepatuhan_desktop.signing import (
    authorities,
    certificates,
    contents,
    envelope,
    moments,
    pades,
    rescoring,
    seals,
    verification,
)
from kepatuhan_desktop.signing.authorities import Authorities, Revocations
from kepatuhan_desktop.signing.rescoring import Reckoned, reckon
from tests.signing import (
    builders,
    byte_forgeries,
    form_forgeries,
    insider_forgeries,
    page_forgeries,
)
from tests.signing.builders import LATER, NOW, Headquarters

Patch = pytest.MonkeyPatch
Plant = Callable[[Patch], None]


def nothing(*_: object, **__: object) -> None:
    """A check that somebody took out."""


def no_coverage(patch: Patch) -> None:
    """What lies between the signed ranges is not looked at."""
    patch.setattr(seals, "_gap", nothing)
    patch.setattr(seals, "_COVERED", tuple(SignatureCoverageLevel))


def no_comparison(patch: Patch) -> None:
    """Nothing that was added later is looked at."""
    patch.setattr(seals, "require_harmless", nothing)
    patch.setattr(
        EmbeddedPdfSignature,
        "evaluate_modifications",
        lambda *_: DiffResult(ModificationLevel.NONE, set()),
    )


def no_actions(patch: Patch) -> None:
    """Scripts in the catalog are not looked for."""
    patch.setattr(contents, "_ACTIONS", frozenset())
    no_comparison(patch)


def no_rules_of_ours(patch: Patch) -> None:
    """pyHanko alone compares revisions."""
    patch.setattr(seals, "require_harmless", nothing)


def no_padding(patch: Patch) -> None:
    """What lies behind the signature in its room is not looked at."""
    patch.setattr(parser, "peek", len)


def no_envelope(patch: Patch) -> None:
    """What a signature says beside what it covers is taken as it comes."""
    patch.setattr(envelope, "is_strict", lambda _: True)


def no_certified_contents(patch: Patch) -> None:
    """What the certified revision holds is not looked at."""
    patch.setattr(contents, "certified", nothing)


def no_permissions(patch: Patch) -> None:
    """What the certification allows is not looked at."""

    patch.setattr(MDPPerm, "__ne__", lambda *_: False)


def no_reckoning(patch: Patch) -> None:
    """The record is taken at its word."""
    honest = records.rescore

    def believe(record: records.Record, instrument: Instrument) -> records.Rescored:
        return msgspec.structs.replace(honest(record, instrument), differences=())

    patch.setattr(records, "rescore", believe)


def no_page(patch: Patch) -> None:
    """What the page shows is not read."""
    patch.setattr(rescoring, "_SCORE", re.compile("(never)$^"))


def no_known_instruments(patch: Patch) -> None:
    """The attached instrument is taken at its word."""

    def believe(attachments: dict[str, bytes], digest: str, page: str, _: object) -> Reckoned:
        return reckon(attachments, digest, page, {})

    patch.setattr(verification, "reckon", believe)


PLANTS: list[tuple[Plant, Callable[[], bytes], str]] = [
    (no_coverage, byte_forgeries.the_signature_wrapped, "unchanged.coverage"),
    (no_padding, byte_forgeries.data_hidden_behind_the_signature, "unchanged.padding"),
    (no_envelope, byte_forgeries.the_signers_name_in_small_letters, "unchanged.signature"),
    (no_comparison, page_forgeries.the_page_drawn_anew, "unchanged.page"),
    (no_comparison, form_forgeries.the_record_exchanged, "unchanged.attachment"),
    (no_actions, page_forgeries.a_script_at_opening, "unchanged.action"),
    (no_rules_of_ours, form_forgeries.the_title_rewritten, "unchanged.addition"),
    (no_rules_of_ours, form_forgeries.the_revocation_lists_removed, "unchanged.validation_data"),
    (no_certified_contents, insider_forgeries.a_third_attachment, "unchanged.attachment"),
    (no_certified_contents, insider_forgeries.a_note_before_signing, "unchanged.annotation"),
    (no_permissions, insider_forgeries.notes_allowed, "unchanged.permissions"),
    (no_reckoning, insider_forgeries.a_better_share_of_a_component, "score.differs"),
    (no_page, insider_forgeries.a_better_number_on_the_page, "score.differs"),
    (no_known_instruments, insider_forgeries.easier_weights, "score.instrument_differs"),
]


def codes(verdict: Verdict) -> set[str]:
    """Everything that is said."""
    return {one.code for one in verdict.statements}


@pytest.mark.parametrize(
    "plant, forgery, code",
    PLANTS,
    ids=[f"{plant.__name__}-{forgery.__name__}" for plant, forgery, _ in PLANTS],
)
def test_without_the_check_the_forgery_is_no_longer_refused(
    plant: Plant, forgery: Callable[[], bytes], code: str, monkeypatch: Patch
) -> None:
    data = forgery()
    assert code in codes(builders.verdict(data))
    plant(monkeypatch)
    assert code not in codes(builders.verdict(data))


def test_without_revocation_lists_a_revoked_auditor_is_trusted(monkeypatch: Patch) -> None:
    hq = Headquarters()
    source = hq.enrol(builders.new_key())
    data = builders.making(source).signed()
    hq.revoke(source, NOW)
    fresh = Revocations({}, NOW, LATER + timedelta(days=9))
    monkeypatch.setattr(Authorities, "revocations", lambda *_: fresh)
    assert "trusted.ok" in codes(builders.verdict(data, hq.trust()))


def test_without_the_signature_of_a_list_a_forged_one_counts(monkeypatch: Patch) -> None:
    monkeypatch.setattr(authorities, "_is_of", lambda found, root: found.issuer == root.subject)
    hq, impostor = Headquarters(), Headquarters()
    source = hq.enrol(builders.new_key())
    impostor.revoke(source, NOW)
    from tests.signing.test_impostors import carrying  # noqa: PLC0415 - the forger's tool

    data = carrying(builders.making(source).signed(), *impostor.lists())
    assert "trusted.revoked" in codes(builders.verdict(data, hq.trust()))


def test_without_the_key_an_authority_of_the_same_name_is_trusted(monkeypatch: Patch) -> None:
    monkeypatch.setattr(
        certificates, "is_issued_by", lambda leaf, root: leaf.issuer == root.subject
    )
    impostor = Headquarters(builders.headquarters().name).enrol(builders.new_key())
    data = builders.making(impostor).signed()
    found = codes(builders.verdict(data))
    assert "trusted.same_name" not in found
    # pyHanko still finds no chain: two checks stand behind each other.
    assert "trusted.chain" in found


def test_without_the_named_certificate_anybody_may_countersign(monkeypatch: Patch) -> None:
    monkeypatch.setattr(verification, "_named", nothing)
    made = builders.making(builders.auditor())
    other = builders.self_issued(person=builders.HEAD)
    data = pades.countersign(made.certified(), source=other, at=NOW)
    assert "who.not_named" not in codes(builders.verdict(data))


def test_without_tolerance_two_honest_clocks_quarrel(monkeypatch: Patch) -> None:
    monkeypatch.setattr(moments, "TOLERANCE", timedelta(0))
    verdict = builders.verdict(builders.honest(), now=NOW + timedelta(minutes=1))
    assert "when.clock" in codes(verdict)
    assert verdict.grade is Grade.DOUBTFUL


def test_the_comparison_of_ours_and_that_of_pyhanko_stand_behind_each_other(
    monkeypatch: Patch,
) -> None:
    monkeypatch.setattr(seals, "require_harmless", nothing)
    data = page_forgeries.the_page_drawn_anew()
    assert "unchanged.addition" in codes(builders.verdict(data))
    monkeypatch.undo()
    monkeypatch.setattr(
        EmbeddedPdfSignature,
        "evaluate_modifications",
        lambda *_: DiffResult(ModificationLevel.NONE, set()),
    )
    assert "unchanged.page" in codes(builders.verdict(data))
