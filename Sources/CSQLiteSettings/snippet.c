#include "fulltext.h"
#include <string.h>

// The function `post_snippet`: it stops at the end of what it shows, where FTS5's own reads the whole text twice.

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
    int waits; // whether the hit is not the joined word that was given, but its first part, which comes next
    const char *open, *close, *ellipsis;
    sqlite3_str *wanted; // what is looked for, each token between two line ends
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
    if (end <= snippet->shown) return;
    sqlite3_str_append(snippet->out, snippet->text + snippet->shown, end - snippet->shown);
    snippet->shown = end;
}

static void next_hit(Snippet *snippet) {
    snippet->hits += 2;
    snippet->hit_count--;
}

// Shows and marks the token with this number as far as it is a hit or ends what is shown.
static void mark(Snippet *snippet, int number, int start, int end) {
    for (; snippet->hit_count > 0 && snippet->hits[0] <= number; next_hit(snippet)) {
        // Within a joined word that is marked already.
        if (snippet->hits[1] <= number && end <= snippet->shown) continue;
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
}

static int take_wanted(void *context, int flags, const char *token, int size, int start, int end) {
    (void)flags;
    (void)start;
    (void)end;
    sqlite3_str *wanted = context;
    sqlite3_str_append(wanted, "\n", 1);
    sqlite3_str_append(wanted, token, size);
    sqlite3_str_append(wanted, "\n", 1);
    return SQLITE_OK;
}

static int is_wanted(const Snippet *snippet, const char *token, int size) {
    const char *at = sqlite3_str_value(snippet->wanted);
    int left = sqlite3_str_length(snippet->wanted);
    for (; at && left >= size + 2; at++, left--) {
        if (at[0] == '\n' && at[size + 1] == '\n' && memcmp(at + 1, token, (size_t)size) == 0) return 1;
    }
    return 0;
}

static int take_token(void *context, int flags, const char *token, int size, int start, int end) {
    Snippet *snippet = context;
    if (flags & FTS5_TOKEN_COLOCATED) {
        if (snippet->waits) mark(snippet, snippet->token - 1, start, end);
        snippet->waits = 0;
        return SQLITE_OK;
    }
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
    while (snippet->hit_count > 0 && snippet->hits[1] < number) next_hit(snippet);
    if (snippet->hit_count > 0 && snippet->hits[0] == number && !is_wanted(snippet, token, size)) snippet->waits = 1;
    else mark(snippet, number, start, end);
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

// post_snippet(index, column, open, close, ellipsis, tokens, words): like FTS5's snippet; `words` are those of the query.
void praxis_snippet(const Fts5ExtensionApi *api, Fts5Context *row, sqlite3_context *answer, int count, sqlite3_value **values) {
    int code = count == 6 ? SQLITE_OK : SQLITE_MISUSE, all = 0, length = 0;
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
        made.wanted = sqlite3_str_new(0);
        const char *words = (const char *)sqlite3_value_text(values[5]);
        code = api->xTokenize(row, words, sqlite3_value_bytes(values[5]), made.wanted, take_wanted);
        if (code == SQLITE_OK) code = api->xTokenize(row, made.text, made.length, &made, take_token);
        if (code == SQLITE_DONE) code = SQLITE_OK;
        if (made.is_cut) sqlite3_str_appendall(made.out, made.ellipsis);
        else show(&made, made.length);
        if (code == SQLITE_OK) code = sqlite3_str_errcode(made.out);
        int size = sqlite3_str_length(made.out);
        char *text = sqlite3_str_finish(made.out);
        if (code == SQLITE_OK) sqlite3_result_text(answer, text ? text : "", size, SQLITE_TRANSIENT);
        sqlite3_free(text);
        sqlite3_free(sqlite3_str_finish(made.wanted));
    }
    sqlite3_free(hits);
    if (code != SQLITE_OK) sqlite3_result_error_code(answer, code);
}
