#include "CSQLiteSettings.h"
#include "fulltext.h"
#include <math.h>
#include <string.h>

// Functions of the full-text index. `post_rank` is bm25 as FTS5 calculates it, but is handed the length of the post
// instead of looking it up by a statement of its own for each hit. `post_tells` says whether a hit is more than the title
// of its thread.

// What bm25 needs of the whole query, computed once.
typedef struct {
    double average; // tokens of a post
    double weights[1]; // of each phrase: the rarer, the heavier
} Query;

static const double titleWeight = 8.0, bodyWeight = 1.0;
static const double saturation = 1.2, lengthInfluence = 0.75;

static int count_hit(const Fts5ExtensionApi *api, Fts5Context *row, void *count) {
    (void)api;
    (void)row;
    ++*(sqlite3_int64 *)count;
    return SQLITE_OK;
}

// The numbers of the query that `row` belongs to, or none and an error code.
static const Query *query_of(const Fts5ExtensionApi *api, Fts5Context *row, int *code) {
    Query *query = api->xGetAuxdata(row, 0);
    if (query) return query;
    int phrases = api->xPhraseCount(row);
    sqlite3_int64 posts = 0, tokens = 0;
    query = sqlite3_malloc64(sizeof(Query) + (sqlite3_uint64)phrases * sizeof(double));
    *code = query ? api->xRowCount(row, &posts) : SQLITE_NOMEM;
    if (*code == SQLITE_OK) *code = api->xColumnTotalSize(row, -1, &tokens);
    for (int phrase = 0; *code == SQLITE_OK && phrase < phrases; phrase++) {
        sqlite3_int64 hits = 0;
        *code = api->xQueryPhrase(row, phrase, &hits, count_hit);
        double weight = log((double)(posts - hits + 0.5) / ((double)hits + 0.5));
        query->weights[phrase] = weight > 0 ? weight : 1e-6;
    }
    if (*code != SQLITE_OK) {
        sqlite3_free(query);
        return 0;
    }
    query->average = (double)tokens / (double)posts;
    *code = api->xSetAuxdata(row, query, sqlite3_free);
    return *code == SQLITE_OK ? query : 0;
}

// The sum of the numbers that FTS5 keeps of a row's length, one for each column, in SQLite's variable-length form.
static double length_of(sqlite3_value *sizes) {
    const unsigned char *bytes = sqlite3_value_blob(sizes);
    int count = sqlite3_value_bytes(sizes);
    sqlite3_uint64 sum = 0, number = 0;
    for (int index = 0; index < count; index++) {
        number = number << 7 | (bytes[index] & 0x7f);
        if (bytes[index] & 0x80) continue;
        sum += number;
        number = 0;
    }
    return (double)sum;
}

// post_rank(index, sizes): bm25 in billionths; the smaller, the better.
static void rank(const Fts5ExtensionApi *api, Fts5Context *row, sqlite3_context *answer, int count, sqlite3_value **values) {
    int code = SQLITE_OK;
    const Query *query = count == 1 ? query_of(api, row, &code) : 0;
    if (!query) {
        sqlite3_result_error_code(answer, code == SQLITE_OK ? SQLITE_MISUSE : code);
        return;
    }
    double score = 0, length = length_of(values[0]);
    int phrases = api->xPhraseCount(row);
    for (int phrase = 0; phrase < phrases; phrase++) {
        Fts5PhraseIter hits;
        int column, offset;
        double frequency = 0;
        code = api->xPhraseFirst(row, phrase, &hits, &column, &offset);
        if (code != SQLITE_OK) {
            sqlite3_result_error_code(answer, code);
            return;
        }
        for (; column >= 0; api->xPhraseNext(row, &hits, &column, &offset))
            frequency += column == 0 ? titleWeight : bodyWeight;
        double damped = frequency + saturation * (1 - lengthInfluence + lengthInfluence * length / query->average);
        score += query->weights[phrase] * (frequency * (saturation + 1.0) / damped);
    }
    sqlite3_result_int64(answer, (sqlite3_int64)(-1.0 * score * 1000000000));
}

// Whether any phrase stands in the post itself: in its text, or in the title that it gave its thread.
static void tells(const Fts5ExtensionApi *api, Fts5Context *row, sqlite3_context *answer, int count, sqlite3_value **values) {
    (void)count;
    (void)values;
    int phrases = api->xPhraseCount(row), code = SQLITE_OK, column = -1;
    for (int phrase = 0; phrase < phrases && code == SQLITE_OK; phrase++) {
        Fts5PhraseIter hits;
        int offset;
        // Hits come in the order of the columns.
        code = api->xPhraseFirst(row, phrase, &hits, &column, &offset);
        if (code == SQLITE_OK && (column == 0 || column == 1)) break;
    }
    if (code != SQLITE_OK) sqlite3_result_error_code(answer, code);
    else sqlite3_result_int(answer, column == 0 || column == 1);
}

int praxis_sqlite_add_search(struct sqlite3 *database, praxis_fold letters) {
    fts5_api *api = 0;
    sqlite3_stmt *statement = 0;
    int code = sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &statement, 0);
    if (code == SQLITE_OK) code = sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", 0);
    if (code == SQLITE_OK) sqlite3_step(statement);
    sqlite3_finalize(statement);
    if (code == SQLITE_OK && !api) code = SQLITE_ERROR;
    if (code == SQLITE_OK) code = praxis_add_words(api, letters);
    if (code == SQLITE_OK) code = api->xCreateFunction(api, "post_rank", 0, rank, 0);
    if (code == SQLITE_OK) code = api->xCreateFunction(api, "post_tells", 0, tells, 0);
    if (code == SQLITE_OK) code = api->xCreateFunction(api, "post_snippet", 0, praxis_snippet, 0);
    return code;
}
