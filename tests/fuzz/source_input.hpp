// How are several files one input?
//
//   A                          which reading: a letter
//   CONCEPT.csv\n1;aspirin...  name, line end, content
//   \x1e                       the next file
//   ...
//
// Exports NamedFile, split_files and join_files. The names stay whole so that an input can be read by a person.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace medcode::fuzz {

struct NamedFile {
  std::string name;
  std::string bytes;
};

inline constexpr char file_separator = '\x1e';

/// Most files of one input: the releases that come in most files have six.
inline constexpr std::size_t most_files = 12;

inline std::vector<NamedFile> split_files(std::string_view bytes) {
  std::vector<NamedFile> files;
  while (!bytes.empty() && files.size() < most_files) {
    const std::size_t end = std::min(bytes.find(file_separator), bytes.size());
    const std::string_view file = bytes.substr(0, end);
    const std::size_t line_end = std::min(file.find('\n'), file.size());
    files.push_back({std::string(file.substr(0, line_end)), std::string(file.substr(std::min(line_end + 1, file.size())))});
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  return files;
}

inline std::string join_files(const std::vector<NamedFile>& files) {
  std::string bytes;
  for (const NamedFile& file : files) bytes += (bytes.empty() ? "" : std::string(1, file_separator)) + file.name + '\n' + file.bytes;
  return bytes;
}

}  // namespace medcode::fuzz
