"""Assess whether a public-service office keeps the service standard the law demands."""

__version__ = "0.1.0"
