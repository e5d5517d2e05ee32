# Which table of official sources does the program carry? Writes data/sources.json into builtin_source_table.cpp.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/data/sources.json)
set(EMBEDDED_SOURCE_TABLE ${CMAKE_BINARY_DIR}/generated/builtin_source_table.cpp)
file(READ ${PROJECT_SOURCE_DIR}/data/sources.json SOURCE_TABLE_BYTES)
set(SOURCE_TABLE_TEXT "#include \"core/cli/builtin_source_table.hpp\"\n\nnamespace medcode {\n\nstd::string_view builtin_source_table() { return R\"sources(${SOURCE_TABLE_BYTES})sources\"; }\n\n}  // namespace medcode\n")
file(CONFIGURE OUTPUT ${EMBEDDED_SOURCE_TABLE} CONTENT "@SOURCE_TABLE_TEXT@" @ONLY)
