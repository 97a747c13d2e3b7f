"""Read a register of units from CSV, and tell all that is wrong with it.

The format: docs/formats/unit-register.md.
"""

import csv
import io
import re
from collections.abc import Iterator

import msgspec

from kepatuhan_desktop.domain.instrument import Text
from kepatuhan_desktop.domain.instrument_problems import words
from kepatuhan_desktop.domain.unit_register import RegisterFault, RegisterRow, contradictions
from kepatuhan_desktop.progress import Progress

LARGEST = 5 * 1024 * 1024
"""Bytes of a register."""
MOST_ROWS = 20_000
LONGEST = 500
"""Characters of a cell."""

NAMES = {
    "institution": ("institution", "instansi", "nama instansi"),
    "region": ("region", "wilayah"),
    "unit": ("unit", "unit layanan", "nama unit", "nama unit layanan"),
    "address": ("address", "alamat", "alamat unit"),
    "head_name": ("head name", "kepala", "nama kepala", "kepala unit", "nama kepala unit"),
    "head_nip": ("head nip", "nip", "nip kepala", "nip kepala unit"),
    "head_position": ("head position", "jabatan", "jabatan kepala", "jabatan kepala unit"),
    "product": ("product", "produk", "produk layanan", "nama produk", "jenis layanan"),
}
"""What a column may be called, whatever its capitals; `_` and `-` count as spaces."""

_COLUMNS = {name: column for column, names in NAMES.items() for name in names}
_NEEDED = {"institution": "instansi", "unit": "unit"}
_SEPARATORS = (",", ";")
_STEP = 500
"""Rows between two reports."""
_QUOTED = 60
_FIGURE = re.compile(r"\d([.,]\d+)?E\+?\d+", re.IGNORECASE)
"""What a spreadsheet makes of eighteen digits."""


class UnitTable(msgspec.Struct, frozen=True, kw_only=True):
    """What a file holds; with faults, its rows are not to be used."""

    rows: tuple[RegisterRow, ...] = ()
    faults: tuple[RegisterFault, ...] = ()
    """In the order of their lines."""
    ignored: tuple[str, ...] = ()
    """Columns that are none of ours, as the file calls them."""


class _Broken(Exception):  # noqa: N818 - says what the file is
    """Nothing behind this can be understood."""

    def __init__(self, message: Text, line: int | None = None) -> None:
        super().__init__(message["en"])
        self.fault = RegisterFault(message=message, line=line)


def read(data: bytes, progress: Progress) -> UnitTable:
    """The rows of a file and every fault of it; `data` may be one byte longer than `LARGEST`."""
    reading = _Reading(progress)
    try:
        reading.take(_text(data))
    except _Broken as broken:
        reading.faults.append(broken.fault)
    named = [row for row in reading.rows if row.institution and row.unit]
    faults = sorted((*reading.faults, *contradictions(named)), key=lambda one: one.line or 0)
    return UnitTable(rows=tuple(reading.rows), faults=tuple(faults), ignored=reading.ignored)


class _Reading:
    """What was found so far."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self.rows: list[RegisterRow] = []
        self.faults: list[RegisterFault] = []
        self.ignored: tuple[str, ...] = ()
        self._titles: dict[str, str] = {}
        """What the file calls our columns."""

    def take(self, text: str) -> None:
        """Read to the end; raises `_Broken` where that cannot be."""
        lines = _lines(text)
        header = next(lines, None)
        if header is None:
            raise _Broken(words("berkas itu kosong", "the file is empty"))
        columns, self.ignored, problems = _header(*header)
        self._titles = {it: cell for it, cell in zip(columns, header[1], strict=True) if it}
        self.faults += problems
        if problems:
            return
        for line, cells in lines:
            self._row(line, cells, columns)
        if not self.rows:
            raise _Broken(
                words("tidak ada baris di bawah judul kolom", "there are no rows below the header")
            )

    def _row(self, line: int, cells: list[str], columns: list[str | None]) -> None:
        if len(self.rows) == MOST_ROWS:
            raise _Broken(
                words(
                    f"lebih dari {MOST_ROWS} baris; bagi menjadi beberapa berkas",
                    f"more than {MOST_ROWS} rows; split it into several files",
                )
            )
        if len(self.rows) % _STEP == 0:
            self._progress.step(len(self.rows), MOST_ROWS)
        row, problems = _row(line, cells, columns, self._titles)
        self.rows.append(row)
        self.faults += problems


def _text(data: bytes) -> str:
    if len(data) > LARGEST:
        raise _Broken(words("berkas lebih besar dari 5 MB", "the file is larger than 5 MB"))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _Broken(
            words(
                "bukan teks UTF-8; simpan ulang sebagai “CSV UTF-8”",
                "no UTF-8 text; save it as “CSV UTF-8”",
            ),
            data.count(b"\n", 0, error.start) + 1,
        ) from error


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not empty, each with the line where it begins."""
    file = io.StringIO(text, newline="")
    reader = csv.reader(file, delimiter=_separator(text), strict=True)
    line = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise _Broken(
                words(
                    "tanda kutip tidak lengkap atau salah tempat; yang sesudahnya tidak diperiksa",
                    "a quotation mark is missing or misplaced; nothing behind it was checked",
                ),
                line,
            ) from error
        if cells is None:
            return
        cleaned = [" ".join(cell.split()) for cell in cells]
        if any(cleaned):
            yield line, cleaned
        line = reader.line_num + 1


