"""List the widgets of ours that a form may use without an annotation in its page."""

from PySide6.QtWidgets import QWidget

from kepatuhan_desktop.gui.widgets.badge import Badge
from kepatuhan_desktop.gui.widgets.empty_state import EmptyState
from kepatuhan_desktop.gui.widgets.error_bar import ErrorBar
from kepatuhan_desktop.gui.widgets.evidence_strip import EvidenceStrip
from kepatuhan_desktop.gui.widgets.option_button import OptionButton
from kepatuhan_desktop.gui.widgets.option_row import OptionRow
from kepatuhan_desktop.gui.widgets.page_preview import PagePreview
from kepatuhan_desktop.gui.widgets.progress_ring import ProgressRing
from kepatuhan_desktop.gui.widgets.score_bars import ScoreBars
from kepatuhan_desktop.gui.widgets.score_gauge import ScoreGauge
from kepatuhan_desktop.gui.widgets.signature_pad import SignaturePad

_KINDS: tuple[type[QWidget], ...] = (
    Badge,
    EmptyState,
    ErrorBar,
    EvidenceStrip,
    OptionButton,
    OptionRow,
    PagePreview,
    ProgressRing,
    ScoreBars,
    ScoreGauge,
    SignaturePad,
)

PROMOTED: dict[str, type[QWidget]] = {kind.__name__: kind for kind in _KINDS}
"""Class name in the form, and the class."""
