"""List the keys of every page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

_COLUMNS = 3

Group = tuple[str, tuple[tuple[str, str], ...]]


class KeysDialog(QDialog):
    """Made anew each time, so it needs no second language while it is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tombol papan ketik"))
        title = QLabel(self.tr("Semua dapat dikerjakan dengan papan ketik"), self)
        title.setProperty("role", "title")
        close_button = QPushButton(self.tr("Tutup"), self)
        close_button.setProperty("role", "primary")
        close_button.setDefault(True)
        close_button.clicked.connect(self.accept)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        sides = [QVBoxLayout() for _ in range(_COLUMNS)]
        for side in sides:
            side.setSpacing(16)
            columns.addLayout(side, 1)
        heights = [0] * _COLUMNS
        for group in self._groups():
            shortest = heights.index(min(heights))
            heights[shortest] += len(group[1]) + 1
            sides[shortest].addWidget(_card(group, self))
        for side in sides:
            side.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(title)
        column.addLayout(columns)
        column.addLayout(row)

    def _groups(self) -> tuple[Group, ...]:
        return (self._list(), self._walk(), self._anywhere(), self._review(), self._exchange())

    def _list(self) -> Group:
        return (
            self.tr("Daftar penilaian"),
            (
                ("Ctrl+N", self.tr("Penilaian baru")),
                ("Ctrl+F", self.tr("Cari, juga dengan /")),
                ("↑  ↓", self.tr("Pilih penilaian")),
                ("Enter", self.tr("Buka penilaian")),
                ("Esc", self.tr("Hapus pencarian")),
            ),
        )

    def _walk(self) -> Group:
        return (
            self.tr("Menjawab"),
            (
                ("1 … 9", self.tr("Pilih jawaban")),
                ("0", self.tr("Tidak berlaku, dengan alasan")),
                ("Del", self.tr("Hapus jawaban")),
                ("↓  ↑", self.tr("Pertanyaan berikutnya, sebelumnya")),
                ("PgDn  PgUp", self.tr("Komponen berikutnya, sebelumnya")),
                ("N", self.tr("Tulis catatan")),
                ("F  E  Ctrl+V", self.tr("Ambil foto, tambah berkas, tempel")),
                ("T", self.tr("Buat temuan")),
                ("Ctrl+Z", self.tr("Urungkan")),
                ("Ctrl+Shift+Z", self.tr("Ulangi")),
                ("Ctrl+K", self.tr("Cari indikator")),
            ),
        )

    def _anywhere(self) -> Group:
        return (
            self.tr("Di mana saja"),
            (
                ("Tab", self.tr("Ke isian berikutnya")),
                ("Ctrl+Shift+P", self.tr("Periksa keaslian berkas")),
                ("Ctrl+Shift+E", self.tr("Pertukaran paket")),
                ("Ctrl+Shift+K", self.tr("Pertentangan")),
                ("Ctrl+,", self.tr("Pengaturan")),
                ("F1", self.tr("Daftar tombol ini")),
                ("Enter", self.tr("Setuju")),
                ("Esc", self.tr("Batal, kembali")),
            ),
        )

    def _review(self) -> Group:
        return (
            self.tr("Meninjau"),
            (
                ("Ctrl+Enter", self.tr("Tanda tangani")),
                ("Ctrl+S", self.tr("Simpan PDF")),
                ("Ctrl+P", self.tr("Cetak")),
                ("Ctrl+H", self.tr("Riwayat")),
                ("Ctrl++  Ctrl+-", self.tr("Perbesar, perkecil halaman")),
            ),
        )

    def _exchange(self) -> Group:
        return (
            self.tr("Pertukaran dan pertentangan"),
            (
                ("Ctrl+1 … 3", self.tr("Kirim, terima, riwayat")),
                ("Ctrl+O", self.tr("Buka paket")),
                ("Ctrl+Enter", self.tr("Tulis, atau terima paket")),
                ("1 … 9", self.tr("Pakai salah satu isian")),
                ("PgDn  PgUp", self.tr("Pertentangan berikutnya, sebelumnya")),
            ),
        )


def _card(group: Group, parent: QWidget) -> QFrame:
    title, keys = group
    card = QFrame(parent)
    card.setProperty("role", "card")
    grid = QGridLayout(card)
    grid.setContentsMargins(18, 14, 18, 14)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    heading = QLabel(title, card)
    heading.setProperty("role", "heading")
    grid.addWidget(heading, 0, 0, 1, 2)
    for row, (key, deed) in enumerate(keys, start=1):
        cap = QLabel(key, card)
        cap.setProperty("role", "key")
        grid.addWidget(cap, row, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(QLabel(deed, card), row, 1)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, 104)
    return card
