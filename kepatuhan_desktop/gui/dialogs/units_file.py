"""Load a register of units from a file, after a look at what it would change."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.domain.organisation import unit_record
from kepatuhan_desktop.domain.unit_register import (
    Known,
    PlannedInstitution,
    PlannedUnit,
    RegisterPlan,
    RegisterRow,
    State,
)
from kepatuhan_desktop.errors import BugError
from kepatuhan_desktop.gui import register_words, words
from kepatuhan_desktop.gui.dialogs.file_review import FileReviewDialog, Review
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.tokens import Zone
from kepatuhan_desktop.gui.widgets.line_list import Line
from kepatuhan_desktop.progress import Progress
from kepatuhan_desktop.services import unit_register
from kepatuhan_desktop.services.unit_register import Looked

_ORDER = (State.CONTESTED, State.CHANGED, State.NEW, State.KNOWN)
_TONES: dict[State, Zone] = {
    State.CONTESTED: "yellow",
    State.CHANGED: "primary",
    State.NEW: "green",
    State.KNOWN: "neutral",
}


class UnitsFileDialog(FileReviewDialog):
    """What is new, what would change, what is known already."""

    def __init__(
        self, services: Services, jobs: Jobs, path: Path, parent: QWidget | None = None
    ) -> None:
        """Raises `KnownError` where the register cannot be read."""
        known = services.unit_register.known()
        super().__init__(jobs, path, partial(_look, path, known), parent)
        self._services = services
        self._rows: tuple[RegisterRow, ...] = ()
        self.setWindowTitle(self.tr("Unit dari berkas"))
        self.title_label.setText(self.windowTitle())
        self.apply_button.setText(self.tr("&Catat"))

    def review(self, result: object) -> Review:
        """The plan, or every fault with its line."""
        if not isinstance(result, Looked):
            raise BugError("the work returned something else")
        if result.table.faults:
            faults = tuple(one.said(words.language()) for one in result.table.faults)
            title = self.tr("{count} kesalahan; tidak ada yang dicatat").format(count=len(faults))
            again = self.tr("Perbaiki berkasnya, lalu pilih lagi.")
            return Review("circle-alert", "red", title, again, faults=faults)
        self._rows = result.table.rows
        return self._planned(result.plan, result.table.ignored)

    def write(self) -> tuple[str, Changes]:
        """Load the rows; raises `KnownError`."""
        plan, changes = self._services.unit_register.apply(self._rows)
        return self.tr("Daftar unit dicatat: {what}").format(what=self._counts(plan)), changes

    def _planned(self, plan: RegisterPlan, ignored: tuple[str, ...]) -> Review:
        can_apply = plan.changes_anything()
        counted = self._counts(plan)
        icon, title = "circle-check", counted[:1].upper() + counted[1:]
        tone: Zone = "primary"
        sentence = self.tr("Sel yang kosong tidak menghapus apa yang sudah dikenal.")
        if not can_apply:
            tone, title = "neutral", self.tr("Tidak ada yang perlu dicatat")
            sentence = counted
        contested = plan.count(State.CONTESTED) + plan.count_institutions(State.CONTESTED)
        if contested:
            icon, tone = "triangle-alert", "yellow"
            sentence = self.tr(
                "{count} tidak diubah, karena beberapa versinya bertentangan; putuskan dahulu di "
                "halaman pertentangan."
            ).format(count=contested)
        hint = self.tr("Kolom yang tidak dipakai: {names}.").format(names=", ".join(ignored))
        return Review(
            icon,
            tone,
            title,
            sentence,
            lines=self._lines(plan),
            hint=hint if ignored else "",
            can_apply=can_apply,
        )

    def _counts(self, plan: RegisterPlan) -> str:
        """What there is of each, the new first; what there is none of is left out."""
        known, new, changed = State.KNOWN, State.NEW, State.CHANGED
        parts = (
            (plan.count_institutions(new), self.tr("{count} instansi baru")),
            (plan.count(new), self.tr("{count} unit baru")),
            (plan.count_products(), self.tr("{count} produk baru")),
            (plan.count_institutions(changed), self.tr("{count} instansi berubah")),
            (plan.count(changed), self.tr("{count} unit berubah")),
            (plan.count(known), self.tr("{count} unit sudah dikenal")),
        )
        return " · ".join(text.format(count=count) for count, text in parts if count)

    def _lines(self, plan: RegisterPlan) -> tuple[Line, ...]:
        institutions = [
            (it.state, self._institution(at, it))
            for at, it in enumerate(plan.institutions)
            if it.state in (State.CONTESTED, State.CHANGED)
        ]
        units = [(one.state, self._unit(at, one, plan)) for at, one in enumerate(plan.units)]
        found = sorted((*institutions, *units), key=lambda pair: _ORDER.index(pair[0]))
        return tuple(line for _, line in found)

    def _institution(self, at: int, it: PlannedInstitution) -> Line:
        detail = self.tr("Wilayah: “{region}”").format(region=it.institution.region)
        badge, tone = self._badge(it.state), _TONES[it.state]
        return Line(f"i{at}", "landmark", it.institution.name, detail, tone, badge, tone)

    def _unit(self, at: int, one: PlannedUnit, plan: RegisterPlan) -> Line:
        details = [
            f"{register_words.caption(unit_record(one.id), field)}: {self._change(before, after)}"
            for field, before, after in one.differences()
            if one.id is not None
        ]
        if one.products:
            details.append(self.tr("{count} produk baru").format(count=len(one.products)))
        details.append(plan.institutions[one.under].institution.name)
        badge, tone = self._badge(one.state), _TONES[one.state]
        if one.state is State.KNOWN and one.products:
            badge, tone = self.tr("Produk baru"), "green"
        return Line(f"u{at}", "building-2", one.unit.name, " · ".join(details), tone, badge, tone)

    def _change(self, before: str, after: str) -> str:
        return f"“{before}” → “{after}”" if before else f"“{after}”"

    def _badge(self, state: State) -> str:
        return {
            State.CONTESTED: self.tr("Bertentangan"),
            State.CHANGED: self.tr("Berubah"),
            State.NEW: self.tr("Baru"),
            State.KNOWN: self.tr("Sudah dikenal"),
        }[state]


def _look(path: Path, known: Known, progress: Progress) -> Looked:
    return unit_register.look(path, known, progress)
