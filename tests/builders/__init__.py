"""Ready-made situations that tests start from."""
