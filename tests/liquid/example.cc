#include <iostream>

#include "liquid/exec/template.h"
#include "liquid/std/standard.h"
#include "liquid/value/json.h"

int main() {
  tincture::Arena arena;  // what the data lives in
  const auto data = tincture::ParseJson(R"({"dyes": [{"name": "woad"}, {"name": "madder"}]})", arena);
  tincture::liquid::Environment environment;
  tincture::liquid::AddStandardTags(environment);
  tincture::liquid::AddStandardFilters(environment);
  tincture::liquid::LiquidError error;
  const auto page = tincture::liquid::Template::Parse(
      {.text = "{% for dye in dyes %}{{ dye.name | capitalize }}\n{% endfor %}"}, environment, &error);
  if (!page || !data) return 1;  // error.Message() and data.error().message say why
  tincture::liquid::Context context(environment, {.globals = *data});
  tincture::liquid::Output output;
  page->Render(context, output);
  std::cout << output.text();
}
