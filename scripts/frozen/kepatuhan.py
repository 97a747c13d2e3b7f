"""Start the command line of the frozen program."""

from kepatuhan_desktop.cli.app import main

main()
