// RFC 4180, read field by field: a quoted part, then whatever stands before the next separator.
#include "core/sources/delimited.hpp"

#include <algorithm>

#include "core/sources/lines.hpp"

namespace medcode {

DelimitedReader::DelimitedReader(const SourceFile& file, Dialect dialect, std::size_t first_line)
    : file_(file.name), text_(without_byte_order_mark(file.bytes)), dialect_(dialect), line_(first_line) {}

Result<bool> DelimitedReader::next(Row& row) {
  std::size_t used = 0;
  row.line = line_;
  if (position_ >= text_.size()) {
    row.fields.clear();
    return false;
  }
  const auto fail = [&](ErrorCode code, std::string message) {
    position_ = text_.size();
    return Error{code, std::move(message), "Check the quotes and separators in this line.", Place{file_, row.line, 0, 0}};
  };
  while (true) {
    if (used == max_fields_of_row) {
      return fail(ErrorCode::TooLarge, "The row has more than " + std::to_string(max_fields_of_row) + " fields.");
    }
    if (used == row.fields.size()) row.fields.emplace_back();
    std::string& field = row.fields[used++];
    field.clear();
    if (dialect_.quotes && position_ < text_.size() && text_[position_] == '"') {
      Result<Done> quoted_part = read_quoted(field, row.line);
      if (!quoted_part) return quoted_part.error();
    }
    read_plain(field);
    if (field.size() > max_field_bytes) {
      return fail(ErrorCode::TooLarge, "A field is longer than " + std::to_string(max_field_bytes) + " bytes.");
    }
    if (position_ < text_.size() && text_[position_] == dialect_.separator) {
      ++position_;
      continue;
    }
    take_line_end();
    row.fields.resize(used);
    return true;
  }
}

Result<Done> DelimitedReader::read_quoted(std::string& field, std::size_t start_line) {
  ++position_;
  while (position_ < text_.size()) {
    const std::size_t quote = text_.find('"', position_);
    const std::size_t end = std::min(quote, text_.size());
    if (end - position_ > max_field_bytes - std::min(field.size(), max_field_bytes)) break;
    const std::string_view piece = text_.substr(position_, end - position_);
    line_ += static_cast<std::size_t>(std::count(piece.begin(), piece.end(), '\n'));
    field.append(piece);
    if (quote == std::string_view::npos) break;
    position_ = quote + 1;
    if (position_ >= text_.size() || text_[position_] != '"') return Done{};
    field.push_back('"');
    ++position_;
  }
  position_ = text_.size();
  return Error{ErrorCode::Truncated, "A quote opened in this row is never closed.",
               "Close the quote, or double it (\"\") where it belongs to the text.", Place{file_, start_line, 0, 0}};
}

void DelimitedReader::read_plain(std::string& field) {
  std::size_t end = position_;
  while (end < text_.size() && text_[end] != dialect_.separator && text_[end] != '\n') ++end;
  std::size_t last = end;
  const bool at_line_end = end >= text_.size() || text_[end] == '\n';
  if (at_line_end && last > position_ && text_[last - 1] == '\r') --last;
  field.append(text_.substr(position_, last - position_));
  position_ = end;
}

void DelimitedReader::take_line_end() {
  if (position_ >= text_.size() || text_[position_] != '\n') return;
  ++position_;
  ++line_;
}

Columns::Columns(const std::vector<std::string>& header) {
  for (const std::string& name : header) names_.push_back(cleaned(name));
}

std::optional<std::size_t> Columns::find(std::string_view name) const {
  for (std::size_t index = 0; index < names_.size(); ++index) {
    if (same_without_case(names_[index], name)) return index;
  }
  return std::nullopt;
}

std::string_view Columns::value(const Row& row, std::string_view name) const {
  const std::optional<std::size_t> index = find(name);
  return index && *index < row.fields.size() ? trimmed(row.fields[*index]) : std::string_view();
}

Columns header_of(const SourceFile& file, Dialect dialect) {
  DelimitedReader reader(SourceFile{file.name, first_line(file.bytes)}, dialect);
  Row header;
  const Result<bool> more = reader.next(header);
  return Columns(more && *more ? header.fields : std::vector<std::string>());
}

bool is_empty_line(const Row& row) { return row.fields.size() == 1 && trimmed(row.fields.front()).empty(); }

std::string_view first_line(std::string_view bytes, std::size_t most) {
  std::string_view line = without_byte_order_mark(bytes.substr(0, most));
  line = line.substr(0, line.find('\n'));
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

}  // namespace medcode
