"""Pass on what a write operation changed to every screen that listens."""

from PySide6.QtCore import QObject, Signal


class Refresher(QObject):
    """One per application; whoever writes emits, whoever shows listens."""

    changed = Signal(object)
    """A `changes.Changes`."""
    unsaved = Signal()
    """A change did not reach the disk."""
