"""The disk of a laptop, copied onto another one."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from kepatuhan_desktop import bootstrap
from kepatuhan_desktop.bootstrap import Services
from tests.builders.clock import FixedClock
from tests.builders.team import TailedIds


@contextmanager
def of(services: Services) -> Iterator[Services]:
    """The copy as it is now; nothing may be going on."""
    home = services._workspace.home
    copy = home.with_name(f"{home.name}-salinan")
    shutil.copytree(home, copy)
    found = bootstrap.open_services(copy, clock=FixedClock(), ids=TailedIds("z"))
    try:
        yield found
    finally:
        found.close()
