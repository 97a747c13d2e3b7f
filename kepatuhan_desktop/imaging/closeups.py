"""Papers, signs and screens of the demonstration's photographs. Imports Pillow."""

from collections.abc import Sequence
from random import Random

from kepatuhan_desktop.imaging.canvas import Canvas, darker, lighter, mixed, wrapped
from kepatuhan_desktop.imaging.figures import (
    ACCENTS,
    BLUE,
    GOLD,
    INK,
    NAVY,
    WALLS,
    WHITE,
    WOOD,
    person,
    plant,
    seal,
)
from kepatuhan_desktop.imaging.scenes import wheelchair

_PAPER = (250, 247, 238)
_FAINT = (122, 126, 136)


def certificate(canvas: Canvas, random: Random, texts: Sequence[str]) -> None:
    """A decree on letterhead, photographed on a desk: title, then its lines."""
    title = texts[0] if texts else "Surat Keputusan tentang Standar Pelayanan"
    lines = texts[1:] or (
        "Menimbang: bahwa penyelenggara wajib menyusun dan menetapkan standar pelayanan.",
        "Mengingat: Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik.",
        "Menetapkan: standar pelayanan sebagaimana tercantum dalam lampiran.",
    )
    _tabletop(canvas, random)
    dots = round(max(canvas.image.size) * 0.8)
    paper = Canvas(round(dots * 0.72), dots, _PAPER)
    _letter(paper, random, title, lines)
    canvas.paste(paper.image, (canvas.width / 2, canvas.height / 2 - 8), random.uniform(-4, 4))
    canvas.line([(590, 850), (700, 560)], (34, 38, 52), 13)
    canvas.line([(587, 858), (594, 840)], GOLD, 7)
    canvas.glow((160, 120), (640, 560), WHITE, 0.4)


def toilet_sign(canvas: Canvas, random: Random, texts: Sequence[str]) -> None:
    """A wall with the toilet's sign and a door."""
    title = texts[0] if texts else "Toilet"
    wall, accent = random.choice(WALLS), random.choice(ACCENTS)
    canvas.gradient((0, 0, 750, 1000), lighter(wall, 0.2), darker(wall, 0.08))
    for row in range(12):
        for column in range(9):
            share = random.uniform(0, 0.1)
            canvas.box((column * 86 + 3, 560 + row * 40, 82, 36), darker((224, 230, 232), share), 2)
    canvas.shadow((410, 210, 270, 720), 0.3, 12)
    canvas.gradient((410, 210, 270, 720), lighter(WOOD, 0.18), darker(WOOD, 0.1))
    canvas.box((434, 240, 222, 290), darker(WOOD, 0.08), 4, darker(WOOD, 0.25))
    canvas.box((434, 570, 222, 320), darker(WOOD, 0.08), 4, darker(WOOD, 0.25))
    canvas.box((430, 546, 46, 13), (206, 208, 212), 6)
    canvas.gradient((0, 930, 750, 70), (176, 172, 168), (206, 204, 200))
    canvas.shadow((70, 200, 290, 330), 0.45, 12)
    canvas.box((70, 200, 290, 330), darker(accent, 0.1), 16, WHITE)
    for index, x in enumerate((135, 215)):
        canvas.ellipse((x - 17, 240, 34, 34), WHITE)
        if index:
            canvas.polygon([(x, 276), (x + 36, 366), (x - 36, 366)], WHITE)
        else:
            canvas.box((x - 24, 279, 48, 86), WHITE, 12)
        canvas.box((x - 16, 350, 13, 70), WHITE, 5)
        canvas.box((x + 3, 350, 13, 70), WHITE, 5)
    wheelchair(canvas, (296, 336), 60)
    canvas.text((215, 474), title.upper(), 46, WHITE, weight="Bold", anchor="mm", room=250)
    plant(canvas, (110, 960), 260, random)


