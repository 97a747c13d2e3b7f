"""The places of the demonstration's photographs: hall, waiting room, ramp. Imports Pillow."""

from collections.abc import Sequence
from random import Random

from kepatuhan_desktop.imaging.canvas import Canvas, Colour, darker, lighter
from kepatuhan_desktop.imaging.figures import (
    BLUE,
    GOLD,
    GREEN,
    INK,
    NAVY,
    RED,
    WHITE,
    chair,
    desk,
    person,
    plant,
    room,
    seal,
    seated,
    window,
)


def service_hall(canvas: Canvas, random: Random, texts: Sequence[str]) -> None:
    """Counters with staff, the queue screen, people waiting on chairs."""
    title = texts[0] if texts else "Pelayanan Terpadu Satu Pintu"
    accent = room(canvas, random, 470)
    canvas.shadow((150, 78, 700, 62), 0.3, 8)
    canvas.gradient((150, 78, 700, 62), lighter(accent, 0.1), darker(accent, 0.2))
    seal(canvas, (190, 109), 20)
    canvas.text((520, 109), title.upper(), 31, WHITE, weight="Bold", anchor="mm", room=580)
    _queue_screen(canvas, random)
    for index in range(3):
        left = 60 + index * 250
        person(canvas, (left + 105 + random.uniform(-14, 14), 538), 330, random, staff=True)
        canvas.box((left + 28, 168, 156, 32), darker(accent, 0.25), 6)
        canvas.text((left + 106, 184), f"LOKET {index + 1}", 20, WHITE, weight="Bold", anchor="mm")
        _monitor(canvas, left + 150, 358)
    desk(canvas, (40, 420, 760, 132), accent)
    for index in range(3):
        canvas.box((80 + index * 250, 384, 112, 22), WHITE, 3, (200, 200, 200))
        line = ("Pendaftaran", "Informasi", "Pengambilan")[index]
        canvas.text((136 + index * 250, 395), line, 14, NAVY, weight="SemiBold", anchor="mm")
    plant(canvas, (905, 540), 190, random)
    _waiting(canvas, random, accent, rows=((640, 96, 8), (742, 124, 7)))


def waiting_room(canvas: Canvas, random: Random, texts: Sequence[str]) -> None:
    """Chairs by the window, a water dispenser, a clock and a television."""
    title = texts[0] if texts else "Ruang Tunggu"
    accent = room(canvas, random, 440)
    window(canvas, (70, 110, 230, 210), random)
    window(canvas, (350, 110, 230, 210), random)
    canvas.shadow((650, 100, 250, 146), 0.4, 9)
    canvas.box((650, 100, 250, 146), (24, 26, 32), 6)
    canvas.gradient((658, 108, 234, 130), lighter(accent, 0.3), darker(accent, 0.3))
    canvas.text((775, 150), title, 28, WHITE, weight="Bold", anchor="mm", room=210)
    canvas.text((775, 190), "Mohon menunggu nomor Anda", 14, WHITE, anchor="mm", room=210)
    _clock(canvas, (615, 90), random)
    canvas.shadow((866, 420, 66, 128), 0.5, 9)
    canvas.gradient((866, 300, 66, 250), (250, 250, 250), (208, 212, 218), across=True)
    canvas.box((872, 236, 54, 74), (150, 198, 228), 14)
    canvas.box((880, 350, 38, 34), (70, 78, 90), 4)
    plant(canvas, (40, 540), 200, random)
    plant(canvas, (800, 520), 150, random)
    _waiting(canvas, random, accent, rows=((520, 84, 9), (612, 106, 8), (728, 132, 7)))


def complaint_desk(canvas: Canvas, random: Random, texts: Sequence[str]) -> None:
    """The complaint counter with an officer, a visitor, a suggestion box and the channels."""
    title = texts[0] if texts else "Layanan Pengaduan"
    channels = texts[1:] or ("Telepon 0800-000-000", "SMS 1708", "www.lapor.go.id")
    accent = room(canvas, random, 480)
    window(canvas, (70, 130, 180, 190), random)
    canvas.shadow((330, 88, 340, 66), 0.35, 8)
    canvas.gradient((330, 88, 340, 66), RED, darker(RED, 0.25))
    canvas.text((500, 121), title.upper(), 30, WHITE, weight="Bold", anchor="mm", room=310)
    canvas.shadow((720, 110, 220, 250), 0.35, 9)
    canvas.box((720, 110, 220, 250), WHITE, 5)
    canvas.box((720, 110, 220, 46), accent, 5)
    canvas.text((830, 133), "Sampaikan kepada", 18, WHITE, weight="SemiBold", anchor="mm")
    for index, channel in enumerate(channels[:4]):
        canvas.ellipse((738, 178 + index * 44, 22, 22), lighter(accent, 0.2))
        canvas.text((770, 189 + index * 44), channel, 17, INK, weight="Medium", room=160)
    person(canvas, (500, 615), 390, random, staff=True)
    _monitor(canvas, 590, 408)
    desk(canvas, (290, 470, 430, 170), accent)
    canvas.box((330, 384, 100, 78), (196, 224, 238), 4, (140, 168, 184))
    canvas.box((352, 394, 56, 6), INK, 3)
    canvas.text((380, 430), "Kotak Saran", 13, NAVY, weight="SemiBold", anchor="mm")
    person(canvas, (220, 725), 440, random)
    plant(canvas, (880, 640), 210, random)


