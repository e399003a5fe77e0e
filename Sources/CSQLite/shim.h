#pragma once

int sqlite3_config(int option, ...);

/// Turns off the statistics that SQLite keeps of its memory: a lock of the whole process, taken at every allocation.
/// To be called before anything else of SQLite; `sqlite3_config` is variadic, which Swift cannot call.
static inline int sqlite3_config_memstatus(int isOn) {
    return sqlite3_config(9 /* SQLITE_CONFIG_MEMSTATUS */, isOn);
}
