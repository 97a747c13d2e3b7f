"""Start the window of the frozen program."""

import sys

from kepatuhan_desktop.gui.app import main

sys.exit(main())
