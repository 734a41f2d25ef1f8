#ifndef PRAXIS_SQLITE_SETTINGS_H
#define PRAXIS_SQLITE_SETTINGS_H

/// Turns SQLite's memory statistics off, which Debian's build counts under one global lock for every allocation.
/// Must be called before the first connection is opened. Returns SQLite's result code (0: done).
int praxis_sqlite_disable_memory_statistics(void);

#endif
