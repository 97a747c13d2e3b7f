"""Files that travel between devices."""