def staff_badge(canvas: Canvas, random: Random, texts: Sequence[str]) -> None:
    """An identity badge on khaki: institution, name, position."""
    office = texts[0] if texts else "Dinas Kependudukan"
    name = texts[1] if len(texts) > 1 else "Contoh Petugas"
    duty = texts[2] if len(texts) > 2 else "Petugas Loket"  # noqa: PLR2004 - third line
    cloth = (168, 150, 110)
    canvas.gradient((0, 0, 750, 1000), lighter(cloth, 0.12), darker(cloth, 0.22))
    for index in range(130):
        canvas.line(
            [(index * 14 - 500, 0), (index * 14 - 180, 1000)],
            mixed(cloth, (150, 132, 94), 0.5),
            1.2,
        )
    canvas.shade([(520, 0), (760, 0), (760, 1000), (610, 1000)], (40, 32, 20), 0.4, 40)
    canvas.polygon([(330, 0), (372, 0), (386, 236), (364, 236)], darker(BLUE, 0.1))
    canvas.polygon([(378, 0), (420, 0), (386, 236), (364, 236)], BLUE)
    canvas.box((357, 222, 36, 46), (196, 198, 204), 6, (120, 124, 132))
    dots = round(max(canvas.image.size) * 0.6)
    badge = Canvas(round(dots * 0.68), dots, WHITE)
    _badge(badge, random, (office, name, duty))
    canvas.paste(badge.image, (375, 570), random.uniform(-3, 3))
    canvas.glow((230, 330), (430, 400), WHITE, 0.4)


def website(canvas: Canvas, random: Random, texts: Sequence[str]) -> None:
    """A browser with the office's page: title, then the services it publishes."""
    title = texts[0] if texts else "Standar Pelayanan"
    lines = texts[1:] or (
        "Persyaratan: KTP elektronik, kartu keluarga dan formulir permohonan yang telah diisi",
        "Prosedur: ambil nomor, serahkan berkas, verifikasi, terima hasil",
        "Jangka waktu: paling lama 3 hari kerja sejak berkas lengkap",
        "Biaya: Rp0, semua layanan tidak dipungut biaya",
        "Produk: kartu, kutipan akta, surat keterangan",
        "Pengaduan: loket 3, telepon 0800-000-000, atau SMS 1708",
    )
    accent = random.choice(ACCENTS)
    width, height = canvas.width, canvas.height
    canvas.box((0, 0, width, height), (246, 247, 249))
    canvas.box((0, 0, width, 26), (222, 225, 230))
    canvas.box((60, 5, 170, 21), WHITE, 5)
    canvas.text((72, 16), title, 9, INK, room=140)
    for index, colour in enumerate(((236, 106, 94), (244, 190, 80), (98, 196, 86))):
        canvas.ellipse((12 + index * 14, 8, 9, 9), colour)
    canvas.box((0, 26, width, 24), WHITE)
    canvas.box((60, 30, width - 120, 16), (238, 240, 243), 8)
    canvas.text((72, 38), "https://pelayanan.contoh.go.id/standar-pelayanan", 8, _FAINT)
    canvas.gradient((0, 50, width, 150), darker(accent, 0.3), lighter(accent, 0.1), across=True)
    seal(canvas, (70, 84), 15)
    canvas.text((94, 84), "Pemerintah Daerah Contoh", 12, WHITE, weight="SemiBold")
    for index, entry in enumerate(("Beranda", "Profil", "Layanan", "Pengaduan")):
        canvas.text((680 + index * 72, 84), entry, 10, WHITE, weight="Medium", anchor="mm")
    canvas.text((60, 140), title, 30, WHITE, weight="Bold", room=760)
    canvas.text((60, 172), "Informasi resmi bagi masyarakat pengguna layanan", 12, WHITE)
    canvas.box((0, height - 76, width, 76), darker(accent, 0.55))
    canvas.text((60, height - 44), "Jalan Contoh Nomor 1 · Senin–Jumat 08.00–15.30", 10, WHITE)
    for index, line in enumerate(lines[:9]):
        left, top = 60 + index % 3 * 300, 222 + index // 3 * 108
        canvas.shadow((left, top, 280, 92), 0.14, 5, 2)
        canvas.box((left, top, 280, 92), WHITE, 7, (226, 229, 234))
        canvas.box((left + 16, top + 18, 34, 34), lighter(accent, 0.75), 8)
        canvas.box((left + 26, top + 27, 14, 16), accent, 3)
        label, _, rest = line.partition(":")
        canvas.text((left + 64, top + 28), label, 13, INK, weight="SemiBold", room=200)
        for number, part in enumerate(wrapped(rest.strip(), "Regular", 9.5, 200)[:3]):
            canvas.text((left + 64, top + 47 + number * 13), part, 9.5, _FAINT, room=204)


