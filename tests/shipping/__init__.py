"""Facts about what is shipped: archives, the installed program, the frozen folder."""
