#ifndef PRAXIS_SQLITE_SETTINGS_H
#define PRAXIS_SQLITE_SETTINGS_H

struct sqlite3;
struct sqlite3_stmt;

/// Binds a value to the parameter at `index`, from 1; text and bytes are copied. Returns SQLite's result code (0: done).
int praxis_sqlite_bind_integer(struct sqlite3_stmt *statement, int index, long long value);
int praxis_sqlite_bind_text(struct sqlite3_stmt *statement, int index, const char *text, int count);
int praxis_sqlite_bind_bytes(struct sqlite3_stmt *statement, int index, const void *bytes, int count);

/// Turns SQLite's memory statistics off, which Debian's build counts under one global lock for every allocation.
/// Must be called before the first connection is opened. Returns SQLite's result code (0: done).
int praxis_sqlite_disable_memory_statistics(void);

/// What a character is to the words around it (`Folding.Kind`), and what it is compared as, in UTF-8.
typedef struct {
    unsigned char kind, size;
    char bytes[14];
} praxis_letter;

/// Fills in the letter of one Unicode scalar; the same each time, and from any thread.
typedef void (*praxis_fold)(unsigned int scalar, praxis_letter *letter);

/// U+E001 at the beginning of a query: its words are looked for joined ("email"), not in their parts ("e", "mail").
#define PRAXIS_JOINED_WORDS "\xEE\x80\x81"

/// Adds the tokenizer `praxis` and the full-text functions `post_rank`, `post_tells` and `post_snippet` to a connection.
/// Returns SQLite's result code (0: done).
int praxis_sqlite_add_search(struct sqlite3 *database, praxis_fold letters);

/// Adds the function `row_seal`, a checksum of 64 bits over its arguments, to a connection. Returns SQLite's result code (0: done).
int praxis_sqlite_add_seal(struct sqlite3 *database);

#endif
