"""What the pages show, as plain values and Qt models."""
