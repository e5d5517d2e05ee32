# How do the test programs run as wasm? GoogleTest is built from Debian's sources, and Node stands for the machine.
#
# Defines GTest::gtest_main as FindGTest does, and CMAKE_CROSSCOMPILING_EMULATOR.
set(GOOGLETEST /usr/src/googletest/googletest)  # Debian: googletest
if(NOT EXISTS ${GOOGLETEST}/src/gtest-all.cc)
  message(FATAL_ERROR "${GOOGLETEST} is missing. Install Debian's package googletest, or run ./check, which does.")
endif()
add_library(gtest_wasm STATIC EXCLUDE_FROM_ALL ${GOOGLETEST}/src/gtest-all.cc ${GOOGLETEST}/src/gtest_main.cc)
target_include_directories(gtest_wasm PRIVATE ${GOOGLETEST})
target_include_directories(gtest_wasm SYSTEM PUBLIC ${GOOGLETEST}/include)
target_compile_definitions(gtest_wasm PUBLIC GTEST_HAS_PTHREAD=0)
target_compile_options(gtest_wasm PRIVATE -w -O1)  # another project's code: its warnings are not ours to mend
target_compile_options(gtest_wasm PUBLIC ${EXCEPTIONS})
# NODERAWFS: the tests read golden files where they lie. -O1: wasm-opt's passes cost more time than the tests take.
target_link_options(gtest_wasm INTERFACE -O1 -sNODERAWFS=1 -sEXIT_RUNTIME=1 -sALLOW_MEMORY_GROWTH=1 -sENVIRONMENT=node)
add_library(GTest::gtest_main ALIAS gtest_wasm)

# The glue of Emscripten 3.1.6 would fetch the module by path where Node has a fetch of its own.
find_program(NODE NAMES node nodejs REQUIRED)
set(CMAKE_CROSSCOMPILING_EMULATOR ${NODE} --no-experimental-fetch)
