"""Tell which files a drop or the clipboard holds."""

from PySide6.QtCore import QMimeData


def local_files(data: QMimeData) -> list[str]:
    """Paths of the files on this computer; those elsewhere are left out."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
