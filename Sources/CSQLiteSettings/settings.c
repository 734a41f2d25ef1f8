#include "CSQLiteSettings.h"
#include <sqlite3.h>

int praxis_sqlite_bind_integer(struct sqlite3_stmt *statement, int index, long long value) {
    return sqlite3_bind_int64(statement, index, value);
}

int praxis_sqlite_bind_text(struct sqlite3_stmt *statement, int index, const char *text, int count) {
    return sqlite3_bind_text(statement, index, count > 0 ? text : "", count, SQLITE_TRANSIENT);
}

int praxis_sqlite_bind_bytes(struct sqlite3_stmt *statement, int index, const void *bytes, int count) {
    return count > 0 ? sqlite3_bind_blob(statement, index, bytes, count, SQLITE_TRANSIENT)
                     : sqlite3_bind_zeroblob(statement, index, 0);
}

// sqlite3_config is variadic, which Swift cannot call.
int praxis_sqlite_disable_memory_statistics(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }
