"""What a camera is to the window, and whether there is one here.

`Source` is the seam: the dialog knows nothing else, and the multimedia part of Qt, which is
an optional extra, stands behind it in `viewfinder`.
"""

from enum import Enum, auto
from importlib import import_module
from importlib.util import find_spec
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

MULTIMEDIA = "PySide6.QtMultimedia"


class Trouble(Enum):
    """Why a camera shows nothing."""

    NO_CAMERA = auto()
    DENIED = auto()
    """The person or the system does not let the program use it."""
    FAILED = auto()
    """It does not open or broke down, perhaps because another program has it."""
    GONE = auto()
    """It was unplugged."""
    SILENT = auto()
    """It is open and sends nothing."""


class Device(NamedTuple):
    """A camera that can be chosen."""

    key: str
    name: str


class Source(QObject):
    """Shows what one camera at a time sees, and takes photos."""

    ready = Signal(bool)
    """Whether a photo can be taken."""
    taken = Signal(QImage)
    troubled = Signal(object, str)
    """A `Trouble`, with the words of the system where it has some; nothing is shown then."""
    devices_changed = Signal()

    def devices(self) -> list[Device]:
        """The cameras of this machine, the one to begin with first."""
        raise NotImplementedError

    def view(self) -> QWidget:
        """Where the picture is shown."""
        raise NotImplementedError

    def start(self, key: str = "") -> None:
        """Show what that camera sees, or the first one; `ready` or `troubled` follows."""
        raise NotImplementedError

    def shoot(self) -> None:
        """Take a photo; `taken` or `troubled` follows."""
        raise NotImplementedError

    def stop(self) -> None:
        """Let go of the camera."""
        raise NotImplementedError


def is_installed() -> bool:
    """Whether the multimedia part of Qt came with the program; costs nothing."""
    return find_spec(MULTIMEDIA) is not None


def load() -> str:
    """Load the multimedia part of Qt: 50 ms, for the worker; why it does not load, if so."""
    try:
        import_module(MULTIMEDIA)
        import_module("PySide6.QtMultimediaWidgets")
    except ImportError as error:  # a library of the system is missing
        return str(error)
    return ""


def why_not() -> str:
    """Why no photo can be taken here; empty where one can. `load` first, where it is installed."""
    if not is_installed():
        return QCoreApplication.translate(
            "camera", "Kamera tidak tersedia: program ini dipasang tanpa dukungan kamera."
        )
    reason = load()
    if reason:
        return QCoreApplication.translate(
            "camera", "Kamera tidak tersedia: pustaka sistem untuk kamera kurang ({reason})."
        ).format(reason=reason)
    from kepatuhan_desktop.gui import viewfinder  # noqa: PLC0415 - needs the optional extra

    if not viewfinder.has_camera():
        return QCoreApplication.translate("camera", "Tidak ada kamera pada perangkat ini.")
    return ""
