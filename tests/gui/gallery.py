"""Draw every widget in both themes, at two pixel ratios: `python -m tests.gui.gallery OUT`."""

import os
import subprocess
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTabBar,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kepatuhan_desktop.gui import icons, theme
from kepatuhan_desktop.gui.widgets.badge import Badge
from kepatuhan_desktop.gui.widgets.empty_state import EmptyState
from kepatuhan_desktop.gui.widgets.error_bar import ErrorBar
from kepatuhan_desktop.gui.widgets.evidence_strip import EvidenceStrip
from kepatuhan_desktop.gui.widgets.option_button import OptionButton
from kepatuhan_desktop.gui.widgets.option_row import OptionRow
from kepatuhan_desktop.gui.widgets.page_preview import PagePreview
from kepatuhan_desktop.gui.widgets.progress_ring import ProgressRing
from kepatuhan_desktop.gui.widgets.score_bars import Bar, ScoreBars
from kepatuhan_desktop.gui.widgets.score_gauge import ScoreGauge
from kepatuhan_desktop.gui.widgets.signature_pad import SignaturePad, Stroke
from kepatuhan_desktop.gui.widgets.thumbnail import Piece
from kepatuhan_desktop.gui.widgets.toast import Toast

SIGNATURE: list[Stroke] = [
    [(1200, 2900, 0), (1600, 1500, 40), (2000, 900, 80), (2100, 2300, 120), (2400, 3100, 160),
     (2900, 1900, 200), (3300, 1000, 240), (3600, 2000, 280), (4000, 3000, 320), (5200, 2200, 400),
     (6000, 1000, 480), (7000, 1700, 540), (8800, 1500, 600)],
    [(8900, 2700, 900)],
]  # fmt: skip


def picture(hue: int, width: int = 640, height: int = 480) -> QImage:
    """A picture that stands for a photo."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    sky = QLinearGradient(0, 0, 0, height)
    sky.setColorAt(0, QColor.fromHsv(hue, 60, 220))
    sky.setColorAt(0.6, QColor.fromHsv(hue, 120, 200))
    sky.setColorAt(1, QColor("#5a4632"))
    painter.fillRect(image.rect(), sky)
    painter.end()
    return image


def page() -> QImage:
    """A picture that stands for a printed page."""
    image = QImage(1240, 1754, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    for row in range(40):
        painter.fillRect(120, 160 + row * 36, 1000 - (row * 37) % 300, 12, QColor("#333333"))
    painter.end()
    return image


def card(*widgets: QWidget) -> QFrame:
    """The widgets under one another on a card."""
    frame = QFrame()
    frame.setProperty("role", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(20, 18, 20, 18)
    column.setSpacing(10)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return frame


def row(*widgets: QWidget) -> QWidget:
    """The widgets side by side."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return holder


def label(text: str, role: str) -> QLabel:
    """A label of that role."""
    made = QLabel(text)
    made.setProperty("role", role)
    made.setWordWrap(role in {"question", "question-large", "muted"})
    return made


def button(text: str, role: str = "", icon: str = "") -> QPushButton:
    """A button of that role."""
    made = QPushButton(text)
    made.setProperty("role", role)
    if icon:
        icons.assign(made, icon)
    return made


def tool(icon: str) -> QToolButton:
    """A button with an icon alone."""
    made = QToolButton()
    icons.assign(made, icon)
    return made