def notice_board(canvas: Canvas, random: Random, texts: Sequence[str]) -> None:
    """A board with a title and lines that can be read; more lines make smaller type."""
    title = texts[0] if texts else "Standar Pelayanan"
    lines = texts[1:] or (
        "Persyaratan: KTP, KK, formulir F-1.01",
        "Jangka waktu: 3 hari kerja",
        "Biaya: Rp0 (gratis)",
        "Produk: kartu dan kutipan akta",
        "Pengaduan: 1708 atau loket 3",
    )
    accent = room(canvas, random, 640)
    canvas.shadow((110, 86, 780, 500), 0.45, 14, 12)
    canvas.gradient((110, 86, 780, 500), (214, 216, 220), (166, 170, 178))
    canvas.gradient((124, 100, 752, 472), (252, 252, 250), (238, 240, 240))
    canvas.gradient((124, 100, 752, 84), lighter(accent, 0.05), darker(accent, 0.25))
    seal(canvas, (174, 142), 27)
    canvas.text((520, 142), title.upper(), 40, WHITE, weight="Bold", anchor="mm", room=620)
    space = min(72.0, 360 / max(1, len(lines)))
    for index, line in enumerate(lines):
        y = 222 + index * space
        canvas.ellipse((158, y - 13, 26, 26), GOLD if index % 2 else accent)
        canvas.text((171, y), str(index + 1), 15, WHITE, weight="Bold", anchor="mm")
        label, _, rest = line.partition(":")
        size = min(26.0, space * 0.44)
        if rest:
            canvas.text((206, y), label, size, NAVY, weight="Bold", room=190)
            canvas.text((410, y), rest.strip(), size, INK, weight="Medium", room=440)
        else:
            canvas.text((206, y), line, size, INK, weight="Medium", room=640)
        canvas.line([(158, y + space / 2), (842, y + space / 2)], (214, 218, 224), 1)
    canvas.shade([(124, 100), (420, 100), (250, 572), (124, 572)], (255, 255, 255), 0.28, 30)
    plant(canvas, (55, 700), 220, random)
    person(canvas, (940, 745), 420, random)


def accessibility(canvas: Canvas, random: Random, texts: Sequence[str]) -> None:
    """A ramp with railing at the entrance, and the wheelchair sign."""
    title = texts[0] if texts else "Jalur Kursi Roda"
    canvas.gradient((0, 0, 1000, 420), (132, 186, 230), (230, 242, 246))
    for index in range(9):
        canvas.ellipse(
            (index * 130 - 60, 300 - index % 3 * 30, 190, 180), (96, 150 + index % 4 * 9, 100)
        )
    canvas.gradient((0, 410, 1000, 130), (138, 176, 108), (110, 150, 92))
    wall: Colour = random.choice(((232, 224, 206), (222, 228, 230), (234, 220, 208)))
    canvas.gradient((330, 90, 670, 440), lighter(wall, 0.2), darker(wall, 0.08))
    canvas.box((310, 66, 690, 36), (168, 84, 62))
    canvas.shade([(330, 100), (1000, 100), (1000, 116), (330, 116)], (20, 20, 30), 0.4, 7)
    canvas.gradient((640, 190, 230, 330), (118, 156, 178), (190, 214, 222))
    canvas.box((750, 190, 10, 330), (226, 226, 222))
    for x in (632, 866):
        canvas.box((x, 182, 12, 340), (226, 226, 222))
    canvas.box((632, 176, 246, 14), (226, 226, 222))
    canvas.gradient((0, 520, 1000, 230), (186, 184, 178), (150, 148, 146))
    canvas.polygon([(600, 524), (910, 524), (910, 584), (600, 584)], (206, 202, 194))
    canvas.polygon([(60, 690), (600, 524), (600, 584), (210, 716)], (216, 206, 186))
    canvas.polygon([(210, 716), (600, 584), (600, 640), (240, 722)], (164, 156, 142))
    canvas.polygon([(600, 584), (910, 584), (910, 640), (600, 640)], (176, 170, 160))
    for index in range(9):
        share = index / 9
        left, top = 90 + share * 500, 690 - share * 164
        end = (left + 130 - share * 120, top + 22 + share * 36)
        canvas.line([(left, top), end], GOLD, 3)
    for lift in (96, 56):
        canvas.line([(80, 690 - lift), (600, 524 - lift), (640, 524 - lift)], (92, 98, 108), 7)
    for index in range(6):
        x = 84 + index * 103
        canvas.box((x, 590 - index * 33, 6, 100), (92, 98, 108))
    canvas.shadow((396, 160, 170, 190), 0.4, 9)
    canvas.box((396, 160, 170, 190), BLUE, 12, WHITE)
    wheelchair(canvas, (481, 240), 62)
    canvas.text((481, 328), title, 18, WHITE, weight="Bold", anchor="mm", room=150)
    plant(canvas, (955, 660), 230, random)


