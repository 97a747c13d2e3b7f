"""Build the services of one workspace; the only place where they are put together.

A service is made when it is first asked for: the list of assessments, which is all that
the first window shows, must not wait for what only later pages need.
"""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kepatuhan_desktop.clock import Clock, Ids, RandomIds, SystemClock
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.errors import WorkspaceMissing
from kepatuhan_desktop.services.assessments import Assessments
from kepatuhan_desktop.services.instruments import Instruments
from kepatuhan_desktop.services.pen import Pen
from kepatuhan_desktop.settings import SettingsFile
from kepatuhan_desktop.storage.workspace import Workspace, is_there

if TYPE_CHECKING:
    from kepatuhan_desktop.services.amending import Amending
    from kepatuhan_desktop.services.answering import Answering
    from kepatuhan_desktop.services.attaching import Attaching
    from kepatuhan_desktop.services.disputes import Disputes
    from kepatuhan_desktop.services.editing import Editing
    from kepatuhan_desktop.services.exporting import Exporting
    from kepatuhan_desktop.services.findings import Findings
    from kepatuhan_desktop.services.health import Health
    from kepatuhan_desktop.services.history import History
    from kepatuhan_desktop.services.identities import Identities
    from kepatuhan_desktop.services.importing import Importing
    from kepatuhan_desktop.services.organisations import Organisations
    from kepatuhan_desktop.services.outlook import Outlook
    from kepatuhan_desktop.services.planning import Planning
    from kepatuhan_desktop.services.posting import Posting
    from kepatuhan_desktop.services.receiving import Receiving
    from kepatuhan_desktop.services.returning import Returning
    from kepatuhan_desktop.services.scorecards import Scorecards
    from kepatuhan_desktop.services.sealing import Sealing
    from kepatuhan_desktop.services.stamping import Stamping
    from kepatuhan_desktop.services.travels import Travels
    from kepatuhan_desktop.services.unit_register import UnitRegister
    from kepatuhan_desktop.services.verifying import Verifying

# ruff: noqa: PLC0415 - the late imports are this module's purpose


