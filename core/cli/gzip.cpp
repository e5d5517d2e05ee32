#include "core/cli/gzip.hpp"

#include <zlib.h>

#include <array>

namespace medcode {
namespace {

constexpr int gzip_window_bits = 15 + 16;  // largest window, gzip header
constexpr std::size_t chunk_bytes = 1U << 16U;

/// zlib takes non-const input but does not write to it.
Bytef* input_of(std::string_view bytes) { return reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data())); }  // NOLINT(cppcoreguidelines-pro-type-const-cast)

}  // namespace

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, gzip_window_bits, 9, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = input_of(bytes);
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

Result<std::string> gunzip(std::string_view bytes) {
  if (!bytes.starts_with("\x1f\x8b")) return std::string(bytes);
  z_stream stream{};
  inflateInit2(&stream, gzip_window_bits);
  stream.next_in = input_of(bytes);
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::string out;
  std::array<char, chunk_bytes> chunk{};
  int state = Z_OK;
  while (state == Z_OK && out.size() <= max_inflated_bytes) {
    stream.next_out = reinterpret_cast<Bytef*>(chunk.data());
    stream.avail_out = static_cast<uInt>(chunk.size());
    state = inflate(&stream, Z_NO_FLUSH);
    out.append(chunk.data(), chunk.size() - stream.avail_out);
  }
  inflateEnd(&stream);
  if (out.size() > max_inflated_bytes) return Error{ErrorCode::TooLarge, "The file inflates to more than 2 GiB.", "It is not a catalog of this program.", {}};
  if (state == Z_BUF_ERROR) return Error{ErrorCode::Truncated, "The compressed file ends too early.", "Fetch it again.", {}};
  if (state != Z_STREAM_END) return Error{ErrorCode::Damaged, "The compressed file is damaged.", "Fetch it again.", {}};
  return out;
}

}  // namespace medcode
