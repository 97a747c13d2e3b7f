"""Start the window of the frozen program."""

from kepatuhan_desktop.gui.app import main

main()
