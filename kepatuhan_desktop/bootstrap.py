"""Build the services of one workspace; the only place where they are put together."""

from pathlib import Path

from kepatuhan_desktop.clock import Clock, Ids, RandomIds, SystemClock
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.services.answering import Answering
from kepatuhan_desktop.services.assessments import Assessments
from kepatuhan_desktop.services.attaching import Attaching
from kepatuhan_desktop.services.editing import Editing
from kepatuhan_desktop.services.findings import Findings
from kepatuhan_desktop.services.health import Health
from kepatuhan_desktop.services.instruments import Instruments
from kepatuhan_desktop.services.organisations import Organisations
from kepatuhan_desktop.services.pen import Pen
from kepatuhan_desktop.services.scorecards import Scorecards
from kepatuhan_desktop.services.sealing import Sealing
from kepatuhan_desktop.settings import SettingsFile
from kepatuhan_desktop.storage.workspace import Workspace


class Services:
    """Everything that can be done in an open workspace."""

    def __init__(self, home: Path, clock: Clock, ids: Ids) -> None:
        """Open `home`; raises what `Workspace` raises."""
        self._workspace = Workspace(home)
        self.home = home
        self.device = self._workspace.keys.device
        self.settings = SettingsFile(home)
        journal, register, vault = (
            self._workspace.journal,
            self._workspace.register,
            self._workspace.vault,
        )
        pen = Pen(journal, clock, self._author)
        self.organisations = Organisations(journal, register, pen, ids)
        self.instruments = Instruments(journal, register, pen)
        self.assessments = Assessments(journal, register, self.instruments, pen, ids)
        self.editing = Editing(journal, pen)
        self.answering = Answering(self.assessments, self.instruments, self.editing)
        self.attaching = Attaching(vault, self.assessments, self.editing, pen, ids)
        self.findings = Findings(self.editing, ids)
        self.scorecards = Scorecards(journal, self.assessments, self.attaching)
        self.sealing = Sealing(vault, self.assessments, self.scorecards, pen)
        self.health = Health(self._workspace)
        self.instruments.install_bundled()

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
