"""Laptops that trust an authority, and bundles between them."""

from pathlib import Path

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.domain.trust import Role
from kepatuhan_desktop.exchange.description import Purpose
from kepatuhan_desktop.services.authorities import Authority
from tests.builders.clock import START


def enrol(authority: Authority, *people: tuple[Services, Role]) -> None:
    """Give these laptops certificates, and let all of them trust the authority."""
    for services, role in people:
        authority.enrol(services.identities.request(), (role,), START)
    tell(authority, *(services for services, _ in people))


def tell(authority: Authority, *laptops: Services) -> None:
    """Let these laptops adopt what the authority says now."""
    published = authority.publish(START)
    for services in laptops:
        services.identities.adopt(services.identities.examine(published))


def exported(services: Services, stick: Path, one: AssessmentId | None = None) -> Path:
    """A bundle that is not encrypted, of everything that waits or of one assessment."""
    plan = services.exporting.plan(
        Purpose.TEAM if one else Purpose.RESULTS, assessments=[one] if one else None, recipients=[]
    )
    (written,) = services.exporting.export(plan, stick)
    return written.delivered.path
