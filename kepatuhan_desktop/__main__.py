"""Open the window: `python -m kepatuhan_desktop`."""

import sys

from kepatuhan_desktop.gui.app import main

sys.exit(main())
