"""Seals without drawn pages: what follows from a seal needs none."""

import hashlib
from collections.abc import Sequence

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain import journal as chain
from kepatuhan_desktop.domain.ids import AssessmentId, Digest, EntryId, InstitutionId
from kepatuhan_desktop.domain.organisation import Institution, Unit
from kepatuhan_desktop.domain.seal import Corrected, Seal, Signature
from tests.builders import workspaces
from tests.builders.workspaces import PDF, SIGNATURES

AT = "2024-08-13T10:00:00.000+07:00"
NOTHING = Digest("0" * 64)


def a_seal(
    covers: Sequence[EntryId] = (),
    *,
    revision: int = 1,
    amends: EntryId | None = None,
    corrects: Corrected | None = None,
    score: str = "88.00",
    signatures: tuple[Signature, ...] = SIGNATURES,
) -> Seal:
    """A seal of these entries."""
    return Seal(
        revision=revision,
        amends=amends,
        corrects=corrects,
        covers=tuple(sorted(covers)),
        entries=chain.digest(covers),
        instrument=NOTHING,
        scorecard=NOTHING,
        scorecard_size=1,
        drawn=NOTHING,
        drawn_size=1,
        details=Digest(hashlib.sha256(str(revision).encode()).hexdigest()),
        paper="KPD1:",
        score=score,
        category="B",
        zone="green",
        sealed_at=AT,
        place="Bandung",
        signatures=signatures,
        institution=Institution(name="Kota Uji"),
        unit=Unit(institution=InstitutionId("i"), name="Dinas Uji"),
        product=None,
        earlier=None,
    )


def sealed(
    services: Services,
    one: AssessmentId,
    pdf: bytes = PDF,
    signatures: tuple[Signature, ...] = SIGNATURES,
) -> EntryId:
    """Seal what stands now, as its next revision; the id of the seal."""
    workspaces.sealed(services, one, pdf, signatures)
    found = services.assessments.get(one).seal_id
    assert found is not None
    return found
