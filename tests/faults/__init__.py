"""Facts about what survives kills, full disks and damage."""
