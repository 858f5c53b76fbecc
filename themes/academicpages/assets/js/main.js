/* Theme, menu, contact list and copy buttons. No library; a page works without any of it. */
(function () {
  "use strict";
  var root = document.documentElement;

  function systemTheme() {
    return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  }

  function toggleTheme() {
    var current = root.getAttribute("data-theme") || systemTheme();
    var next = current === "dark" ? "light" : "dark";
    root.setAttribute("data-theme", next);
    try {
      localStorage.setItem("theme", next);
    } catch (e) {
      /* A private window: the choice lasts as long as the page. */
    }
  }

  function disclose(button) {
    var target = document.getElementById(button.getAttribute("aria-controls"));
    if (!target) return;
    button.addEventListener("click", function () {
      var open = button.getAttribute("aria-expanded") !== "true";
      button.setAttribute("aria-expanded", String(open));
      target.classList.toggle("is-open", open);
    });
  }

  function addCopyButton(block) {
    if (!navigator.clipboard) return;
    var button = document.createElement("button");
    button.type = "button";
    button.className = "copy-button";
    button.textContent = "Copy";
    button.addEventListener("click", function () {
      var code = block.querySelector(".rouge-code pre, code") || block.querySelector("pre");
      navigator.clipboard.writeText(code.textContent).then(function () {
        button.textContent = "Copied";
        setTimeout(function () {
          button.textContent = "Copy";
        }, 1500);
      });
    });
    block.appendChild(button);
  }

  Array.prototype.forEach.call(document.querySelectorAll(".theme-toggle"), function (button) {
    button.addEventListener("click", toggleTheme);
  });
  Array.prototype.forEach.call(document.querySelectorAll("button[aria-controls]"), disclose);
  Array.prototype.forEach.call(document.querySelectorAll("div.highlighter-rouge, figure.highlight"), addCopyButton);
})();
