#include "compat/plugins/html_fragment.h"

#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/xmlsave.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace tincture::compat::plugins {

namespace {

constexpr int kParseOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
constexpr int kSaveOptions = XML_SAVE_FORMAT | XML_SAVE_NO_DECL | XML_SAVE_NO_EMPTY | XML_SAVE_AS_HTML;

struct FreeBuffer {
  void operator()(xmlBuffer* buffer) const { xmlBufferFree(buffer); }
};
struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using DocumentPtr = std::unique_ptr<xmlDoc, FreeDocument>;

std::string_view ViewOf(const xmlChar* text) { return text ? reinterpret_cast<const char*>(text) : ""; }

DocumentPtr Parse(std::string_view html) {
  const std::string whole = "<html><body>" + std::string(html);
  return DocumentPtr(htmlReadMemory(whole.data(), static_cast<int>(whole.size()), nullptr, "UTF-8", kParseOptions));
}

xmlNode* BodyOf(xmlDoc* document) {
  xmlNode* root = document ? xmlDocGetRootElement(document) : nullptr;
  for (xmlNode* node = root ? root->children : nullptr; node; node = node->next) {
    if (ViewOf(node->name) == "body") return node;
  }
  return nullptr;
}

// "a" becomes a=""
void GiveValue(xmlAttr* attribute) {
  if (attribute->children) return;
  attribute->children = attribute->last = xmlNewDocText(attribute->doc, reinterpret_cast<const xmlChar*>(""));
  attribute->children->parent = reinterpret_cast<xmlNode*>(attribute);
}

// Nokogiri sets xmlns:xlink and its like anew on each node that it moves, which puts them behind the other attributes.
void MovePrefixedAttributesLast(xmlNode* node) {
  if (node->type != XML_ELEMENT_NODE) return;
  std::vector<xmlAttr*> attributes;
  for (xmlAttr* attribute = node->properties; attribute; attribute = attribute->next) attributes.push_back(attribute);
  const auto moved = std::stable_partition(attributes.begin(), attributes.end(), [](xmlAttr* each) {
    return ViewOf(each->name).find(':') == std::string_view::npos;
  });
  std::for_each(moved, attributes.end(), GiveValue);
  xmlAttr* last = nullptr;
  for (xmlAttr* attribute : attributes) {
    attribute->prev = last;
    attribute->next = nullptr;
    (last ? last->next : node->properties) = attribute;
    last = attribute;
  }
}

// The nodes are moved out of their <body> into a document fragment, as Nokogiri does: libxml2 writes no line breaks
// between the children of a parent that has no name.
xmlNode* MovedToFragment(xmlDoc* document) {
  xmlNode* fragment = xmlNewDocFragment(document);
  xmlNode* body = BodyOf(document);
  if (!body) return fragment;
  fragment->children = std::exchange(body->children, nullptr);
  fragment->last = std::exchange(body->last, nullptr);
  for (xmlNode* node = fragment->children; node; node = node->next) {
    node->parent = fragment;
    MovePrefixedAttributesLast(node);
  }
  return fragment;
}

std::string Serialized(xmlNode* node) {
  const std::unique_ptr<xmlBuffer, FreeBuffer> buffer(xmlBufferCreate());
  xmlSaveCtxt* save = xmlSaveToBuffer(buffer.get(), "UTF-8", kSaveOptions);
  xmlSaveTree(save, node);
  xmlSaveClose(save);
  return std::string(ViewOf(xmlBufferContent(buffer.get())));
}

// Whether `node` is text, and not within one of `tags`.
bool IsOpenText(const xmlNode* node, std::span<const std::string_view> tags) {
  if (node->type != XML_TEXT_NODE && node->type != XML_CDATA_SECTION_NODE) return false;
  for (const xmlNode* above = node->parent; above; above = above->parent) {
    if (std::find(tags.begin(), tags.end(), ViewOf(above->name)) != tags.end()) return false;
  }
  return true;
}

// Document order, without recursion: pages may be deeply nested.
xmlNode* NextNode(xmlNode* node, const xmlNode* top) {
  if (node->type == XML_ELEMENT_NODE && node->children) return node->children;
  while (node != top && !node->next) node = node->parent;
  return node == top ? nullptr : node->next;
}

std::vector<xmlNode*> TextsBelow(xmlNode* top, std::span<const std::string_view> ignored_tags) {
  std::vector<xmlNode*> texts;
  for (xmlNode* node = top->children; node; node = NextNode(node, top)) {
    if (IsOpenText(node, ignored_tags)) texts.push_back(node);
  }
  return texts;
}

// Moves `node`, and nothing of its siblings, before `place`. xmlAddPrevSibling would merge texts and free one of them.
void LinkBefore(xmlNode* place, xmlNode* node) {
  xmlUnlinkNode(node);
  node->parent = place->parent;
  node->next = place;
  node->prev = place->prev;
  (place->prev ? place->prev->next : place->parent->children) = node;
  place->prev = node;
}

// Nodes of another document are copied: their names may live in its dictionary.
void MoveChildrenBefore(xmlNode* place, xmlNode* from) {
  for (xmlNode* node = from->children; node;) {
    xmlNode* next = node->next;
    LinkBefore(place, node->doc == place->doc ? node : xmlDocCopyNode(node, place->doc, 1));
    node = next;
  }
}

// Puts what `html` parses to before `text`. Within an element it is parsed inside a <div>, as Nokogiri does.
void InsertBefore(xmlNode* text, const std::string& html) {
  if (text->parent->type == XML_ELEMENT_NODE) {
    const std::string wrapped = "<div>" + html + "</div>";
    xmlNode* parsed = nullptr;
    xmlParseInNodeContext(text->parent, wrapped.data(), static_cast<int>(wrapped.size()), kParseOptions, &parsed);
    if (parsed) {
      MoveChildrenBefore(text, parsed);
      xmlFreeNodeList(parsed);
      return;
    }
    // libxml2 gives up within an element where it would recover in a document, such as at "< ".
    const DocumentPtr document = Parse(wrapped);
    const xmlNode* body = BodyOf(document.get());
    if (body && body->children) MoveChildrenBefore(text, body->children);
  } else {
    const DocumentPtr parsed = Parse(html);
    if (xmlNode* body = BodyOf(parsed.get())) MoveChildrenBefore(text, body);
  }
}

std::string Attribute(xmlNode* node, const char* name) {
  xmlChar* value = xmlGetProp(node, reinterpret_cast<const xmlChar*>(name));
  std::string text(ViewOf(value));
  xmlFree(value);
  return text;
}

bool HasClass(xmlNode* node, std::string_view wanted) {
  if (node->type != XML_ELEMENT_NODE) return false;
  const std::string classes = " " + Attribute(node, "class") + " ";
  return classes.find(" " + std::string(wanted) + " ") != std::string::npos;
}

// 1 to 6, or 0 where it is no heading.
int HeadingLevel(const xmlNode* node) {
  const std::string_view name = node->type == XML_ELEMENT_NODE ? ViewOf(node->name) : "";
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' ? name[1] - '0' : 0;
}

bool IsWithin(xmlNode* node, std::span<const std::string> classes) {
  for (xmlNode* above = node->parent; above; above = above->parent) {
    for (const std::string& name : classes) {
      if (HasClass(above, name)) return true;
    }
  }
  return false;
}

HtmlFragment::Heading HeadingOf(xmlNode* node) {
  HtmlFragment::Heading heading;
  heading.level = HeadingLevel(node);
  xmlChar* text = xmlNodeGetContent(node);
  heading.text = ViewOf(text);
  xmlFree(text);
  if (xmlHasProp(node, reinterpret_cast<const xmlChar*>("id"))) heading.id = Attribute(node, "id");
  return heading;
}

}  // namespace

