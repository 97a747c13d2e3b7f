"""Headquarters, an auditor and a colleague, who trust one authority and pass a stick around."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path

import msgspec

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.domain.trust import Role
from kepatuhan_desktop.exchange.description import Purpose
from kepatuhan_desktop.services import authorities
from kepatuhan_desktop.services.authorities import Authority
from kepatuhan_desktop.services.importing import ImportPlan
from tests.builders import workspaces
from tests.builders.authorities import PASSPHRASE
from tests.builders.clock import START, CountingIds


class Round(msgspec.Struct):
    """Who takes part."""

    field: Services
    colleague: Services
    office: Services
    authority: Authority
    stick: Path
    at: datetime = START

    def publish(self, *laptops: Services) -> bytes:
        """Let these laptops adopt what the authority says now."""
        published = self.authority.publish(self.at)
        for services in laptops:
            services.identities.adopt(services.identities.examine(published))
        return published

    def results(self, sender: Services | None = None) -> Path:
        """A bundle of all that waits at the auditor's."""
        return written(sender or self.field, self.stick)

    def letter(
        self,
        purpose: Purpose = Purpose.RECEIPT,
        to: Services | None = None,
        *,
        whole_register: bool = False,
    ) -> Path:
        """A bundle from headquarters to the auditor."""
        plan = self.office.posting.plan(
            (to or self.field).device, purpose, is_plain=True, whole_register=whole_register
        )
        (done,) = self.office.exporting.export(plan, self.stick)
        return done.delivered.path

    def arrive(self, path: Path, at: Services | None = None) -> ImportPlan:
        """Taken in at headquarters, or elsewhere."""
        plan, _ = (at or self.office).importing.take_in(path)
        return plan


@contextmanager
def round_of(folder: Path, at: datetime = START) -> Iterator[Round]:
    """All of them, enrolled at that moment."""
    with ExitStack() as stack:
        opened = []
        for prefix, name in (("f", "Siti Aminah"), ("c", "Rina Wati"), ("h", "Pusat")):
            services = stack.enter_context(workspaces.opened(folder / prefix, CountingIds(prefix)))
            services.settings.change(auditor_name=name)
            opened.append(services)
        authority = authorities.create(folder / "authority", "Inspektorat", PASSPHRASE, at)
        stack.callback(authority.close)
        stick = folder / "stick"
        stick.mkdir()
        field, colleague, office = opened
        found = Round(field, colleague, office, authority, stick, at)
        for services, role in zip(
            opened, (Role.AUDITOR, Role.AUDITOR, Role.HEADQUARTERS), strict=True
        ):
            authority.enrol(services.identities.request(), (role,), at)
        found.publish(*opened)
        yield found


def written(services: Services, stick: Path, one: AssessmentId | None = None) -> Path:
    """A bundle that is not encrypted, of all that waits or of one assessment for the team."""
    plan = services.exporting.plan(
        Purpose.TEAM if one else Purpose.RESULTS, assessments=[one] if one else None, recipients=[]
    )
    (done,) = services.exporting.export(plan, stick)
    return done.delivered.path
