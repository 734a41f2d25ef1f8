#include "CSQLiteSettings.h"
#include <sqlite3.h>
#include <string.h>

static sqlite3_uint64 take(sqlite3_uint64 hash, const void *bytes, size_t count) {
    for (const unsigned char *byte = bytes; count > 0; byte++, count--) hash = (hash ^ *byte) * 0x100000001b3;
    return hash;
}

// row_seal(value, …): FNV-1a over the type, the length and the bytes of each value. Each step keeps two different states different, so that
// one changed byte always shows.
static void seal(sqlite3_context *answer, int count, sqlite3_value **values) {
    sqlite3_uint64 hash = 0xcbf29ce484222325;
    for (int index = 0; index < count; index++) {
        int type = sqlite3_value_type(values[index]);
        hash = take(hash, &type, sizeof type);
        if (type == SQLITE_INTEGER) {
            sqlite3_int64 number = sqlite3_value_int64(values[index]);
            hash = take(hash, &number, sizeof number);
        } else if (type != SQLITE_NULL) {
            const void *bytes = sqlite3_value_blob(values[index]);
            int size = sqlite3_value_bytes(values[index]);
            hash = take(hash, &size, sizeof size);
            if (size > 0) hash = take(hash, bytes, (size_t)size);
        }
    }
    sqlite3_int64 number;
    memcpy(&number, &hash, sizeof number);
    sqlite3_result_int64(answer, number);
}

int praxis_sqlite_add_seal(struct sqlite3 *database) {
    return sqlite3_create_function_v2(database, "row_seal", -1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, 0,
                                      seal, 0, 0, 0);
}
