// What does a part say when something from outside is wrong?
#include "core/base/result.hpp"

#include <gtest/gtest.h>

#include <array>
#include <memory>
#include <set>

namespace medcode {
namespace {

constexpr std::array all_codes{ErrorCode::NotFound,     ErrorCode::Unreadable, ErrorCode::Empty,
                               ErrorCode::BadEncoding,  ErrorCode::BadFormat,  ErrorCode::Truncated,
                               ErrorCode::Damaged,      ErrorCode::WrongVersion, ErrorCode::Duplicate,
                               ErrorCode::UnknownReference, ErrorCode::TooLarge, ErrorCode::BadQuery,
                               ErrorCode::BadArgument};

TEST(Result, HoldsAValueOrAnError) {
  const Result<int> good = 7;
  EXPECT_TRUE(good.ok());
  EXPECT_TRUE(static_cast<bool>(good));
  EXPECT_EQ(*good, 7);
  const Result<int> bad = Error{ErrorCode::Empty, "Nothing is there.", "Give something.", {}};
  EXPECT_FALSE(bad.ok());
  EXPECT_EQ(bad.error().code, ErrorCode::Empty);
}

TEST(Result, GivesAValueAwayWithoutCopying) {
  Result<std::unique_ptr<int>> owner = std::make_unique<int>(3);
  const std::unique_ptr<int> taken = std::move(owner).value();
  EXPECT_EQ(*taken, 3);
}

TEST(Result, LetsTheValueBeChangedInPlace) {
  Result<std::string> text = std::string("stent");
  text->append("s");
  *text += '!';
  EXPECT_EQ(text.value(), "stents!");
}

TEST(Result, CanHoldAnErrorAsDoneOrNotDone) {
  const Result<Done> done = Done{};
  EXPECT_TRUE(done.ok());
}

TEST(ErrorCode, HasADifferentKebabCaseNameForEachCode) {
  std::set<std::string_view> names;
  for (const ErrorCode code : all_codes) {
    const std::string_view name = error_code_name(code);
    EXPECT_TRUE(names.insert(name).second) << name;
    EXPECT_EQ(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz-"), std::string_view::npos) << name;
  }
  EXPECT_EQ(names.count("unknown"), 0U);
}

TEST(Error, IsToldWithFileLineSentenceAndAdvice) {
  const Error error{ErrorCode::BadFormat, "The row has two columns.", "Give three.", {"dir/table.csv", 12, 0, 0}};
  EXPECT_EQ(to_string(error), "dir/table.csv:12: The row has two columns. Give three.");
}

TEST(Error, LeavesOutWhatIsNotKnown) {
  EXPECT_EQ(to_string({ErrorCode::Empty, "The file is empty.", "", {"a.csv", 0, 0, 0}}), "a.csv: The file is empty.");
  EXPECT_EQ(to_string({ErrorCode::Empty, "The file is empty.", "", {}}), "The file is empty.");
}

}  // namespace
}  // namespace medcode
