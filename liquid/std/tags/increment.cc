// {% increment name %} prints, then counts up from 0; {% decrement name %} counts down, then prints.
#include "liquid/std/tags/tags.h"
#include "liquid/support/utf8.h"
#include "liquid/value/big_integer.h"
#include "liquid/value/ruby_class.h"

namespace tincture::liquid {

namespace {

class Count : public Tag {
 public:
  Count(Symbol name, int step) : name_(name), step_(step) {}

  void Render(Context& context, Output& output) const override {
    const Value before = Current(context);
    if (context.failed()) return;
    const Value after = Next(before, context);
    if (context.failed()) return;
    context.counters().Set(name_, after);
    context.Print(step_ > 0 ? before : after, output);
  }

 private:
  // Ruby's value + 1 or value - 1.
  Value Next(const Value& value, Context& context) const {
    if (IsInteger(value)) return AddIntegers(value, Value::Int(step_), context.arena());
    if (value.IsFloat()) return Value::Float(value.AsFloat() + step_);
    if (value.IsArray() || (value.IsString() && step_ > 0)) {
      return context.Fail("TypeError", "no implicit conversion of Integer into " + std::string(RubyClass(value)));
    }
    return context.Fail("NoMethodError", UndefinedMethod(step_ > 0 ? "+" : "-", value, context.access()));
  }

  // The first environment's own entry: a global of the name starts the count.
  Value Current(Context& context) const {
    const Value* const counter = context.counters().Find(name_);
    const Value value = counter ? *counter : context.Global(name_);
    return value.Truthy() ? value : Value::Int(0);
  }

  Symbol name_;
  int step_;
};

std::unique_ptr<Tag> Make(TagParser& parser, int step) {
  return std::make_unique<Count>(Symbol(Strip(parser.markup())), step);
}

}  // namespace

std::unique_ptr<Tag> MakeIncrement(TagParser& parser) { return Make(parser, 1); }
std::unique_ptr<Tag> MakeDecrement(TagParser& parser) { return Make(parser, -1); }

}  // namespace tincture::liquid
