#pragma once

struct sqlite3;

int sqlite3_config(int option, ...);
int sqlite3_db_config(struct sqlite3 *connection, int option, ...);

/// Turns off the statistics that SQLite keeps of its memory: a lock of the whole process, taken at every allocation.
/// To be called before anything else of SQLite; `sqlite3_config` is variadic, which Swift cannot call.
static inline int sqlite3_config_memstatus(int isOn) {
    return sqlite3_config(9 /* SQLITE_CONFIG_MEMSTATUS */, isOn);
}

/// Has statements planned without a look at the values that are bound to them. Otherwise SQLite prepares a statement
/// anew at every run where a value might decide whether a partial index serves.
static inline int sqlite3_db_config_stable_plans(struct sqlite3 *connection, int isOn) {
    return sqlite3_db_config(connection, 1007 /* SQLITE_DBCONFIG_ENABLE_QPSG */, isOn, (int *)0);
}