def _tabletop(canvas: Canvas, random: Random) -> None:
    canvas.gradient((0, 0, canvas.width, canvas.height), lighter(WOOD, 0.08), darker(WOOD, 0.28))
    for _ in range(70):
        y, drift = random.uniform(0, canvas.height), random.uniform(-12, 12)
        canvas.line(
            [(0, y), (canvas.width * 0.5, y + drift), (canvas.width, y)],
            darker(WOOD, random.uniform(0.02, 0.22)),
            1.4,
        )


def _letter(paper: Canvas, random: Random, title: str, lines: Sequence[str]) -> None:
    middle, width = paper.width / 2, paper.width
    seal(paper, (middle, 82), 38)
    paper.text((middle, 148), "PEMERINTAH DAERAH CONTOH", 25, INK, weight="SemiBold", anchor="mm")
    paper.text((middle, 180), "Jalan Contoh Nomor 1", 15, _FAINT, anchor="mm")
    paper.box((60, 204, width - 120, 3.5), INK)
    paper.box((60, 210, width - 120, 1.2), INK)
    y = 252.0
    for part in wrapped(title.upper(), "Bold", 26, width - 150):
        paper.text((middle, y), part, 26, INK, weight="Bold", anchor="mm")
        y += 36
    paper.text((middle, y), f"NOMOR {random.randint(10, 480)} TAHUN 2025", 19, INK, anchor="mm")
    y += 52
    for line in lines:
        for part in wrapped(line, "Regular", 22, width - 150):
            paper.text((75, y), part, 22, INK)
            y += 34
        y += 16
    y = max(y + 20, 760)
    paper.text((width - 200, y), "Kepala Dinas,", 18, INK, anchor="mm")
    sign = [(width - 290 + index * 9, y + 58 + random.uniform(-24, 24)) for index in range(20)]
    paper.line(sign, (34, 54, 140), 3)
    stamp = mixed((92, 66, 160), _PAPER, 0.35)
    paper.ring((width - 360, y + 8, 110, 110), stamp, 4)
    paper.ring((width - 344, y + 24, 78, 78), stamp, 2)
    paper.text((width - 305, y + 63), "CONTOH", 16, stamp, weight="Bold", anchor="mm")
    paper.text((width - 200, y + 122), "NIP 00000000 000000 0 000", 14, _FAINT, anchor="mm")


def _badge(badge: Canvas, random: Random, texts: tuple[str, str, str]) -> None:
    office, name, duty = texts
    width = badge.width
    badge.gradient((0, 0, width, 240), lighter(NAVY, 0.12), darker(NAVY, 0.25))
    seal(badge, (width / 2, 84), 46)
    badge.text(
        (width / 2, 182), office.upper(), 40, WHITE, weight="Bold", anchor="mm", room=width - 70
    )
    badge.gradient((width / 2 - 150, 290, 300, 370), (206, 70, 62), (166, 44, 44))
    person(badge, (width / 2, 960), 640, random, staff=True)
    badge.box((0, 660, width, 340), WHITE)
    badge.box((width / 2 - 156, 284, 312, 6), (214, 216, 222))
    badge.text((width / 2, 736), name, 58, INK, weight="Bold", anchor="mm", room=width - 80)
    badge.text((width / 2, 808), duty, 42, _FAINT, weight="Medium", anchor="mm", room=width - 80)
    for index in range(46):
        thick = random.choice((3, 5, 8))
        badge.box((width / 2 - 230 + index * 10, 866, thick, 84), INK)
