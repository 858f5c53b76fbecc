// The browser's side of live reload: LiveReload's protocol 7, and one command more, `tincture-error`, which shows what
// stopped the last build until it is mended.
(function () {
  "use strict";
  var PROTOCOLS = ["http://livereload.com/protocols/official-7", "tincture-error"];
  var source = new URL(document.currentScript.src);
  var seconds = function (name, otherwise) {
    return 1000 * (parseFloat(source.searchParams.get(name)) || otherwise);
  };
  var minDelay = seconds("mindelay", 1);
  var maxDelay = Math.max(minDelay, seconds("maxdelay", 60));
  var delay = minDelay;

  function decoded(path) {
    try {
      return decodeURI(path);
    } catch (error) {
      return path;
    }
  }

  function pathOf(url) {
    return decoded(new URL(url, document.baseURI).pathname);
  }

  // What the server's lookup may have found under this page's address.
  function isThisPage(path) {
    var here = decoded(location.pathname);
    var names = [here, here + ".html", here.replace(/\/$/, "") + ".html", here.replace(/index(\.html)?$/, "")];
    return names.indexOf(path) >= 0;
  }

  // Whether the page has loaded it: image, script, style sheet, fetched data. The browser's list holds 250 of them.
  function isUsed(path) {
    var entries = performance.getEntriesByType("resource");
    return entries.length >= 250 || entries.some(function (entry) {
      return pathOf(entry.name) === path;
    });
  }

  function styleSheets() {
    return Array.prototype.filter.call(document.querySelectorAll("link[rel~=stylesheet][href]"), function (link) {
      return !link.dataset.leaving && new URL(link.href).host === location.host;
    });
  }

  // The new sheet is put beside the old one, which goes when the new one has come: the page is never bare.
  function swap(link) {
    var fresh = link.cloneNode();
    var url = new URL(link.href);
    url.searchParams.set("livereload", Date.now());
    fresh.href = url.href;
    fresh.removeAttribute("integrity");
    link.dataset.leaving = "yes";
    fresh.onload = fresh.onerror = function () {
      link.remove();
    };
    link.parentNode.insertBefore(fresh, link.nextSibling);
  }

  function swapStyleSheets(path) {
    var links = styleSheets();
    var named = links.filter(function (link) {
      return pathOf(link.href) === path;
    });
    // A sheet that no link names may be imported by any.
    if (named.length > 0) named.forEach(swap);
    else if (isUsed(path)) links.forEach(swap);
  }

  function reload(message) {
    var path = decoded(message.path || "/");
    if (message.liveCSS && /\.css$/.test(path)) return swapStyleSheets(path);
    var isPage = /(\/|\.x?html?)$/.test(path);
    if (isPage ? isThisPage(path) || isUsed(path) : isUsed(path)) location.reload();
  }

  var overlay = null;

  function hideError() {
    if (overlay) overlay.remove();
    overlay = null;
  }

  function addTo(parent, name, style, text) {
    var element = document.createElement(name);
    element.setAttribute("style", style);
    element.textContent = text || "";
    return parent.appendChild(element);
  }

  // In a shadow tree, so that the page's styles leave it alone.
  function showError(error) {
    hideError();
    if (!error) return;
    overlay = document.createElement("tincture-error");
    var box = addTo(overlay.attachShadow({ mode: "open" }), "div",
      "position: fixed; inset: 0; z-index: 2147483647; overflow: auto; padding: 3em; background: rgba(20, 20, 24, .96);" +
      "color: #eee; font: 16px/1.5 ui-monospace, monospace; white-space: pre-wrap");
    box.setAttribute("role", "alert");
    addTo(box, "div", "color: #ff7b72; font-weight: bold", "The site could not be built");
    addTo(box, "div", "color: #79c0ff; margin-top: 1em", error.place);
    addTo(box, "div", "margin-top: .5em", error.message);
    addTo(box, "pre", "margin: 1em 0; padding: 1em; background: #000; overflow: auto; color: #ffa657", error.excerpt);
    addTo(box, "div", "color: #7ee787", error.hint);
    addTo(box, "div", "color: #999; margin-top: 2em", "Goes away when it is mended.");
    (document.body || document.documentElement).appendChild(overlay);
  }

  function receive(event) {
    var message = JSON.parse(event.data);
    if (message.command === "reload") reload(message);
    else if (message.command === "alert") alert(message.message);
    else if (message.command === "tincture-error") showError(message.error);
  }

  function connect() {
    var socket = new WebSocket((location.protocol === "https:" ? "wss://" : "ws://") + source.host + "/livereload");
    socket.onopen = function () {
      delay = minDelay;
      socket.send(JSON.stringify({ command: "hello", protocols: PROTOCOLS, ver: "tincture" }));
    };
    socket.onmessage = receive;
    socket.onclose = function () {
      setTimeout(connect, delay);
      delay = Math.min(2 * delay, maxDelay);
    };
  }

  connect();
})();
