#include "CSQLiteSettings.h"
#include <math.h>
#include <sqlite3.h>
#include <string.h>

// Two functions of the full-text index. `post_rank` is bm25 as FTS5 reckons it, but is handed the length of the post
// instead of looking it up by a statement of its own for each hit. `post_snippet` stops at the end of what it shows,
// where FTS5's own reads the whole text twice.

// What bm25 needs of the whole query, reckoned once.
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

// A snippet as it grows while the text is cut into tokens again.
typedef struct {
    const char *text;
    int length;
    const int *hits; // pairs of the first and the last token, by their first
    int hit_count;
    int first, last; // tokens to show
    int latest; // the first hit, or 0: what is shown begins there or before
    int has_begun; // whether anything is in `out`
    int token; // the next one's number
    int shown; // text up to here is in `out`
    int closes; // the last token of the open mark; -1 where none is open
    int is_cut; // whether there is more text behind
    const char *open, *close, *ellipsis;
    sqlite3_str *out;
} Snippet;

// Whether a sentence ends before the token at `start`.
static int begins_sentence(const char *text, int start) {
    while (start > 0 && strchr(" \t\r\n", text[start - 1])) start--;
    return start > 0 && strchr(".:!?", text[start - 1]);
}

static void show(Snippet *snippet, int end) {
    if (!snippet->has_begun && snippet->first > 0) sqlite3_str_appendall(snippet->out, snippet->ellipsis);
    snippet->has_begun = 1;
    if (end > snippet->shown) sqlite3_str_append(snippet->out, snippet->text + snippet->shown, end - snippet->shown);
    snippet->shown = end;
}

static int take_token(void *context, int flags, const char *token, int size, int start, int end) {
    (void)token;
    (void)size;
    Snippet *snippet = context;
    if (flags & FTS5_TOKEN_COLOCATED) return SQLITE_OK;
    int number = snippet->token++;
    if (number < snippet->first) return SQLITE_OK;
    if (number > snippet->last) {
        snippet->is_cut = 1;
        return SQLITE_DONE;
    }
    if (number == snippet->first && number > 0) snippet->shown = start;
    if (number > snippet->first && number <= snippet->latest && begins_sentence(snippet->text, start)) {
        // The first sentence that begins within what would be shown anyway.
        snippet->last += number - snippet->first;
        snippet->first = snippet->latest = number;
        snippet->shown = start;
    }
    for (; snippet->hit_count > 0 && snippet->hits[0] <= number; snippet->hits += 2, snippet->hit_count--) {
        if (snippet->hits[1] < number) continue;
        if (snippet->closes < 0) {
            show(snippet, start);
            sqlite3_str_appendall(snippet->out, snippet->open);
        }
        if (snippet->hits[1] > snippet->closes) snippet->closes = snippet->hits[1];
    }
    if (number == snippet->last || number == snippet->closes) show(snippet, end);
    if (snippet->closes >= 0 && (number == snippet->last || number == snippet->closes)) {
        sqlite3_str_appendall(snippet->out, snippet->close);
        snippet->closes = -1;
    }
    return SQLITE_OK;
}

// The hits of a column as pairs of tokens, with the phrase of each in `phrases`; the number of them, or -1 and an error code.
static int hits_of(const Fts5ExtensionApi *api, Fts5Context *row, int column, int *hits, int *phrases, int all, int *code) {
    int count = 0;
    for (int index = 0; index < all; index++) {
        int phrase, at, offset;
        *code = api->xInst(row, index, &phrase, &at, &offset);
        if (*code != SQLITE_OK) return -1;
        if (at != column) continue;
        hits[2 * count] = offset;
        hits[2 * count + 1] = offset + api->xPhraseSize(row, phrase) - 1;
        phrases[count++] = phrase;
    }
    return count;
}

// The first token to show: around the hit from which most different phrases, then most hits, are within reach.
static int best_start(const int *hits, const int *phrases, int count, int width, int length) {
    int best = 0, start = 0;
    for (int index = 0; index < count; index++) {
        int score = 0, end = hits[2 * index + 1];
        unsigned long long seen = 0;
        for (int other = index; other < count && hits[2 * other + 1] < hits[2 * index] + width; other++) {
            unsigned long long bit = 1ULL << (phrases[other] & 63);
            score += seen & bit ? 1 : 1000;
            seen |= bit;
            if (hits[2 * other + 1] > end) end = hits[2 * other + 1];
        }
        if (score <= best) continue;
        best = score;
        start = hits[2 * index] - (width - (end - hits[2 * index] + 1)) / 2;
    }
    if (start > length - width) start = length - width;
    return start > 0 ? start : 0;
}

// post_snippet(index, column, open, close, ellipsis, tokens): like FTS5's snippet.
static void snippet(const Fts5ExtensionApi *api, Fts5Context *row, sqlite3_context *answer, int count, sqlite3_value **values) {
    int code = count == 5 ? SQLITE_OK : SQLITE_MISUSE, all = 0, length = 0;
    int column = code == SQLITE_OK ? sqlite3_value_int(values[0]) : 0, *hits = 0;
    Snippet made = {.closes = -1};
    if (code == SQLITE_OK) code = api->xInstCount(row, &all);
    if (code == SQLITE_OK) code = api->xColumnSize(row, column, &length);
    if (code == SQLITE_OK) code = api->xColumnText(row, column, &made.text, &made.length);
    if (code == SQLITE_OK && !(hits = sqlite3_malloc64(((sqlite3_uint64)all * 3 + 1) * sizeof(int)))) code = SQLITE_NOMEM;
    if (code == SQLITE_OK) made.hit_count = hits_of(api, row, column, hits, hits + 2 * all, all, &code);
    if (code == SQLITE_OK) {
        int width = sqlite3_value_int(values[4]);
        made.hits = hits;
        made.first = best_start(hits, hits + 2 * all, made.hit_count, width, length);
        made.last = made.first + width - 1;
        made.latest = made.first > 0 ? hits[0] : 0;
        made.open = (const char *)sqlite3_value_text(values[1]);
        made.close = (const char *)sqlite3_value_text(values[2]);
        made.ellipsis = (const char *)sqlite3_value_text(values[3]);
        made.out = sqlite3_str_new(0);
        code = api->xTokenize(row, made.text, made.length, &made, take_token);
        if (code == SQLITE_DONE) code = SQLITE_OK;
        if (made.is_cut) sqlite3_str_appendall(made.out, made.ellipsis);
        else show(&made, made.length);
        if (code == SQLITE_OK) code = sqlite3_str_errcode(made.out);
        int size = sqlite3_str_length(made.out);
        char *text = sqlite3_str_finish(made.out);
        if (code == SQLITE_OK) sqlite3_result_text(answer, text ? text : "", size, SQLITE_TRANSIENT);
        sqlite3_free(text);
    }
    sqlite3_free(hits);
    if (code != SQLITE_OK) sqlite3_result_error_code(answer, code);
}

int praxis_sqlite_add_search(struct sqlite3 *database) {
    fts5_api *api = 0;
    sqlite3_stmt *statement = 0;
    int code = sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &statement, 0);
    if (code == SQLITE_OK) code = sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", 0);
    if (code == SQLITE_OK) sqlite3_step(statement);
    sqlite3_finalize(statement);
    if (code == SQLITE_OK && !api) code = SQLITE_ERROR;
    if (code == SQLITE_OK) code = api->xCreateFunction(api, "post_rank", 0, rank, 0);
    if (code == SQLITE_OK) code = api->xCreateFunction(api, "post_snippet", 0, snippet, 0);
    return code;
}
