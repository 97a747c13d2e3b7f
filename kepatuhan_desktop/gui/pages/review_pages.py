"""Choose which pages the review shows: the draft, the sealed ones, or those of a revision."""

from PySide6.QtCore import QObject, Signal

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.domain.history import Revision
from kepatuhan_desktop.gui.pages.review_acts import Looked
from kepatuhan_desktop.gui.refresh import Refresher
from kepatuhan_desktop.gui.saving import suggested_name
from kepatuhan_desktop.gui.widgets.revision_bar import RevisionBar
from kepatuhan_desktop.gui.widgets.scorecard_preview import ScorecardPreview
from kepatuhan_desktop.services.assessments import Overview


class ReviewPages(QObject):
    """Fills the preview and the bar above it."""

    changed = Signal()
    """Other pages are shown, or awaited."""

    def __init__(
        self,
        services: Services,
        preview: ScorecardPreview,
        bar: RevisionBar,
        refresher: Refresher,
    ) -> None:
        super().__init__(preview)
        self._refresher = refresher
        self._services = services
        self._preview = preview
        self._bar = bar
        self._overview: Overview | None = None
        self._looked: Looked | None = None
        bar.left.connect(self.look_at_present)
        preview.changed.connect(self.look_at_losses)

    def show_overview(self, overview: Overview, *, is_new: bool) -> None:
        """Show the pages of this state; of a new assessment always the present ones."""
        self._overview = overview
        if is_new:
            self._looked = None
        self._show()

    def look(self, looked: Looked) -> None:
        """Show the signed pages of a revision."""
        self._looked = looked
        self._show()

    def look_at_present(self) -> None:
        """Show the present pages again."""
        self._looked = None
        self._show()

    def look_at_losses(self) -> None:
        """Tell every screen where drawing or signing met a file that is not whole."""
        if self._overview is None:
            return
        state = self._overview.assessment
        if self._services.assessments.overview(state.id).lost != self._overview.lost:
            self._refresher.changed.emit(Changes(records=frozenset({state.record})))

    def file_name(self) -> str:
        """A name for a file with what is shown."""
        overview, looked = self._overview, self._revision()
        if overview is None:
            return ""
        state = overview.assessment
        return suggested_name(
            overview.unit.name,
            state.profile.period,
            is_draft=looked is None and not state.is_sealed,
            revision=state.revision if looked is None else looked.seal.revision,
        )

    def _show(self) -> None:
        overview, looked = self._overview, self._revision()
        if overview is None:
            return
        is_stamped = self._looked is not None and self._looked.is_stamped
        self._bar.show_revision(looked, is_stamped=is_stamped)
        if looked is not None:
            self._show_revision(overview, looked, is_stamped=is_stamped)
        else:
            self._show_present(overview)
        self.changed.emit()

    def _show_present(self, overview: Overview) -> None:
        one, seal = overview.assessment.id, overview.assessment.seal
        scorecards, sealing = self._services.scorecards, self._services.sealing
        if seal is not None and overview.assessment.is_sealed:
            self._preview.show_document(
                (one, True), seal.scorecard, lambda _progress: sealing.pdf_of(seal)
            )
            return
        card = scorecards.draft(one)
        self._preview.show_document(
            (one, False), card, lambda progress: scorecards.render(card, progress)
        )

    def _show_revision(self, overview: Overview, revision: Revision, *, is_stamped: bool) -> None:
        sealing, stamping = self._services.sealing, self._services.stamping
        one, seal = overview.assessment.id, revision.seal
        stamps = stamping.stamps(one, revision.id) if is_stamped else ()
        if stamps:
            stamp = stamps[0]
            self._preview.show_document(
                (one, revision.id, True), stamp.digest, lambda _progress: stamping.pdf_of(stamp)
            )
        else:
            self._preview.show_document(
                (one, revision.id, False), seal.scorecard, lambda _progress: sealing.pdf_of(seal)
            )

    def _revision(self) -> Revision | None:
        """The revision that is looked at, where it is not just the present state."""
        if self._looked is None or self._overview is None:
            return None
        every = self._services.assessments.revisions(self._overview.assessment.id)
        return next((one for one in every if one.id == self._looked.seal), None)
