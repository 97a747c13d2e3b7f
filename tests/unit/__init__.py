"""Facts about values and pure functions, and the rules of the house."""
