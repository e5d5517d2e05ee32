// Where does each code system come from, and under what terms?
//
// Exports OfficialSource and the reader of data/sources.json. Held by tests/sources/source_table_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Is one file that may be fetched without asking anybody.
struct Download {
  std::string url;     ///< https
  std::string file;    ///< name under which it is stored; no folders
  std::string sha256;  ///< 64 lower-case hexadecimal digits; empty where the publisher replaces the file in place
};

/// Is what data/sources.json says of one code system.
struct OfficialSource {
  std::string id;                  ///< our system id
  std::string title;
  std::string publisher;
  std::string page;                ///< official download page
  std::vector<std::string> files;  ///< the publisher's names of what is read
  std::string format;
  std::string licence;             ///< in a few words
  std::string notice;              ///< in a sentence or two
  std::string uri;                 ///< canonical FHIR URI
  std::string code_shape;          ///< regular expression (ECMAScript) for a whole code
  bool free = false;               ///< whether it may be downloaded without a licence
  std::vector<Download> downloads; ///< empty when a licence is needed or no address is stable
};

/// Returns the entries of the table in its order. Errors name the entry and the member that is wrong: a text that is
/// missing, an id twice, an address that is not https, a file name with a folder, a code shape that is no regular
/// expression, a checksum that is none, downloads of what needs a licence.
Result<std::vector<OfficialSource>> read_source_table(const SourceFile& file);

}  // namespace medcode