def wheelchair(canvas: Canvas, centre: tuple[float, float], size: float) -> None:
    """The sign of a person in a wheelchair, white, `size` units in each direction."""
    x, y = centre
    canvas.ellipse((x - 0.3 * size, y - size, 0.36 * size, 0.36 * size), WHITE)
    canvas.line(
        [(x - 0.1 * size, y - 0.55 * size), (x - 0.04 * size, y + 0.1 * size),
         (x + 0.45 * size, y + 0.1 * size), (x + 0.66 * size, y + 0.72 * size),
         (x + 0.86 * size, y + 0.64 * size)],
        WHITE, 0.17 * size,
    )  # fmt: skip
    canvas.line(
        [(x - 0.06 * size, y - 0.24 * size), (x + 0.4 * size, y - 0.24 * size)], WHITE, 0.13 * size
    )
    canvas.ring(
        (x - 0.66 * size, y - 0.2 * size, 1.1 * size, 1.1 * size), WHITE, 0.13 * size, (15, 262)
    )


def _queue_screen(canvas: Canvas, random: Random) -> None:
    canvas.shadow((822, 168, 150, 180), 0.4, 9)
    canvas.box((822, 168, 150, 180), (22, 26, 36), 6)
    canvas.gradient((830, 176, 134, 164), (24, 66, 128), (12, 34, 76))
    canvas.text((897, 198), "NOMOR ANTREAN", 13, WHITE, weight="SemiBold", anchor="mm", room=120)
    number = f"A{random.randint(10, 89):03d}"
    canvas.text((897, 246), number, 46, (255, 222, 110), weight="Bold", anchor="mm", room=120)
    canvas.text((897, 302), f"Loket {random.randint(1, 3)}", 24, WHITE, weight="Bold", anchor="mm")


def _monitor(canvas: Canvas, left: float, top: float) -> None:
    canvas.box((left + 30, top + 44, 12, 16), (60, 64, 72))
    canvas.box((left, top, 72, 48), (52, 56, 66), 4)
    canvas.box((left + 14, top + 58, 44, 5), (60, 64, 72), 2)


def _clock(canvas: Canvas, centre: tuple[float, float], random: Random) -> None:
    x, y = centre
    canvas.shadow((x - 22, y - 22, 44, 44), 0.4, 6)
    canvas.ellipse((x - 26, y - 26, 52, 52), (60, 64, 74))
    canvas.ellipse((x - 22, y - 22, 44, 44), WHITE)
    canvas.line([(x, y), (x + random.uniform(-9, 9), y - 11)], INK, 3)
    canvas.line([(x, y), (x + random.uniform(8, 15), y + random.uniform(-6, 8))], INK, 2)


def _waiting(
    canvas: Canvas, random: Random, accent: Colour, rows: tuple[tuple[float, float, int], ...]
) -> None:
    colour = random.choice((BLUE, GREEN, (84, 92, 108), accent))
    for y, size, count in rows:
        gap = canvas.width / count
        for index in range(count):
            x = gap * (index + 0.5)
            chair(canvas, (x, y), size, colour)
            if random.random() < 0.5:  # noqa: PLR2004 - every other chair is taken
                seated(canvas, (x, y), size * 3.1, random)
