#include "engine/drops/document_drop.h"

#include <array>

#include "engine/drops/site_drops.h"
#include "engine/model/collection.h"
#include "engine/model/site.h"
#include "engine/model/turn.h"
#include "liquid/value/ruby_text.h"

namespace tincture::engine {

namespace {

constexpr Symbol kUrl = "url";
constexpr Symbol kContent = "content";
constexpr Symbol kDate = "date";
constexpr Symbol kTitle = "title";
constexpr Symbol kCategories = "categories";
constexpr Symbol kTags = "tags";
constexpr Symbol kExcerpt = "excerpt";
constexpr Symbol kId = "id";
constexpr Symbol kPath = "path";
constexpr Symbol kRelativePath = "relative_path";
constexpr Symbol kCollection = "collection";
constexpr Symbol kOutput = "output";
constexpr Symbol kPrevious = "previous";
constexpr Symbol kNext = "next";
constexpr Symbol kName = "name";

// The order of Ruby's instance_methods, as Jekyll 4.3.1 on Ruby 3.1 prints it.
constexpr std::array<std::string_view, 15> kMethods = {"output", "name",  "tags",       "relative_path", "excerpt",
                                                       "id",     "title", "categories", "previous",      "collection",
                                                       "next",   "url",   "path",       "content",       "date"};
constexpr std::array<std::string_view, 13> kMethodsOfJekyll3 = {
    "output",   "tags",       "relative_path", "excerpt", "id",   "title",  "categories",
    "previous", "collection", "next",          "url",     "path", "content"};
constexpr std::array<std::string_view, 16> kExcerptMethods = {
    "name",  "date",       "excerpt",  "layout",     "output", "tags", "relative_path", "id",
    "title", "categories", "previous", "collection", "next",   "url",  "path",          "content"};

// Document#to_s
Value TextOfUnit(const Renderable& unit) {
  const Value output = unit.Output();
  if (output.Truthy()) return output;
  const Value content = unit.Content();
  return content.Truthy() ? content : Value::String("NO CONTENT");
}

}  // namespace

std::span<const std::string_view> DocumentDrop::Methods() const {
  if (document_.site.profile().documents_have_name) return kMethods;
  return kMethodsOfJekyll3;
}

Value DocumentDrop::ExcerptText(DropAccess& access) const {
  if (document_.excerpt) return drops_.ExcerptOutput(*document_.excerpt, access);
  return Value::String(tincture::TextOf(document_.data->Get("excerpt"), access));
}

Value DocumentDrop::DropOf(const Document* document) const {
  return document ? Value::OfDrop(&drops_.Of(*document)) : Value();
}

bool DocumentDrop::Call(const Symbol& method, DropAccess& access, Value* out) const {
  const bool jekyll_4 = document_.site.profile().documents_have_name;
  if (method == kUrl) {
    document_.UrlAsked();
    *out = TextOrError(document_.Url(), access);
  } else if (method == kContent) {
    *out = document_.Content();
  } else if (method == kDate) {
    *out = document_.ShownDate();
    return jekyll_4 || document_.data->Find("date") != nullptr || document_.IsDated();
  } else if (method == kTitle || method == kCategories || method == kTags) {
    *out = document_.data->Get(method);
  } else if (method == kExcerpt) {
    *out = ExcerptText(access);
  } else if (method == kId) {
    document_.UrlAsked();
    *out = TextOrError(document_.Id(), access);
  } else if (method == kPath || method == kRelativePath) {
    *out = Value::String(document_.relative_path);
  } else if (method == kCollection) {
    *out = Value::String(document_.collection.label);
  } else if (method == kOutput) {
    *out = document_.Output();
  } else if (method == kPrevious) {
    *out = DropOf(document_.Previous());
  } else if (method == kNext) {
    *out = DropOf(document_.Next());
  } else if (method == kName && jekyll_4) {
    const Value own = document_.data->Get("name");
    *out = own.Truthy() ? own : Value::String(document_.Basename());
  } else {
    return false;
  }
  return true;
}

void DocumentDrop::AppendTo(DropAccess&, std::string& out) const { out += TextOfUnit(document_).AsString(); }

void DocumentDrop::InspectTo(DropAccess&, std::string& out) const {
  out += "#<Jekyll::Document " + document_.relative_path + " collection=" + document_.collection.label + ">";
}

std::optional<int> DocumentDrop::Compare(const Drop& other) const {
  const auto* theirs = dynamic_cast<const DocumentDrop*>(&other);
  if (theirs == nullptr) return std::nullopt;
  if (Turn* turn = Turn::Current()) {
    turn->NoteOrder(document_);
    turn->NoteOrder(theirs->document_);
  }
  return CompareDocuments(document_, theirs->document_);
}

std::span<const std::string_view> ExcerptDrop::Methods() const { return kExcerptMethods; }

bool ExcerptDrop::Call(const Symbol& method, DropAccess& access, Value* out) const {
  const std::string_view name = method.text;
  if (name == "layout") {
    *out = document_.data->Get("layout");
  } else if (name == "date") {
    *out = document_.ShownDate();
  } else if (name == "excerpt") {
    *out = Value();
  } else if (name == "content") {
    *out = excerpt_.Content();
  } else if (name == "output") {
    *out = excerpt_.Output();
  } else if (name == "path" || name == "relative_path") {
    *out = Value::String(excerpt_.relative_path);
  } else if (name == "id") {
    const Result<std::string> id = document_.Id();
    *out = id ? Value::String(access.arena.Copy(*id + "#excerpt")) : TextOrError(id, access);
  } else if (name == "title" || name == "categories" || name == "tags") {
    *out = excerpt_.data->Get(method);
  } else if (name == "url" || name == "collection" || name == "previous" || name == "next" || name == "name") {
    return document_drop_.Find(method, access, out);
  } else {
    return false;
  }
  return true;
}

void ExcerptDrop::AppendTo(DropAccess&, std::string& out) const { out += TextOfUnit(excerpt_).AsString(); }

}  // namespace tincture::engine
