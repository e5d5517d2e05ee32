#include "core/compile/build_report.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace medcode {
namespace {

using Json = nlohmann::ordered_json;

Json refusals_json(const std::vector<Refusal>& refusals) {
  Json array = Json::array();
  for (const Refusal& refusal : refusals) array.push_back({{"line", refusal.line}, {"reason", refusal.reason}});
  return array;
}

Json source_json(const ReadSource& read) {
  const SourceReport& source = read.report;
  Json skips = Json::array();
  for (const SkipReason& skip : source.skip_reasons) skips.push_back({{"reason", skip.reason}, {"count", skip.count}, {"line", skip.first_line}, {"example", skip.example}});
  return {{"file", source.file}, {"format", source.format}, {"systems", read.systems}, {"concepts", read.concepts}, {"read", source.read}, {"skipped", source.skipped}, {"refused", source.refused}, {"warned", source.warned},
          {"refusals", refusals_json(source.refusals)}, {"warnings", refusals_json(source.warnings)}, {"skipReasons", std::move(skips)}};
}

void write_refusals(std::ostream& out, const SourceReport& source, const std::vector<Refusal>& refusals, const char* label, std::size_t most) {
  for (std::size_t i = 0; i < std::min(most, refusals.size()); ++i) {
    out << "    " << label << ' ' << source.file << ':' << refusals[i].line << ": " << refusals[i].reason << '\n';
  }
  if (refusals.size() > most) out << "    ... and " << refusals.size() - most << " more; --report FILE lists them\n";
}

}  // namespace

void write_report(std::ostream& out, const BuildReport& report, std::size_t most) {
  for (const auto& [source, concepts, systems] : report.read) {
    out << source.file << "\n    " << source.format << ": " << source.read << " read, " << source.skipped << " skipped, " << source.refused << " refused\n";
    for (const SkipReason& skip : source.skip_reasons) out << "    skipped " << skip.count << ": " << skip.reason << " (line " << skip.first_line << ": " << skip.example << ")\n";
    write_refusals(out, source, source.refusals, "refused", most);
    write_refusals(out, source, source.warnings, "odd", most);
  }
  for (const SkippedFile& file : report.skipped) out << file.file << "\n    not read: " << file.reason << '\n';
  for (const MergeFinding& finding : report.merged.findings) {
    out << finding.file << " (" << finding.system << ")\n    " << finding.count << ": " << sentence_of(finding.kind);
    if (!finding.examples.empty()) out << " For example " << finding.examples.front();
    out << '\n';
  }
  for (const Error& error : report.errors) out << "error: " << to_string(error) << '\n';
  for (const SystemCount& count : report.merged.counts) {
    out << count.system << ": " << count.listed << " concepts, " << count.active << " active";
    if (count.retired != 0) out << ", and " << count.retired << " retired";
    out << '\n';
  }
}

std::string report_json(const BuildReport& report) {
  Json sources = Json::array();
  for (const ReadSource& source : report.read) sources.push_back(source_json(source));
  Json skipped = Json::array();
  for (const SkippedFile& file : report.skipped) skipped.push_back({{"file", file.file}, {"reason", file.reason}});
  Json errors = Json::array();
  for (const Error& error : report.errors) errors.push_back({{"code", error_code_name(error.code)}, {"file", error.place.file}, {"line", error.place.line}, {"message", error.message}, {"advice", error.advice}});
  Json findings = Json::array();
  for (const MergeFinding& finding : report.merged.findings) {
    findings.push_back({{"kind", finding_kind_name(finding.kind)}, {"meaning", sentence_of(finding.kind)}, {"file", finding.file}, {"system", finding.system}, {"count", finding.count}, {"examples", finding.examples}});
  }
  Json counts = Json::array();
  for (const SystemCount& count : report.merged.counts) counts.push_back({{"system", count.system}, {"concepts", count.listed}, {"active", count.active}, {"retired", count.retired}});
  // What a person looks for first stands first; the long list of sources is last.
  const Json json{{"errors", errors}, {"systems", counts}, {"notRead", skipped}, {"findings", findings}, {"sources", sources}};
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace medcode
