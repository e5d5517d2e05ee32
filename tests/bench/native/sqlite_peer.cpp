// How is SQLite's FTS5 filled and asked while a person types? As tests/relevance/fts5.js does from wasm.
#include <sqlite3.h>

#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <memory>

#include "tests/bench/native/peers.hpp"

namespace medcode::bench {
namespace {

using Database = std::shared_ptr<sqlite3>;
using Statement = std::shared_ptr<sqlite3_stmt>;

/// Ends the program when SQLite says no: a benchmark with half its rows measures nothing.
void require(int code, sqlite3* database) {
  if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
  std::cerr << sqlite3_errmsg(database) << '\n';
  std::exit(1);
}

Database open_database(const std::string& path, int flags) {
  sqlite3* database = nullptr;
  require(sqlite3_open_v2(path.c_str(), &database, flags, nullptr), database);
  return {database, sqlite3_close_v2};
}

Statement prepare(const Database& database, const char* sql) {
  sqlite3_stmt* statement = nullptr;
  require(sqlite3_prepare_v2(database.get(), sql, -1, &statement, nullptr), database.get());
  return {statement, sqlite3_finalize};
}

void bind_text(const Statement& statement, int place, std::string_view text) {
  sqlite3_bind_text(statement.get(), place, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

/// Returns the MATCH expression of what was typed: any of its words, the last one by its beginning; empty without words.
std::string match_expression(std::string_view typed) {
  std::string expression;
  bool is_in_word = false;
  for (const char letter : typed) {
    const bool is_of_word = std::isalnum(static_cast<unsigned char>(letter)) != 0 || (static_cast<unsigned char>(letter) & 0x80U) != 0;
    if (is_of_word && !is_in_word) expression += expression.empty() ? "\"" : " OR \"";
    if (!is_of_word && is_in_word) expression += '"';
    if (is_of_word) expression += letter;
    is_in_word = is_of_word;
  }
  if (is_in_word) expression += '"';
  return expression.empty() ? expression : expression + "*";
}

}  // namespace

void build_sqlite(const std::vector<Row>& rows, const std::string& path) {
  std::remove(path.c_str());
  const Database database = open_database(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  const auto run = [&database](const char* sql) { require(sqlite3_exec(database.get(), sql, nullptr, nullptr, nullptr), database.get()); };
  run("CREATE VIRTUAL TABLE concepts USING fts5(code UNINDEXED, text, tokenize='porter unicode61', prefix='1 2 3'); BEGIN");
  const Statement insert = prepare(database, "INSERT INTO concepts VALUES (?, ?)");
  for (const Row& row : rows) {
    bind_text(insert, 1, row.id);
    bind_text(insert, 2, row.text);
    require(sqlite3_step(insert.get()), database.get());
    sqlite3_reset(insert.get());
  }
  run("COMMIT; INSERT INTO concepts(concepts) VALUES ('optimize'); VACUUM");
}

Asker open_sqlite(const std::string& path) {
  const Database database = open_database(path, SQLITE_OPEN_READONLY);
  const Statement select = prepare(database, "SELECT code FROM concepts WHERE concepts MATCH ? ORDER BY rank LIMIT ?");
  return [database, select](std::string_view typed, std::size_t limit) {
    std::vector<std::string> ids;
    const std::string expression = match_expression(typed);
    if (expression.empty()) return ids;
    bind_text(select, 1, expression);
    sqlite3_bind_int64(select.get(), 2, static_cast<sqlite3_int64>(limit));
    while (sqlite3_step(select.get()) == SQLITE_ROW) {
      ids.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(select.get(), 0)));
    }
    sqlite3_reset(select.get());
    return ids;
  };
}

}  // namespace medcode::bench
