#include "compat/plugins/html_fragment.h"

#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/xmlsave.h>

#include <algorithm>
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

// In document order, without recursion: pages may be deeply nested.
std::vector<xmlNode*> TextsBelow(xmlNode* top, std::span<const std::string_view> ignored_tags) {
  std::vector<xmlNode*> texts;
  for (xmlNode* node = top->children; node;) {
    if (IsOpenText(node, ignored_tags)) texts.push_back(node);
    xmlNode* next = node->type == XML_ELEMENT_NODE ? node->children : nullptr;
    while (!next && node != top) {
      next = node->next;
      if (!next) node = node->parent;
    }
    node = next;
  }
  return texts;
}

// Puts what `html` parses to in the place of `text`. Parsed inside a <div>, as Nokogiri does.
void PutInPlaceOf(xmlNode* text, const std::string& html) {
  const std::string wrapped = "<div>" + html + "</div>";
  xmlNode* parsed = nullptr;
  xmlParseInNodeContext(text->parent, wrapped.data(), static_cast<int>(wrapped.size()), kParseOptions, &parsed);
  for (xmlNode* node = parsed ? parsed->children : nullptr; node;) {
    xmlNode* next = node->next;
    xmlUnlinkNode(node);
    xmlNode* copy = node->type == XML_TEXT_NODE ? xmlNewDocText(text->doc, node->content) : node;
    // xmlAddPrevSibling would merge texts and free one of them.
    copy->parent = text->parent;
    copy->next = text;
    copy->prev = text->prev;
    if (text->prev) {
      text->prev->next = copy;
    } else {
      text->parent->children = copy;
    }
    text->prev = copy;
    if (copy != node) xmlFreeNode(node);
    node = next;
  }
  xmlFreeNodeList(parsed);
  xmlUnlinkNode(text);
  xmlFreeNode(text);
}

}  // namespace

struct HtmlFragment::Document {
  DocumentPtr parsed;
};

HtmlFragment::HtmlFragment(std::string_view html) : document_(new Document{Parse(html)}) {}
HtmlFragment::~HtmlFragment() = default;

void HtmlFragment::ReplaceTexts(std::span<const std::string_view> ignored_tags, const Replace& replace) {
  xmlNode* body = BodyOf(document_->parsed.get());
  if (!body) return;
  for (xmlNode* text : TextsBelow(body, ignored_tags)) {
    const std::optional<std::string> html = replace(ViewOf(text->content), Serialized(text));
    if (html) PutInPlaceOf(text, *html);
  }
}

std::string HtmlFragment::ToHtml() const {
  std::string html;
  const xmlNode* body = BodyOf(document_->parsed.get());
  for (xmlNode* node = body ? body->children : nullptr; node; node = node->next) html += Serialized(node);
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