def _separator(text: str) -> str:
    """The one that makes more sense of the header."""
    header = next((line for line in text.splitlines() if line.strip()), "")

    def sense(separator: str) -> tuple[int, int]:
        cells = header.split(separator)
        return sum(_name(cell.strip().strip('"')) in _COLUMNS for cell in cells), len(cells)

    return max(_SEPARATORS, key=sense)


def _name(cell: str) -> str:
    return " ".join(cell.replace("_", " ").replace("-", " ").split()).casefold()


def _header(
    line: int, cells: list[str]
) -> tuple[list[str | None], tuple[str, ...], list[RegisterFault]]:
    """Which column stands where (None: none of ours), what is ignored, and the faults."""
    columns = [_COLUMNS.get(_name(cell)) for cell in cells]
    ignored = [cell for cell, one in zip(cells, columns, strict=True) if one is None and cell]
    faults = [
        RegisterFault(
            line=line,
            message=words(f"kolom “{own}” tidak ada", f"the column “{column}” is missing"),
        )
        for column, own in _NEEDED.items()
        if column not in columns
    ]
    faults += [
        RegisterFault(
            line=line,
            message=words(
                f"kolom {_quoted(cell)} sudah ada", f"the column {_quoted(cell)} is there already"
            ),
        )
        for at, (cell, column) in enumerate(zip(cells, columns, strict=True))
        if column is not None and column in columns[:at]
    ]
    return columns, tuple(ignored), faults


def _row(
    line: int, cells: list[str], columns: list[str | None], titles: dict[str, str]
) -> tuple[RegisterRow, list[RegisterFault]]:
    found = {
        column: cell for column, cell in zip(columns, cells, strict=False) if column is not None
    }
    said = list(_row_faults(found, titles))
    if any(cells[len(columns) :]):
        said.append(
            words(
                "isiannya lebih banyak daripada kolom; apit teks yang memuat pemisah dengan "
                "tanda kutip",
                "it has more cells than there are columns; put text with a separator in quotes",
            )
        )
    row = RegisterRow(line=line, **{"institution": "", "unit": "", **found})
    return row, [RegisterFault(line=line, message=message) for message in said]


def _row_faults(found: dict[str, str], titles: dict[str, str]) -> Iterator[Text]:
    for column in _NEEDED:
        if not found.get(column):
            yield words(f"“{titles[column]}” kosong", f"“{titles[column]}” is empty")
    for column, cell in found.items():
        title = titles[column]
        if len(cell) > LONGEST:
            yield words(
                f"“{title}” lebih panjang dari {LONGEST} huruf",
                f"“{title}” is longer than {LONGEST} characters",
            )
        if not cell.isprintable():
            odd = next(f"U+{ord(one):04X}" for one in cell if not one.isprintable())
            yield words(
                f"“{title}” memuat karakter yang tidak terlihat ({odd})",
                f"“{title}” holds a character that cannot be seen ({odd})",
            )
    if _FIGURE.fullmatch(nip := found.get("head_nip", "")):
        yield words(
            f"NIP {_quoted(nip)} sudah dibulatkan; jadikan kolomnya teks di lembar kerja",
            f"the NIP {_quoted(nip)} was rounded; make its column text in the spreadsheet",
        )


def _quoted(text: str) -> str:
    return f"“{text if len(text) <= _QUOTED else f'{text[:_QUOTED]}…'}”"
