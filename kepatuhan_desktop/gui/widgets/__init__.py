"""Widgets of our own, painted with the tokens of the theme."""
