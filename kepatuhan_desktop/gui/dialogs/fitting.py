"""Give a dialog the height that its wrapped texts need."""

from PySide6.QtWidgets import QDialog, QWidget


def fit(dialog: QDialog) -> None:
    """Resize to the least width; Qt takes the height of wrapped texts from their widest shape."""
    width = max(dialog.minimumWidth(), dialog.width() if dialog.isVisible() else 0)
    for child in dialog.findChildren(QWidget):
        # Before that the fonts of the style sheet are not known.
        child.ensurePolished()
    layout = dialog.layout()
    if layout is not None:
        layout.activate()
    # A layout without wrapped texts has no height for a width, which Qt tells by -1.
    dialog.resize(width, max(dialog.minimumSizeHint().height(), dialog.heightForWidth(width)))
