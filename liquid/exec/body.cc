// Body::Render: the interpreter's loop, and what happens where a node fails.
#include "liquid/exec/context.h"
#include "liquid/exec/output_trace.h"
#include "liquid/exec/tag.h"
#include "liquid/exec/template.h"
#include "liquid/value/hash.h"
#include "liquid/value/number.h"
#include "liquid/value/ruby_text.h"

namespace tincture::liquid {

namespace {

// Whether Ruby's to_s (of an array: join) of the value is US-ASCII-tagged.
bool PrintsAscii(Value value) {
  while (value.IsArray() && !value.AsArray().empty()) value = value.AsArray()[0];
  switch (value.type()) {
    case Type::kString:
      return (value.string_flags() & kAsciiTagged) != 0;
    case Type::kArray:
      return true;
    case Type::kHash:
      return value.AsHash().empty();
    case Type::kDrop:
    case Type::kEmpty:
    case Type::kBlank:
      return false;
    default:
      return true;
  }
}

bool IsUndefined(const LiquidError& error) {
  return error.kind == kUndefinedVariable || error.kind == kUndefinedDropMethod || error.kind == kUndefinedFilter;
}

}  // namespace

void Context::Print(const Value& value, Output& output) {
  switch (value.type()) {
    case Type::kString:
      output.Append(value.AsString(), (value.string_flags() & kAsciiTagged) != 0);
      return;
    case Type::kNil:
      output.NotePiece(true);
      return;
    case Type::kInt:
      output.NotePiece(true);
      AppendInt(value.AsInt(), output.buffer());
      return;
    case Type::kEmpty:
    case Type::kBlank:
      output.NotePiece(false);
      return;
    case Type::kArray:
      output.NotePiece(PrintsAscii(value));
      AppendJoined(value.AsArray(), "", access_, output.buffer());
      break;
    default:
      output.NotePiece(PrintsAscii(value));
      AppendText(value, access_, output.buffer());
  }
  TakeAccessError();
}

void Body::Render(Context& context, Output& output) const {
  if (++context.body_depth_ > Context::kMaxBodies) {
    context.Fail(kStackLevelError, "Nesting too deep");
    --context.body_depth_;
    return;
  }
  if (context.log_ != nullptr) [[unlikely]]
    context.log_->NoteBody(context.body_depth_);
  context.Spend(output);
  for (const Node& node : nodes) {
    if (context.failed() || !context.Spend(output)) break;
    const Output::Mark before = output.mark();
    if (node.kind == Node::Kind::kText) {
      output.Append({node.text, node.size});
      if (output.trace() != nullptr) [[unlikely]]
        context.Trace(node, before, output);
      continue;
    }
    if (node.kind == Node::Kind::kVariable) {
      const Value value = context.Evaluate(*node.variable);
      if (!context.failed()) context.Print(value, output);
    } else {
      node.tag->Render(context, output);
    }
    if (context.failed()) {
      if (!context.HandleError(node, output, before)) break;
    } else if (node.is_block && node.is_blank && context.dialect().drops_output_of_blank_blocks) {
      output.Rewind(before);
    } else if (!context.interrupted()) {
      output.NotePiece(false);  // a tag that printed nothing printed '', but `break` is no piece
    }
    if (output.trace() != nullptr) [[unlikely]]
      context.Trace(node, before, output);
    if (context.interrupted() && (node.kind == Node::Kind::kTag || context.dialect().appends_to_buffer)) break;
  }
  // Nothing joined is US-ASCII.
  output.NotePiece(true);
  --context.body_depth_;
}

void Context::Trace(const Node& node, const Output::Mark& before, const Output& output) const {
  if (current_template_ == nullptr) return;
  output.trace()->Note(*current_template_, node, body_depth_, before.size, output.text().size());
}

// Where errors print inline, the message of a met limit is all that is printed.
void Context::EndAtLimit(Output& output, const Output::Mark& before) {
  output.Rewind(before);
  output.Append(error_->Message());
  errors_.push_back(std::move(*error_));
  error_.reset();
}

// Where the error is, and through which templates it went.
void Context::NotePlace(const Node& node) {
  if (current_template_ == nullptr || error_template_ == current_template_) return;
  error_template_ = current_template_;
  SourcePosition place = current_template_->PositionOf(node.offset);
  if (error_->where.line == 0) {
    error_->where = std::move(place);
  } else {
    error_->included_from.push_back(std::move(place));
  }
}

bool Context::HandleError(const Node& node, Output& output, const Output::Mark& before) {
  LiquidError& error = *error_;
  const bool raises = options_.raise_errors;
  if (error.kind == kMemoryError && !raises) return false;
  if (!raises && !error.IsLiquids()) {
    error.kind = "Liquid::InternalError";
    error.text = "internal";
    error.is_complete = false;
  }
  if (error.IsLiquids() && !error.is_complete) {
    if (error.template_name.empty()) error.template_name = template_name_;
    if (error.line == 0) error.line = node.line;
  }
  if (raises) {
    NotePlace(node);
    return false;
  }
  Context* root = this;
  while (root->outer_ != nullptr) root = root->outer_;
  root->errors_.push_back(std::move(error));
  error_.reset();
  const LiquidError& noted = root->errors_.back();
  const bool joins = !dialect().appends_to_buffer;
  if (joins) output.Rewind(before);
  if (IsUndefined(noted)) {
    output.NotePiece(true);
  } else if (joins || node.kind == Node::Kind::kVariable || !node.is_blank) {
    output.Append(noted.Message());
  }
  return true;
}

}  // namespace tincture::liquid
