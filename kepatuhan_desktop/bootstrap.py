"""Build the services of one workspace; the only place where they are put together.

A service is made when it is first asked for: the list of assessments, which is all that
the first window shows, must not wait for what only later pages need.
"""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kepatuhan_desktop.clock import Clock, Ids, RandomIds, SystemClock
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.services.assessments import Assessments
from kepatuhan_desktop.services.instruments import Instruments
from kepatuhan_desktop.services.pen import Pen
from kepatuhan_desktop.settings import SettingsFile
from kepatuhan_desktop.storage.workspace import Workspace

if TYPE_CHECKING:
    from kepatuhan_desktop.services.answering import Answering
    from kepatuhan_desktop.services.attaching import Attaching
    from kepatuhan_desktop.services.editing import Editing
    from kepatuhan_desktop.services.findings import Findings
    from kepatuhan_desktop.services.health import Health
    from kepatuhan_desktop.services.organisations import Organisations
    from kepatuhan_desktop.services.scorecards import Scorecards
    from kepatuhan_desktop.services.sealing import Sealing

# ruff: noqa: PLC0415 - the late imports are this module's purpose


class Services:
    """Everything that can be done in an open workspace."""

    def __init__(self, home: Path, clock: Clock, ids: Ids) -> None:
        """Open `home`; raises what `Workspace` raises."""
        self._workspace = Workspace(home)
        self._ids = ids
        self.home = home
        self.device = self._workspace.keys.device
        self.settings = SettingsFile(home)
        journal, register = self._workspace.journal, self._workspace.register
        self._pen = Pen(journal, clock, self._author)
        self.instruments = Instruments(journal, register, self._pen)
        self.assessments = Assessments(journal, register, self.instruments, self._pen, ids)
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
    def editing(self) -> "Editing":
        """Changes with undo and redo."""
        from kepatuhan_desktop.services.editing import Editing

        return Editing(self._workspace.journal, self._pen)

    @cached_property
    def answering(self) -> "Answering":
        """Answers, notes and remarks."""
        from kepatuhan_desktop.services.answering import Answering

        return Answering(self.assessments, self.instruments, self.editing)

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

        return Findings(self.editing, self._ids)

    @cached_property
    def scorecards(self) -> "Scorecards":
        """Scorecards, composed and drawn."""
        from kepatuhan_desktop.services.scorecards import Scorecards

        return Scorecards(self._workspace.journal, self.assessments, self.attaching)

    @cached_property
    def sealing(self) -> "Sealing":
        """Signing and the sealed PDF."""
        from kepatuhan_desktop.services.sealing import Sealing

        return Sealing(self._workspace.vault, self.assessments, self.scorecards, self._pen)

    @cached_property
    def health(self) -> "Health":
        """The condition of the workspace."""
        from kepatuhan_desktop.services.health import Health

        return Health(self._workspace)

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


def open_services(home: Path, *, clock: Clock | None = None, ids: Ids | None = None) -> Services:
    """The services of the workspace in `home`; raises what `Workspace` raises."""
    return Services(home, clock or SystemClock(), ids or RandomIds())
