// How is Xapian filled and asked while a person types? As its own guide to searching while typing has it.
#include <xapian.h>

#include <filesystem>
#include <memory>

#include "tests/bench/native/peers.hpp"

namespace medcode::bench {

void build_xapian(const std::vector<Row>& rows, const std::string& path) {
  const std::string folder = path + ".folder";
  Xapian::WritableDatabase database(folder, Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("english"));
  for (const Row& row : rows) {
    Xapian::Document document;
    document.set_data(row.id + "\t" + row.text);
    generator.set_document(document);
    generator.index_text(row.text);
    database.add_document(document);
  }
  database.commit();
  Xapian::Database(folder).compact(path, Xapian::DBCOMPACT_SINGLE_FILE | Xapian::Compactor::FULLER);
  database.close();
  std::filesystem::remove_all(folder);
}

Asker open_xapian(const std::string& path) {
  const auto database = std::make_shared<Xapian::Database>(path);
  const auto parser = std::make_shared<Xapian::QueryParser>();
  parser->set_stemmer(Xapian::Stem("english"));
  parser->set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
  parser->set_database(*database);
  return [database, parser](std::string_view typed, std::size_t limit) {
    std::vector<std::string> ids;
    Xapian::Enquire enquire(*database);
    enquire.set_query(parser->parse_query(std::string(typed), Xapian::QueryParser::FLAG_PARTIAL));
    const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(limit));
    for (auto hit = found.begin(); hit != found.end(); ++hit) {
      const std::string data = hit.get_document().get_data();
      ids.push_back(data.substr(0, data.find('\t')));
    }
    return ids;
  };
}

}  // namespace medcode::bench