struct HtmlFragment::Document {
  explicit Document(std::string_view html) : parsed(Parse(html)), fragment(MovedToFragment(parsed.get())) {}
  ~Document() { xmlFreeNode(fragment); }

  DocumentPtr parsed;
  xmlNode* fragment;
  std::vector<xmlNode*> headings;
};

HtmlFragment::HtmlFragment(std::string_view html) : document_(std::make_unique<Document>(html)) {}
HtmlFragment::~HtmlFragment() = default;

void HtmlFragment::ReplaceTexts(std::span<const std::string_view> ignored_tags, const Replace& replace) {
  for (xmlNode* text : TextsBelow(document_->fragment, ignored_tags)) {
    const std::optional<std::string> html = replace(ViewOf(text->content), Serialized(text));
    if (!html) continue;
    InsertBefore(text, *html);
    xmlUnlinkNode(text);
    xmlFreeNode(text);
  }
}

std::vector<HtmlFragment::Heading> HtmlFragment::Headings(std::string_view skipped,
                                                          std::span<const std::string> skipped_sections) {
  std::vector<Heading> headings;
  document_->headings.clear();
  for (xmlNode* node = document_->fragment->children; node; node = NextNode(node, document_->fragment)) {
    if (HeadingLevel(node) == 0 || HasClass(node, skipped) || IsWithin(node, skipped_sections)) continue;
    headings.push_back(HeadingOf(node));
    document_->headings.push_back(node);
  }
  return headings;
}

void HtmlFragment::PrependToHeading(size_t index, const std::string& html) {
  xmlNode* heading = document_->headings[index];
  if (heading->children) InsertBefore(heading->children, html);
}

std::string HtmlFragment::ToHtml() const {
  std::string html;
  for (xmlNode* node = document_->fragment->children; node; node = node->next) html += Serialized(node);
  return html;
}

SplitPage SplitAtBody(std::string_view page) {
  const size_t open = page.find("<body");
  const size_t open_end = open == page.npos ? open : page.find('>', open);
  if (open_end == page.npos) return {.head = "", .body = page, .tail = ""};
  const size_t start = std::min(page.find_first_not_of(" \t\r\n\f\v", open_end + 1), page.size());
  const size_t end = std::min(page.find("</body>", start), page.size());
  return {.head = page.substr(0, start), .body = page.substr(start, end - start), .tail = page.substr(end)};
}

}  // namespace tincture::compat::plugins
