"""Facts about pages, dialogs and widgets."""
