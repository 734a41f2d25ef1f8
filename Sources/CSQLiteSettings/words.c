#include "CSQLiteSettings.h"
#include "fulltext.h"
#include <stdatomic.h>
#include <string.h>

// The tokenizer `praxis`: cuts text into words and folds their letters, the same where posts are indexed and where words
// are looked for. What a letter is folded to is told by the caller's function, once for each; this file knows only how
// words lie in a text:
//
// - A word is letters with their marks. What nobody sees is passed over.
// - In scripts that part no words each letter is a token, so that a word is found as a phrase of them.
// - An apostrophe, a hyphen or a dot between two letters parts a word and joins it: "e-mail" gives "email" and at the same
//   place "e", then "mail". Two numbers are never joined, and a dot joins only what is short, as in "N.H.S.".
//   In a query there are either the parts, or the joined words alone where it begins with U+E001.

enum { GAP, LETTER, SINGLE, MARK, UNSEEN, APOSTROPHE, HYPHEN, DOT };
enum { PAGE = 256, PAGES = 0x110000 / PAGE, MOST_PARTS = 8, LONGEST_BESIDE_DOT = 3 };

static _Atomic(praxis_letter *) pages[PAGES];
static _Atomic(praxis_fold) fold;

// The letters of 256 scalars; without memory for them, gaps.
static const praxis_letter *page_of(unsigned number) {
    static const praxis_letter gaps[PAGE];
    praxis_letter *page = atomic_load_explicit(&pages[number], memory_order_acquire);
    if (page) return page;
    praxis_letter *made = sqlite3_malloc64(PAGE * sizeof(praxis_letter));
    if (!made) return gaps;
    memset(made, 0, PAGE * sizeof(praxis_letter));
    for (unsigned index = 0; index < PAGE; index++) atomic_load(&fold)(number * PAGE + index, &made[index]);
    if (atomic_compare_exchange_strong(&pages[number], &page, made)) return made;
    sqlite3_free(made);
    return page;
}

static const praxis_letter *letter_of(unsigned scalar) { return &page_of(scalar / PAGE)[scalar % PAGE]; }

typedef struct {
    int start, end; // in the text
    int from, to; // in `bytes`
    int letters;
    int begins_in_digit, ends_in_digit;
} Part;

typedef struct {
    const unsigned char *text;
    int size, at;
    int used, count;
    const praxis_letter *ascii; // the most frequent by far
    Part parts[MOST_PARTS];
    char bytes[1024];
} Reader;

static const praxis_letter *next_beyond_ascii(const Reader *reader, int *at) {
    const unsigned char *text = reader->text + *at;
    int more = text[0] < 0xC0 ? 0 : text[0] < 0xE0 ? 1 : text[0] < 0xF0 ? 2 : 3;
    if (more == 0 || *at + more >= reader->size) {
        ++*at;
        return letter_of(0xFFFD);
    }
    unsigned scalar = text[0] & (0x3F >> more);
    for (int index = 1; index <= more; index++) scalar = scalar << 6 | (text[index] & 0x3F);
    *at += more + 1;
    return letter_of(scalar < 0x110000 ? scalar : 0xFFFD);
}

// The letter at `*at`, which is moved behind it.
static inline const praxis_letter *next_letter(const Reader *reader, int *at) {
    unsigned char byte = reader->text[*at];
    if (byte >= 0x80) return next_beyond_ascii(reader, at);
    ++*at;
    return &reader->ascii[byte];
}

static void skip_unseen(Reader *reader) {
    for (int next = reader->at; next < reader->size && next_letter(reader, &next)->kind == UNSEEN;) reader->at = next;
}

static inline void append(Reader *reader, const praxis_letter *letter) {
    if (letter->size == 1) reader->bytes[reader->used] = letter->bytes[0];
    else memcpy(reader->bytes + reader->used, letter->bytes, letter->size);
    reader->used += letter->size;
}

// Whether it fits behind what is in `bytes`: a longer word is cut.
static int fits(const Reader *reader, const praxis_letter *letter) {
    return reader->used + letter->size <= (int)sizeof reader->bytes;
}

static int is_digit(const praxis_letter *letter) {
    return letter->size == 1 && letter->bytes[0] >= '0' && letter->bytes[0] <= '9';
}

// Adds the run of ASCII letters at hand, each of which folds to one byte; most words are no more than that.
static void read_ascii(Reader *reader, Part *part) {
    const unsigned char *text = reader->text;
    const praxis_letter *ascii = reader->ascii, *last = 0;
    int at = reader->at, size = reader->size, used = reader->used;
    for (; at < size && text[at] < 0x80 && used < (int)sizeof reader->bytes; at++) {
        const praxis_letter *letter = &ascii[text[at]];
        if (letter->kind != LETTER) break;
        reader->bytes[used++] = letter->bytes[0];
        last = letter;
    }
    if (!last) return;
    part->ends_in_digit = is_digit(last);
    if (!part->letters) part->begins_in_digit = is_digit(&ascii[text[reader->at]]);
    part->letters += at - reader->at;
    reader->used = used;
    reader->at = part->end = at;
}

