# The interface is that of the standard library's module. The exceptions are classes of
# their own at run time: `except sqlite3.Error` does not catch them.
from sqlite3.dbapi2 import *
