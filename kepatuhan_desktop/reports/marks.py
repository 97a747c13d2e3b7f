"""Draw the shapes that say the same as the colours: zones, answers, rising and falling."""

from fractions import Fraction

from kepatuhan_desktop.domain.instrument import Zone
from kepatuhan_desktop.reports import styles
from kepatuhan_desktop.reports.reading import tone
from kepatuhan_desktop.reports.sheet import Sheet


def zone(sheet: Sheet, zone: Zone | str | None, x: float, y: float, radius: float) -> None:
    """A disc for green, a diamond for yellow, a square for red, a ring for none."""
    colour = tone(zone).mark
    if zone == Zone.GREEN:
        sheet.circle(x, y, radius, fill=colour)
    elif zone == Zone.YELLOW:
        reach = radius * 1.25
        sheet.polygon([(x, y + reach), (x + reach, y), (x, y - reach), (x - reach, y)], colour)
    elif zone == Zone.RED:
        side = radius * 1.8
        sheet.box(x - side / 2, y + side / 2, side, side, fill=colour)
    else:
        sheet.circle(x, y, radius - 0.4, stroke=colour)


def level(sheet: Sheet, value: Fraction | None, x: float, y: float, radius: float = 3.1) -> None:
    """How much an answer earns: a full, half or empty disc; a dash for not applicable."""
    if value is None:
        sheet.rule(x - radius, y, x + radius, styles.NEUTRAL.mark, 1.4)
    elif value >= 1:
        sheet.circle(x, y, radius, fill=styles.GREEN.mark)
    elif value > 0:
        sheet.half_disc(x, y, radius - 0.2, styles.YELLOW.mark)
        sheet.circle(x, y, radius - 0.4, stroke=styles.YELLOW.mark)
    else:
        sheet.circle(x, y, radius - 0.4, stroke=styles.RED.mark, line=1.3)


def missing(sheet: Sheet, x: float, y: float, radius: float = 3.1) -> None:
    """No answer yet: a pale ring."""
    sheet.circle(x, y, radius - 0.4, stroke=styles.LINE, line=1.2)
