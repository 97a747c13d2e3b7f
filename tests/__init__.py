"""Facts about the program, stated through its public doors."""
