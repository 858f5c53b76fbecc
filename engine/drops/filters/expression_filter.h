// What `where_exp`, `find_exp` and `group_by_exp` share: an expression in a string, evaluated for each item.
#pragma once

#include "liquid/exec/environment.h"
#include "liquid/support/status.h"
#include "liquid/syntax/expression.h"
#include "liquid/value/value.h"

namespace tincture::engine {

// A syntax error of a standalone expression as one of the call, which knows its line.
void FailSyntax(const liquid::FilterCall& call, const Error& error);

// The condition in args[1], by the strict grammar. False: the call has failed.
bool ParseConditionArgument(const liquid::FilterCall& call, liquid::Condition* condition);

// Sets the variable named by args[0], for as long as the scope around it lasts.
void SetItem(const liquid::FilterCall& call, const Value& item);

}  // namespace tincture::engine
