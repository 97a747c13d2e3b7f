"""A register of units is read as it is meant, or every fault of it is named with its line."""

import pytest

from kepatuhan_desktop.exchange import unit_table
from kepatuhan_desktop.exchange.unit_table import LARGEST, MOST_ROWS, UnitTable
from kepatuhan_desktop.progress import Cancelled, Unwatched


def read(text: str) -> UnitTable:
    """What these characters hold."""
    return unit_table.read(text.encode(), Unwatched())


def faults(text: str) -> list[tuple[int | None, str]]:
    """Line and English message of each fault."""
    return [(one.line, one.message["en"]) for one in read(text).faults]


def lines(text: str) -> list[int | None]:
    """The lines that have a fault."""
    return [line for line, _ in faults(text)]


def test_every_column_is_read() -> None:
    (row,) = read(
        "institution,region,unit,address,head_name,head_nip,head_position,product\n"
        "Kota Uji,Jawa Barat,Dinas A,Jalan 1,Budi,1970,Kepala,KTP\n"
    ).rows
    assert (row.line, row.institution, row.region, row.unit, row.address) == (
        *(2, "Kota Uji", "Jawa Barat", "Dinas A", "Jalan 1"),
    )
    assert (row.head_name, row.head_nip, row.head_position, row.product) == (
        *("Budi", "1970", "Kepala", "KTP"),
    )


@pytest.mark.parametrize(
    "header",
    [
        "instansi,wilayah,unit,alamat,kepala,nip,jabatan,produk",
        "Nama Instansi;WILAYAH;Unit Layanan;Alamat;Nama_Kepala;NIP;Jabatan;Jenis-Layanan",
        "\ufeffinstitution,region,unit,address,head_name,head_nip,head_position,product",
    ],
)
def test_the_header_may_be_written_as_people_do(header: str) -> None:
    separator = ";" if ";" in header else ","
    found = read(f"{header}\n{separator.join('abcdefgh')}\n")
    assert found.faults == ()
    assert (found.rows[0].institution, found.rows[0].product) == ("a", "h")


def test_a_separator_in_quotes_belongs_to_the_text() -> None:
    (row,) = read('instansi;unit;alamat\nKota;Dinas;"Jalan 1; lantai 2,\nGedung A"\n').rows
    assert row.address == "Jalan 1; lantai 2, Gedung A"


def test_lines_are_those_of_the_file_whatever_stands_before() -> None:
    assert lines('\r\ninstansi,unit\r\n\r\n"Kota\r\nUji",A\r\n,B\r\n') == [6]


def test_empty_rows_are_passed_over() -> None:
    assert [row.unit for row in read("instansi,unit\nK,A\n,\n\n  , \nK,B\n").rows] == ["A", "B"]


def test_columns_of_others_are_named_and_left_alone() -> None:
    found = read("No,instansi,unit,Keterangan\n1,Kota,Dinas,x\n")
    assert (found.faults, found.ignored) == ((), ("No", "Keterangan"))


def test_a_short_row_has_empty_cells() -> None:
    (row,) = read("instansi,unit,alamat\nKota,Dinas\n").rows
    assert row.address == ""


def test_a_missing_column_is_named() -> None:
    assert faults("wilayah,alamat\nx,y\n") == [
        (1, "the column “institution” is missing"),
        (1, "the column “unit” is missing"),
    ]


def test_a_column_that_stands_twice_is_named() -> None:
    assert faults("instansi,unit,Nama Unit\na,b,c\n") == [
        (1, "the column “Nama Unit” is there already")
    ]


def test_all_faults_are_told_at_once() -> None:
    text = "instansi,unit\n,A\nKota,\nKota,B,zu viel\nKota,A\u200bB\n"
    assert [message.split(" ")[:3] for _, message in faults(text)] == [
        *(["“instansi”", "is", "empty"], ["“unit”", "is", "empty"]),
        *(["it", "has", "more"], ["“unit”", "holds", "a"]),
    ]
    assert lines(text) == [2, 3, 4, 5]


def test_one_unit_with_two_heads_is_named_with_both_lines() -> None:
    text = "instansi,unit,kepala,produk\nKota,Dinas,Budi,KTP\nkota,DINAS,,KK\nKota,Dinas,Rina,SIM\n"
    assert faults(text) == [(4, "the name of the head of “Dinas” is “Rina” here, “Budi” in line 2")]


def test_one_institution_in_two_regions_is_named() -> None:
    assert lines("instansi,wilayah,unit\nKota,Barat,A\nKota,Timur,B\n") == [3]


def test_capitals_alone_are_no_contradiction() -> None:
    assert faults("instansi,unit,alamat\nKota,A,Jalan  1\nKota,A,JALAN 1\n") == []


def test_a_number_that_a_spreadsheet_rounded_is_noticed() -> None:
    assert lines("instansi;unit;nip\nKota;A;1,97001E+17\nKota;B;197001012000011001\n") == [2]


def test_what_is_no_utf_8_is_said_with_its_line() -> None:
    found = unit_table.read("instansi,unit\nKota,Ké\n".encode("cp1252"), Unwatched())
    assert [(one.line, "UTF-8" in one.message["en"]) for one in found.faults] == [(2, True)]


def test_utf_16_is_refused() -> None:
    assert unit_table.read("instansi,unit\nK,A\n".encode("utf-16"), Unwatched()).faults


@pytest.mark.parametrize("text", ["", "\ufeff", "\n \n"])
def test_an_empty_file_is_said_to_be_empty(text: str) -> None:
    assert faults(text) == [(None, "the file is empty")]


def test_a_header_alone_is_said_to_have_no_rows() -> None:
    assert faults("instansi,unit\n") == [(None, "there are no rows below the header")]


def test_a_broken_quotation_is_said_with_the_line_where_its_row_begins() -> None:
    assert lines('instansi,unit\nKota,A\nKota,"B\nKota,C\n') == [3]


def test_a_file_that_is_too_large_is_not_read() -> None:
    found = unit_table.read(b"x" * (LARGEST + 1), Unwatched())
    assert [one.message["en"] for one in found.faults] == ["the file is larger than 5 MB"]


def test_more_rows_than_the_limit_are_refused() -> None:
    rows = "K,A\n" * MOST_ROWS
    assert faults("instansi,unit\n" + rows) == []
    assert faults("instansi,unit\n" + rows + "K,A\n") == [
        (None, "more than 20000 rows; split it into several files")
    ]


def test_a_cell_that_is_too_long_is_named() -> None:
    assert lines(f"instansi,unit\nKota,{'x' * 501}\n") == [2]


def test_reading_can_be_stopped() -> None:
    class Stopped(Unwatched):
        def step(self, *_: object) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        unit_table.read(b"instansi,unit\nK,A\n", Stopped())