def question() -> QWidget:
    """A question as the walk shows it."""
    options = OptionRow()
    options.set_options(
        [
            OptionButton(
                title="Lengkap", descriptor="Terlihat di ruang dan daring", key="1", zone="green"
            ),
            OptionButton(
                title="Sebagian", descriptor="Salah satu media saja", key="2", zone="yellow"
            ),
            OptionButton(title="Tidak ada", descriptor="Tidak ditemukan", key="3", zone="red"),
            OptionButton(title="Tidak berlaku untuk unit ini", descriptor="Dengan alasan", key="4"),
        ]
    )
    options.choose(1)
    short = OptionRow()
    short.set_options(
        [
            OptionButton(title="Ya", key="1", zone="green"),
            OptionButton(title="Tidak", key="2", zone="red"),
        ]
    )
    short.choose(0)
    strip = EvidenceStrip()
    strip.set_add_text("Tambah foto", "F")
    strip.set_pieces(
        [
            Piece("a", "Papan alur, 10.31", "ready"),
            Piece("b", "Loket 2, 10.32 nama yang panjang sekali", "ready"),
            Piece("c", "Situs web", "loading"),
            Piece("d", "SK penunjukan.pdf", "ready", icon="file-text"),
            Piece("e", "IMG_2041.jpg", "missing"),
        ]
    )
    strip.set_image("a", picture(210))
    strip.set_image("b", picture(30, 300, 900))
    note = QPlainTextEdit("Papan alur ada di loket 2. Nomor WhatsApp diuji 10.30, aktif.")
    note.setProperty("role", "sunken")
    note.setFixedHeight(70)
    hint = QFrame()
    hint.setProperty("role", "hint")
    line = QHBoxLayout(hint)
    icon = QLabel()
    icons.assign(icon, "message-square", "primary")
    text = QLabel(
        "Amati ruang tunggu dan media elektronik. Alur pengaduan harus terbaca tanpa bertanya."
    )
    text.setWordWrap(True)
    line.addWidget(icon)
    line.addWidget(text, 1)
    return card(
        row(Badge(text="6.2"), Badge(text="Bobot 3"), Badge(text="Foto wajib", zone="yellow")),
        label("Apakah prosedur pengaduan diumumkan kepada pengguna layanan?", "question-large"),
        hint, label("JAWABAN", "caption"), options, short, label("BUKTI", "caption"), strip,
        label("CATATAN", "caption"), note,
    )  # fmt: skip


def score() -> QWidget:
    """The score with the components."""
    gauge = ScoreGauge()
    gauge.set_borders([32, 54, 78, 88])
    gauge.show_score(81.26, "81,26", "dari 100", "green", "B · hijau")
    none = ScoreGauge()
    none.set_borders([32, 54, 78, 88])
    none.show_not_scored("belum ada jawaban")
    low = ScoreGauge()
    low.show_score(41, "41,00", "dari 100", "red", "D · merah")
    bars = ScoreBars()
    bars.set_bars(
        [
            Bar("1", "Persyaratan", 0.92, "92", "green"),
            Bar("2", "Sistem, mekanisme, dan prosedur pelayanan publik", 0.78, "78", "green"),
            Bar("3", "Biaya/tarif", 0.62, "62", "yellow"),
            Bar("4", "Sarana, prasarana, fasilitas", 0.48, "48", "red"),
            Bar("5", "Kompetensi pelaksana", None, "–"),
        ]
    )
    choosable = ScoreBars()
    choosable.set_choosable(True)
    choosable.set_bars([Bar("1", "Dapat dipilih", 0.7, "70", "primary")])
    rings = [ProgressRing(icon=name) for name in ("scale", "wallet", "armchair", "users")]
    for ring, share in zip(rings, (1.0, 0.66, 0.3, 0.0), strict=True):
        ring.show_share(share)
    return card(label("NILAI SEMENTARA", "caption"), gauge, row(*rings), bars, choosable, none, low)


