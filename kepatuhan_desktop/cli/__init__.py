"""The command line: one module per noun; runs without Qt."""
