---
---
var title = {{ page.url | jsonify }}; // *not Markdown*
