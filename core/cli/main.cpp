// What does the program `medcode` offer? One subcommand for each thing a person does with a catalog.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>
#include <new>
#include <string>

#include "core/api/json_api.hpp"
#include "core/cli/build_command.hpp"
#include "core/cli/builtin_source_table.hpp"
#include "core/cli/catalog_file.hpp"
#include "core/cli/fetch_command.hpp"
#include "core/cli/opensearch_export.hpp"
#include "core/cli/opensearch_query.hpp"
#include "core/cli/show_command.hpp"
#include "core/cli/sources_command.hpp"
#include "core/cli/text_output.hpp"
#include "core/query/parser.hpp"

namespace medcode {
namespace {

/// Is what several subcommands share.
struct Arguments {
  std::string file, system, code, in, details;
  std::vector<std::string> words;
  std::size_t limit = 10;
  bool is_json = false, is_explained = false, is_batch = false, is_typing = false, is_opensearch = false;
};

int fail(const Error& error, bool is_json) {
  if (is_json) std::cout << api::error_json(error) << '\n';
  std::cerr << "medcode: " << to_string(error) << '\n';
  return 1;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

int run_search(const Arguments& arguments) {
  Result<Engine> engine = open_catalog_file(arguments.file);
  if (!engine.ok()) return fail(engine.error(), arguments.is_json);
  if (const Result<Done> loaded = load_companion_file(*engine, arguments.file); !loaded.ok()) return fail(loaded.error(), arguments.is_json);
  search::SearchOptions options;
  options.limit = arguments.limit;
  options.is_typing = arguments.is_typing;
  if (!arguments.is_batch) {
    const std::string query = joined(arguments.words);
    if (arguments.is_json) {
      std::cout << api::search_json(*engine, query, options, arguments.is_explained) << '\n';
    } else {
      write_answer(std::cout, *engine, engine->search(query, options), arguments.is_explained);
    }
    return 0;
  }
  for (std::string line; std::getline(std::cin, line);) {
    if (line.ends_with('\r')) line.pop_back();
    std::cout << api::search_json(*engine, line, options, arguments.is_explained) << '\n';
  }
  return 0;
}

/// Answers every line "system code" of the standard input by one line of JSON; what is wrong with a line is in its answer.
void run_similar_batch(const Engine& engine, const Arguments& arguments) {
  for (std::string line; std::getline(std::cin, line);) {
    if (line.ends_with('\r')) line.pop_back();
    const std::size_t blank = std::min(line.find_first_of(" \t"), line.size());
    const std::string code = line.substr(std::min(blank + 1, line.size()));
    std::cout << api::similar_json(engine, line.substr(0, blank), code, arguments.in, arguments.limit) << '\n';
  }
}

int run_similar(const Arguments& arguments) {
  if (arguments.is_batch != arguments.code.empty()) {
    return fail({ErrorCode::BadArgument, "`similar` needs SYSTEM and CODE, or --batch without them.", "Write for example `medcode similar FILE cpt 47541`.", {}}, arguments.is_json);
  }
  const Result<Engine> engine = open_catalog_file(arguments.file);
  if (!engine.ok()) return fail(engine.error(), arguments.is_json);
  if (arguments.is_batch) {
    run_similar_batch(*engine, arguments);
    return 0;
  }
  const Result<std::uint32_t> number = engine->find(arguments.system, arguments.code);
  const std::string json = api::similar_json(*engine, arguments.system, arguments.code, arguments.in, arguments.limit);
  const bool is_found = number.ok() && (arguments.in.empty() || engine->catalog().find_system(arguments.in));
  if (arguments.is_json) {
    std::cout << json << '\n';
  } else {
    write_similar(is_found ? std::cout : std::cerr, json);
  }
  return is_found ? 0 : 1;
}

int run_info(const Arguments& arguments) {
  const Result<Engine> engine = open_catalog_file(arguments.file);
  if (!engine.ok()) return fail(engine.error(), arguments.is_json);
  if (arguments.is_json) {
    std::cout << api::info_json(*engine) << '\n';
  } else {
    write_info(std::cout, api::info_json(*engine));
  }
  return 0;
}

int run_verify(const Arguments& arguments) {
  const Result<Engine> engine = open_catalog_file(arguments.file);
  if (!engine.ok()) return fail(engine.error(), arguments.is_json);
  const catalog::Catalog& catalog = engine->catalog();
  std::cout << arguments.file << ": sound. Catalog " << catalog.id() << ", " << catalog.systems().size() << " systems, " << catalog.concept_count() << " concepts, "
            << catalog.name_count() << " names, " << catalog.words().size() << " words; every checksum and bound was checked.\n";
  return 0;
}

int run_parse(const Arguments& arguments) {
  const std::string text = joined(arguments.words);
  const query::Parsed parsed = query::parse(text, {arguments.is_typing});
  if (parsed.error) {
    std::cerr << text << '\n' << std::string(parsed.error->place.begin, ' ') << std::string(std::max<std::size_t>(1, parsed.error->place.end - parsed.error->place.begin), '^') << '\n'
              << to_string(*parsed.error) << '\n';
  }
  if (arguments.is_opensearch) {
    std::cout << opensearch_query(parsed.ast) << '\n';
  } else {
    std::cout << query::dump(parsed.ast) << "canonical: " << query::print(parsed.ast) << '\n';
  }
  return parsed.error ? 1 : 0;
}

int run_official_fetch(FetchOptions options) {
  const Result<std::vector<OfficialSource>> table = read_source_table({"data/sources.json", builtin_source_table()});
  if (!table.ok()) return fail(table.error(), false);
  options.shows_progress = isatty(STDERR_FILENO) != 0;
  return run_fetch(options, *table, std::cout, std::cerr);
}

/// Gathers the subcommands, each with what it runs.
class Program {
 public:
  int run(int count, char** values) {
    app_.require_subcommand(1);
    app_.set_version_flag("--version", "medcode " MEDCODE_VERSION);
    app_.footer("Offsets in JSON count UTF-16 units. Exit code 0: done; 1: an error, said on the error stream.");
    add_build();
    add_search();
    add_show();
    add_others();
    add_official();
    add_export();
    try {
      app_.parse(count, values);
    } catch (const CLI::ParseError& error) {
      return app_.exit(error) == 0 ? 0 : 1;
    }
    return exit_code_;
  }

 private:
  CLI::App* command(const char* name, const char* what, const char* examples) {
    CLI::App* added = app_.add_subcommand(name, what);
    added->footer(examples);
    return added;
  }

  void add_file(CLI::App* added) {
    added->add_option("FILE", arguments_.file, "catalog made by `medcode build`")->required();
    added->add_flag("--json", arguments_.is_json, "print JSON");
  }

  void add_build() {
    CLI::App* added = command("build", "Compile sources into a catalog", "Examples:\n  medcode build --sources data/starter ~/downloads --out catalog.medcat.gz\n  medcode build --sources official --systems icd10cm,hcpcs --out small.medcat.gz --report report.json");
    added->add_option("--sources", build_.sources, "files and folders of publishers' releases, zipped or not")->required();
    added->add_option("--out", build_.out, "catalog to write: FILE.medcat.gz")->required();
    added->add_option("--systems", build_.systems, "keep only these systems: a,b")->delimiter(',');
    added->add_option("--details", build_.details, "folder for what concept pages need (default: FILE.details)");
    added->add_option("--lexicon", build_.lexicon, "folder of lexicon files instead of the built-in ones");
    added->add_option("--report", build_.report, "write what was read, skipped and refused as JSON");
    added->add_flag("--keep-going", build_.keep_going, "build without files that cannot be read");
    added->add_flag("--quiet", build_.is_quiet, "say only errors");
    added->callback([this] { exit_code_ = run_build(build_); });
  }

  void add_search() {
    CLI::App* added = command("search", "Answer a query", "Examples:\n  medcode search catalog.medcat.gz 'system:icd10cm type 2 diabetes neuropathy'\n  medcode search catalog.medcat.gz --limit 5 --json E119\n  medcode search catalog.medcat.gz --batch --json < queries.txt");
    add_file(added);
    added->add_option("QUERY", arguments_.words, "words, phrases, codes and filters (see LANGUAGE.md)");
    added->add_option("--limit", arguments_.limit, "answers at most")->check(CLI::Range(std::size_t{0}, search::max_limit));
    added->add_flag("--explain", arguments_.is_explained, "show the sum behind each place");
    added->add_flag("--batch", arguments_.is_batch, "one query a line on stdin, one JSON response a line");
    added->add_flag("--typing", arguments_.is_typing, "take the last word as unfinished, as the page does");
    added->callback([this] { exit_code_ = run_search(arguments_); });
  }

  void add_show() {
    CLI::App* added = command("show", "Show a whole concept", "Examples:\n  medcode show catalog.medcat.gz icd10cm E11.21\n  medcode show catalog.medcat.gz cpt 47541 --json");
    add_file(added);
    added->add_option("SYSTEM", arguments_.system, "icd10cm, hcpcs, cpt ...")->required();
    added->add_option("CODE", arguments_.code, "in any spelling")->required();
    added->add_option("--details", arguments_.details, "folder of the detail packs (default: beside FILE)");
    added->callback([this] { exit_code_ = run_show({arguments_.file, arguments_.system, arguments_.code, arguments_.details, arguments_.is_json}, std::cout, std::cerr); });
    CLI::App* like = command("similar", "List the concepts most like one", "Examples:\n  medcode similar catalog.medcat.gz cpt 47541 --in icd10pcs\n  medcode similar catalog.medcat.gz --batch --json --limit 5 < codes.txt");
    add_file(like);
    like->add_option("SYSTEM", arguments_.system, "icd10cm, hcpcs, cpt ...");
    like->add_option("CODE", arguments_.code, "in any spelling");
    like->add_flag("--batch", arguments_.is_batch, "one `system code` a line on stdin, one JSON response a line");
    like->add_option("--in", arguments_.in, "only concepts of this system");
    like->add_option("--limit", arguments_.limit, "concepts of a system at most");
    like->callback([this] { exit_code_ = run_similar(arguments_); });
  }

  void add_others() {
    CLI::App* info = command("info", "List the code systems of a catalog", "Example:\n  medcode info catalog.medcat.gz --json");
    add_file(info);
    info->callback([this] { exit_code_ = run_info(arguments_); });
    CLI::App* verify = command("verify", "Check every checksum and bound of a catalog", "Example:\n  medcode verify catalog.medcat.gz");
    add_file(verify);
    verify->callback([this] { exit_code_ = run_verify(arguments_); });
    CLI::App* parse = command("parse", "Show how a query is understood", "Example:\n  medcode parse 'system:hcpcs (walker OR cane) -folding'");
    parse->add_option("QUERY", arguments_.words, "the query")->required();
    parse->add_flag("--typing", arguments_.is_typing, "take the last word as unfinished, as the page does");
    parse->add_flag("--opensearch", arguments_.is_opensearch, "print it as OpenSearch query DSL (core/cli/OPENSEARCH.md)");
    parse->callback([this] { exit_code_ = run_parse(arguments_); });
  }

  void add_official() {
    CLI::App* sources = command("sources", "List where each code system comes from and under what terms", "Example:\n  medcode sources --json");
    sources->add_flag("--json", arguments_.is_json, "print JSON");
    sources->callback([this] { exit_code_ = run_sources(builtin_source_table(), arguments_.is_json, std::cout, std::cerr); });
    CLI::App* fetch = command("fetch", "Download the releases that are free of licence", "Examples:\n  medcode fetch icd10cm hcpcs --out data/official\n  medcode fetch all --out data/official");
    fetch->add_option("SYSTEM", fetch_.systems, "ids or aliases, or `all`")->required();
    fetch->add_option("--out", fetch_.folder, "folder; files go to FOLDER/SYSTEM/")->required();
    fetch->add_option("--base-url", fetch_.base_url, "a mirror to take the files from");
    fetch->callback([this] { exit_code_ = run_official_fetch(fetch_); });
  }

  void add_export() {
    CLI::App* added = command("export", "Write a catalog for another search engine", "Example:\n  medcode export catalog.medcat.gz --opensearch build/opensearch");
    added->add_option("FILE", export_.file, "catalog made by `medcode build`")->required();
    added->add_option("--opensearch", export_.folder, "folder for mappings.json and bulk-*.ndjson")->required();
    added->add_option("--details", export_.details, "folder of the detail packs (default: beside FILE)");
    added->callback([this] { exit_code_ = run_export(export_, std::cout, std::cerr); });
  }

  CLI::App app_{"Offline search over medical code systems."};
  Arguments arguments_;
  BuildOptions build_;
  FetchOptions fetch_;
  ExportOptions export_;
  int exit_code_ = 0;
};

}  // namespace
}  // namespace medcode

int main(int argc, char** argv) {
  try {
    return medcode::Program().run(argc, argv);
  } catch (const std::bad_alloc&) {
    std::cerr << "medcode: There is not enough memory for this. Leave out what is not needed (--systems keeps less in the catalog, but all "
                 "sources are read: take files out of the folder), or use a machine with more.\n";
  } catch (const std::exception& fault) {
    std::cerr << "medcode: The program failed: " << fault.what() << ". This is a mistake of ours; tell us the command and this line.\n";
  }
  return 1;
}
