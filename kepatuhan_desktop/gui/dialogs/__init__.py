"""The dialogs of the pages, one module each."""
