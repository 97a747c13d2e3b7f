"""Seal an assessment from the window: draw, sign and store on the worker, append on this thread."""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.domain.seal import Signature
from kepatuhan_desktop.errors import KnownError, SecretWrong
from kepatuhan_desktop.gui.dialogs.secret import Secret, SecretDialog
from kepatuhan_desktop.gui.head_key import HeadKey
from kepatuhan_desktop.gui.jobs import Job, Jobs, Step
from kepatuhan_desktop.gui.widgets.signer_card import SignerCard
from kepatuhan_desktop.progress import Progress
from kepatuhan_desktop.services.sealing import OwnKey, Plan, Sealing, Signed


class _Wish(NamedTuple):
    one: AssessmentId
    signatures: tuple[Signature, ...]
    place: str
    head_key: OwnKey | None = None
    """The head's own, opened; None: one for this act alone."""


class Sealer(QObject):
    """One seal at a time; until `sealed`, nothing is sealed."""

    started = Signal()
    progressed = Signal(object)
    """A `Step`."""
    sealed = Signal(str, object)
    """The assessment and the `Changes`: the seal is on the disk."""
    cancelled = Signal()
    failed = Signal(object)
    finished = Signal()

    def __init__(self, services: Services, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._jobs = jobs
        self._window = window
        self._job: Job | None = None
        self._plan: Plan | None = None
        self._dialog: SecretDialog | None = None
        self._head = HeadKey(services, jobs, window)
        self._head.failed.connect(self.failed)
        self._is_warm = False

    def is_busy(self) -> bool:
        """A seal is being made."""
        return self._job is not None

    def warm_up(self) -> None:
        """Load what signing needs on the worker, so that the first seal is as quick as others."""
        if not self._is_warm:
            self._is_warm = True
            sealing = self._services.sealing
            self._jobs.run(lambda _progress: sealing.warm_up())

    def serve(self, card: SignerCard) -> None:
        """Let the head of the unit bring a certificate of their own to this card."""
        self._head.serve(card)

    def start(
        self,
        one: AssessmentId,
        signatures: tuple[Signature, ...],
        place: str,
        head_key: OwnKey | None = None,
    ) -> None:
        """Seal what the journal holds now.

        Asks for the secret of the head's own key where there is one, then for that of the
        auditor's.
        """
        if self._job is not None or self._dialog is not None or self._head.is_asking():
            return
        wish = _Wish(one, signatures, place)
        if head_key is None:
            self._ask(wish)
        else:
            self._head.open(head_key, lambda own: self._ask(wish._replace(head_key=own)))

    def _ask(self, wish: _Wish) -> None:
        status = self._services.identities.status()
        if status.source == "device":
            self._begin(wish, "")
            return
        kind = Secret.PKCS12 if status.source == "pkcs12" else Secret.TOKEN
        self._dialog = dialog = SecretDialog(kind, status.source_name, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.given.connect(partial(self._begin, wish))
        dialog.rejected.connect(self.cancel)
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def cancel(self) -> None:
        """Stop; a PDF that is stored already stays unnamed, and nothing is sealed."""
        if self._job is not None:
            self._job.cancel()

    def _begin(self, wish: _Wish, secret: str) -> None:
        sealing = self._services.sealing
        try:
            self._plan = sealing.prepare(wish.one, wish.signatures, wish.place)
        except KnownError as error:
            self._fail(error)
            return
        self._job = Job(partial(_sign, sealing, self._plan, secret, wish.head_key))
        self._job.progressed.connect(self._step)
        self._job.succeeded.connect(partial(self._append, wish.one))
        self._job.failed.connect(self._fail)
        self._job.cancelled.connect(self.cancelled)
        self._job.finished.connect(self._finish)
        self.started.emit()
        self._jobs.start(self._job)

    def _step(self, step: Step) -> None:
        self.progressed.emit(step)

    def _append(self, one: AssessmentId, signed: Signed) -> None:
        plan = self._plan
        if plan is None or self._job is None:
            return
        if self._job.is_cancelling():
            # Asked to stop after the last page: the wish still counts.
            self.cancelled.emit()
            return
        try:
            changes = self._services.sealing.seal(one, plan, signed)
        except KnownError as error:
            self._fail(error)
            return
        if self._dialog is not None:
            self._dialog.accept()
        self.sealed.emit(one, changes)

    def _fail(self, error: Exception) -> None:
        if self._dialog is not None and isinstance(error, SecretWrong):
            self._dialog.tell(error)
            return
        if self._dialog is not None:
            self._dialog.close()
        self.failed.emit(error)

    def _finish(self) -> None:
        self._job, self._plan = None, None
        self.finished.emit()

    def _forget_dialog(self) -> None:
        self._dialog = None


def _sign(
    sealing: Sealing, plan: Plan, secret: str, head_key: OwnKey | None, progress: Progress
) -> Signed:
    """Runs on the worker."""
    return sealing.sign(plan, secret, progress, head_key=head_key)
