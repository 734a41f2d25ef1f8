#ifndef PRAXIS_FULLTEXT_H
#define PRAXIS_FULLTEXT_H

#include "CSQLiteSettings.h"
#include <sqlite3.h>

// Adds the tokenizer `praxis`. Returns SQLite's result code.
int praxis_add_words(fts5_api *api, praxis_fold letters);

// The function `post_snippet` (index, column, open, close, ellipsis, tokens, words).
void praxis_snippet(const Fts5ExtensionApi *api, Fts5Context *row, sqlite3_context *answer, int count, sqlite3_value **values);

#endif