def fields() -> QWidget:
    """Buttons and fields."""
    combo = QComboBox()
    combo.addItems(["Kota Mojokerto", "Kabupaten Contoh"])
    date = QDateEdit()
    date.setCalendarPopup(True)
    wrong = QLineEdit("")
    wrong.setPlaceholderText("Wajib diisi")
    wrong.setProperty("tone", "red")
    search = QLineEdit()
    search.setProperty("role", "search")
    search.setPlaceholderText("Cari indikator  (Ctrl+K)")
    boxes = [QCheckBox("Setuju"), QCheckBox("Belum"), QRadioButton("Pilihan"), QRadioButton("Lain")]
    boxes[0].setChecked(True)
    boxes[2].setChecked(True)
    off = button("Mati", "primary")
    off.setEnabled(False)
    nav = button("Penilaian", "nav", "clipboard-check")
    nav.setCheckable(True)
    nav.setChecked(True)
    tabs = QTabBar()
    for text in ("Nilai", "Temuan", "Riwayat"):
        tabs.addTab(text)
    progress = QProgressBar()
    progress.setValue(60)
    error = ErrorBar()
    error.say(
        "Berkas foto.jpg rusak dan tidak dimuat. Minta salinan baru dari auditor.", "Coba lagi"
    )
    return card(
        label("Penilaian", "title"), label("Kota Mojokerto · Penilaian 2024", "muted"),
        row(button("Tinjau & tanda tangani".replace("&", "&&"), "primary", "pen-line"),
            button("Ekspor bundel", "", "hard-drive"), off),
        row(button("Hapus", "danger", "trash-2"), button("Batal", "quiet", "x"), tool("flag")),
        row(nav, button("Rekapitulasi", "nav", "chart-column"), button("Tautan", "link")),
        row(label("Ctrl K", "key"), label("Bobot 3", "chip"), label("8 temuan", "number")),
        search, QLineEdit("Dinas Kependudukan"), wrong, combo, QDateEdit(), date, QSpinBox(),
        row(*boxes), tabs, progress, error,
    )  # fmt: skip


def lists() -> QWidget:
    """Tables, lists and the signature."""
    model = QStandardItemModel(0, 3)
    model.setHorizontalHeaderLabels(["Unit layanan", "Instansi", "Nilai"])
    for unit in ("Dinas Kependudukan dan Pencatatan Sipil", "DPMPTSP", "Puskesmas Blooto"):
        model.appendRow([QStandardItem(text) for text in (unit, "Kota Mojokerto", "83,26")])
    table = QTableView()
    table.setModel(model)
    model.setParent(table)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(42)
    table.horizontalHeader().setStretchLastSection(True)
    table.setColumnWidth(0, 200)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.selectRow(0)
    table.setMinimumHeight(190)
    listing = QListWidget()
    listing.setProperty("role", "clear")
    listing.addItems(["Persyaratan", "Biaya/tarif", "Produk pelayanan"])
    listing.ensurePolished()
    listing.setCurrentRow(1)
    listing.setFixedHeight(140)
    pad = SignaturePad()
    pad.set_strokes(SIGNATURE)
    return card(table, listing, label("TANDA TANGAN", "caption"), pad, SignaturePad())


def others() -> QWidget:
    """An empty page and a preview."""
    empty = EmptyState()
    empty.describe(
        "clipboard-list", "Belum ada penilaian",
        "Buat penilaian pertama untuk mulai mengunjungi unit layanan.", "Penilaian baru", "plus",
    )  # fmt: skip
    preview = PagePreview()
    preview.set_pages([page(), page()])
    preview.setMinimumHeight(420)
    return card(empty, preview)


def gallery() -> QWidget:
    """Everything in one window."""
    window = QWidget()
    window.resize(2100, 1120)
    grid = QGridLayout(window)
    grid.setSpacing(16)
    for column, (widget, share) in enumerate(
        ((question(), 6), (fields(), 5), (score(), 2), (lists(), 4), (others(), 4))
    ):
        grid.addWidget(widget, 0, column)
        grid.setColumnStretch(column, share)
    Toast(window).say("Foto dihapus dari jawaban 6.2", "&Urungkan")
    return window


def draw(folder: Path, ratio: str) -> None:
    """Write the pictures of this process's pixel ratio."""
    app = QApplication([])
    for name in ("light", "dark"):
        theme.apply(app, "dark" if name == "dark" else "light")
        window = gallery()
        window.show()
        app.processEvents()
        window.grab().save(str(folder / f"gallery-{name}-{ratio}.png"))
        window.close()
    icons.forget()


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    if len(sys.argv) > 2:
        draw(target, sys.argv[2])
    else:
        for scale in ("1", "2"):
            subprocess.run(
                [sys.executable, "-m", "tests.gui.gallery", str(target), scale],
                env={**os.environ, "QT_SCALE_FACTOR": scale},
                check=True,
            )