class Services:
    """Everything that can be done in an open workspace."""

    def __init__(self, home: Path, clock: Clock, ids: Ids) -> None:
        """Open `home`; raises what `Workspace` raises."""
        self._workspace = Workspace(home)
        self._ids = ids
        self._clock = clock
        self.home = home
        self.device = self._workspace.keys.device
        self.settings = SettingsFile(home)
        journal, register = self._workspace.journal, self._workspace.register
        self._pen = Pen(journal, clock, self._author)
        self.instruments = Instruments(journal, register, self._pen)
        vault = self._workspace.vault
        self.assessments = Assessments(journal, register, self.instruments, self._pen, ids, vault)
        try:
            self.instruments.install_bundled()
        except BaseException:  # the next attempt needs the workspace
            self.close()
            raise

    @cached_property
    def organisations(self) -> "Organisations":
        """Institutions, units and products."""
        from kepatuhan_desktop.services.organisations import Organisations

        workspace = self._workspace
        return Organisations(workspace.journal, workspace.register, self._pen, self._ids)

    @cached_property
    def unit_register(self) -> "UnitRegister":
        """Institutions, units and products as one list, and files of them."""
        from kepatuhan_desktop.services.unit_register import UnitRegister

        workspace = self._workspace
        return UnitRegister(workspace.journal, workspace.register, self._pen, self._ids)

    @cached_property
    def editing(self) -> "Editing":
        """Changes with undo and redo."""
        from kepatuhan_desktop.services.editing import Editing

        return Editing(self._workspace.journal, self._pen)

    @cached_property
    def disputes(self) -> "Disputes":
        """Conflicts, side by side."""
        from kepatuhan_desktop.services.disputes import Disputes
        from kepatuhan_desktop.services.register_disputes import RegisterDisputes

        journal, register = self._workspace.journal, self._workspace.register
        about_register = RegisterDisputes(journal, register, self._pen)
        return Disputes(journal, self.assessments, self.editing, about_register)

    @cached_property
    def answering(self) -> "Answering":
        """Answers, notes and remarks."""
        from kepatuhan_desktop.services.answering import Answering

        return Answering(self.assessments, self.editing)

    @cached_property
    def attaching(self) -> "Attaching":
        """Evidence."""
        from kepatuhan_desktop.services.attaching import Attaching

        vault = self._workspace.vault
        return Attaching(vault, self.assessments, self.editing, self._pen, self._ids)

    @cached_property
    def findings(self) -> "Findings":
        """Findings."""
        from kepatuhan_desktop.services.findings import Findings

        return Findings(self.assessments, self.editing, self._ids)

    @cached_property
    def scorecards(self) -> "Scorecards":
        """Scorecards, composed and drawn."""
        from kepatuhan_desktop.services.scorecards import Scorecards

        return Scorecards(self._workspace.journal, self.assessments, self.attaching)

    @cached_property
    def sealing(self) -> "Sealing":
        """Signing and the sealed PDF."""
        from kepatuhan_desktop.services.sealing import Sealing

        workspace = self._workspace
        return Sealing(
            workspace.vault,
            workspace.sightings,
            self.assessments,
            self.scorecards,
            self.identities,
            self._pen,
        )

    @cached_property
    def stamping(self) -> "Stamping":
        """Sealed PDFs that came back with a certified signature."""
        from kepatuhan_desktop.services.stamping import Stamping

        return Stamping(self._workspace.vault, self.assessments, self._pen)

    @cached_property
    def amending(self) -> "Amending":
        """Corrections of what is sealed, and withdrawn signatures."""
        from kepatuhan_desktop.services.amending import Amending

        workspace = self._workspace
        return Amending(workspace.journal, self.assessments, self.editing, self._pen)

    @cached_property
    def history(self) -> "History":
        """What happened to an assessment."""
        from kepatuhan_desktop.services.history import History

        return History(self._workspace.journal, self.assessments, self.instruments)

    @cached_property
    def identities(self) -> "Identities":
        """Whose key this device signs with, and whom it trusts."""
        from kepatuhan_desktop.services.identities import Identities

        workspace = self._workspace
        return Identities(
            workspace.journal, workspace.keys, self.settings, self._pen, self._clock, self.auditor
        )

    @cached_property
    def verifying(self) -> "Verifying":
        """What can be said about something signed."""
        from kepatuhan_desktop.services.verifying import Verifying

        workspace = self._workspace
        return Verifying(
            workspace.journal,
            workspace.sightings,
            self.identities,
            self.instruments,
            self._clock,
            workspace.keys.identity,
        )

    @cached_property
    def exporting(self) -> "Exporting":
        """Bundles that go out."""
        from kepatuhan_desktop.services.exporting import Exporting

        return Exporting(
            self._workspace, self.identities, self._pen, self._clock, self._ids, self._outlook
        )

    @cached_property
    def importing(self) -> "Importing":
        """Bundles that come in."""
        from kepatuhan_desktop.services.importing import Importing

        return Importing(self._workspace, self.identities, self._pen, self._clock)

    @cached_property
    def travels(self) -> "Travels":
        """What went where, and what came from where."""
        from kepatuhan_desktop.services.travels import Travels

        return Travels(self._workspace.journal, self.identities, self.exporting, self.importing)

    @cached_property
    def receiving(self) -> "Receiving":
        """Receipts, and what headquarters has acknowledged."""
        from kepatuhan_desktop.services.receiving import Receiving

        workspace = self._workspace
        return Receiving(
            workspace.journal,
            workspace.vault,
            self.identities,
            self.assessments,
            self._pen,
            self._outlook,
        )

    @cached_property
    def returning(self) -> "Returning":
        """Sealed assessments that headquarters sends back."""
        from kepatuhan_desktop.services.returning import Returning

        return Returning(self.assessments, self.identities, self._pen, self.auditor)

    @cached_property
    def planning(self) -> "Planning":
        """Visits that headquarters plans."""
        from kepatuhan_desktop.services.planning import Planning

        workspace = self._workspace
        return Planning(
            workspace.journal,
            workspace.register,
            self.assessments,
            self.instruments,
            self.identities,
            self._pen,
            self._ids,
        )

    @cached_property
    def posting(self) -> "Posting":
        """What headquarters has to say to one device of the field."""
        from kepatuhan_desktop.services.posting import Posting

        workspace = self._workspace
        return Posting(workspace.journal, workspace.register, self.identities, self.exporting)

    @cached_property
    def health(self) -> "Health":
        """The condition of the workspace."""
        from kepatuhan_desktop.services.health import Health

        return Health(self._workspace)

    @cached_property
    def _outlook(self) -> "Outlook":
        """The outbox as it is now, for all who look at it."""
        from kepatuhan_desktop.services.outlook import Outlook

        return Outlook(self._workspace.journal, self.identities)

    def auditor(self) -> Person:
        """Who works at this device, as the settings say; the name may be empty."""
        known = self.settings.current
        return Person(
            name=known.auditor_name, nip=known.auditor_nip, position=known.auditor_position
        )

    def close(self) -> None:
        """Let go of the workspace."""
        self._workspace.close()

    def _author(self) -> str:
        return self.auditor().signs_as() or f"device {self.device[:8]}"


def require_workspace(home: Path) -> None:
    """Raise `WorkspaceMissing` where `home` holds none; nothing is made there."""
    if not is_there(home):
        raise WorkspaceMissing(path=home)


def open_services(home: Path, *, clock: Clock | None = None, ids: Ids | None = None) -> Services:
    """The services of the workspace in `home`; raises what `Workspace` raises."""
    return Services(home, clock or SystemClock(), ids or RandomIds())