// Adds the run of letters at hand; returns whether there is one.
static int read_part(Reader *reader) {
    skip_unseen(reader);
    Part part = {.start = reader->at, .from = reader->used};
    read_ascii(reader, &part);
    for (int next = reader->at; next < reader->size;) {
        const praxis_letter *letter = next_letter(reader, &next);
        if (letter->kind == UNSEEN) continue;
        if (letter->kind != LETTER && !(letter->kind == MARK && part.letters)) break;
        if (!fits(reader, letter)) break;
        append(reader, letter);
        reader->at = part.end = next;
        if (letter->kind == MARK) continue;
        part.ends_in_digit = is_digit(letter);
        if (!part.letters++) part.begins_in_digit = part.ends_in_digit;
    }
    part.to = reader->used;
    if (part.letters) reader->parts[reader->count++] = part;
    return part.letters;
}

// Whether `kind` joins what stands before it to the part behind.
static int joins(int kind, const Part *before, const Part *behind) {
    if (before->ends_in_digit && behind->begins_in_digit) return 0;
    return kind != DOT || (before->letters <= LONGEST_BESIDE_DOT && behind->letters <= LONGEST_BESIDE_DOT);
}

// Reads the parts of one word; returns whether a word begins here.
static int read_word(Reader *reader) {
    reader->used = reader->count = 0;
    if (!read_part(reader)) return 0;
    while (reader->count < MOST_PARTS) {
        int back = reader->at, used = reader->used, count = reader->count;
        skip_unseen(reader);
        int kind = reader->at < reader->size ? next_letter(reader, &reader->at)->kind : GAP;
        if (kind >= APOSTROPHE && read_part(reader) && joins(kind, &reader->parts[count - 1], &reader->parts[count])) continue;
        reader->at = back;
        reader->used = used;
        reader->count = count;
        break;
    }
    return 1;
}

typedef int (*Taker)(void *, int, const char *, int, int, int);

static int give_part(const Reader *reader, int flags, int index, void *context, Taker take) {
    const Part *part = &reader->parts[index];
    return take(context, flags, reader->bytes + part->from, part->to - part->from, part->start, part->end);
}

static int give_word(const Reader *reader, int is_joined, int is_parted, void *context, Taker take) {
    int code = SQLITE_OK, only = reader->count == 1;
    const Part *last = &reader->parts[reader->count - 1];
    if (is_joined || only) code = take(context, 0, reader->bytes, reader->used, reader->parts[0].start, last->end);
    if (!is_parted || only) return code;
    for (int index = 0; code == SQLITE_OK && index < reader->count; index++)
        code = give_part(reader, is_joined && index == 0 ? FTS5_TOKEN_COLOCATED : 0, index, context, take);
    return code;
}

// A letter of a script that parts no words, with its marks.
static int give_single(Reader *reader, void *context, Taker take) {
    int start = reader->at, next = start;
    reader->used = 0;
    append(reader, next_letter(reader, &next));
    reader->at = next;
    while (next < reader->size) {
        const praxis_letter *letter = next_letter(reader, &next);
        if (letter->kind == UNSEEN) continue;
        if (letter->kind != MARK || !fits(reader, letter)) break;
        append(reader, letter);
        reader->at = next;
    }
    return take(context, 0, reader->bytes, reader->used, start, reader->at);
}

static int tokenize(Fts5Tokenizer *self, void *context, int flags, const char *text, int size, Taker take) {
    (void)self;
    static const char mark[] = PRAXIS_JOINED_WORDS;
    int is_query = (flags & FTS5_TOKENIZE_QUERY) != 0, code = SQLITE_OK;
    int is_joined = is_query && size >= 3 && memcmp(text, mark, 3) == 0;
    Reader reader;
    reader.text = (const unsigned char *)text;
    reader.size = size;
    reader.at = 0;
    reader.ascii = page_of(0);
    while (code == SQLITE_OK && reader.at < size) {
        int next = reader.at, kind = next_letter(&reader, &next)->kind;
        if (kind == SINGLE) code = give_single(&reader, context, take);
        else if (kind == LETTER && read_word(&reader)) code = give_word(&reader, !is_query || is_joined, !is_joined, context, take);
        else reader.at = next;
    }
    return code;
}

static int create(void *context, const char **arguments, int count, Fts5Tokenizer **made) {
    (void)arguments;
    (void)count;
    *made = context;
    return SQLITE_OK;
}

static void discard(Fts5Tokenizer *self) { (void)self; }

int praxis_add_words(fts5_api *api, praxis_fold letters) {
    static fts5_tokenizer tokenizer = {create, discard, tokenize};
    atomic_store(&fold, letters);
    // There is nothing to keep for a table: its address stands for any.
    return api->xCreateTokenizer(api, "praxis", &tokenizer, &tokenizer, 0);
}
