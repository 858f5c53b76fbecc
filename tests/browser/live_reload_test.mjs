// Live reload in a real browser: node live_reload_test.mjs PROGRAM
// A site is served with --livereload and edited; Chromium shows what it makes of it. Every step waits for its condition
// and fails only when a generous limit is over. Exit status 77 (skipped) where there is no Chromium or playwright-core.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

function skip(why) {
  console.log(`SKIPPED: ${why}`);
  process.exit(77);
}

const playwright = await import("playwright-core").catch(() => skip("no playwright-core: npm ci --prefix tests/browser"));
const browserPath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(fs.existsSync);
if (!browserPath) skip("no Chromium: apt install chromium");

const LIMIT = 60_000;
const site = fs.mkdtempSync(path.join(os.tmpdir(), "tincture_browser_"));
const put = (name, text) => {
  fs.mkdirSync(path.dirname(path.join(site, name)), { recursive: true });
  fs.writeFileSync(path.join(site, name), text);
};
const page = (body) =>
  `---\n---\n<!DOCTYPE html>\n<html>\n<head>\n<link rel="stylesheet" href="/main.css">\n</head>\n<body>${body}</body>\n</html>\n`;
put("_config.yml", "title: Site\n");
put("index.html", page("first"));
put("other.html", page("other"));
put("main.scss", "---\n---\nbody { color: rgb(1, 2, 3) }\n");
// It changes with every build, and is no page's business.
put("feed.xml", "---\n---\n<feed>{{ site.time | date: '%s %N' }}</feed>\n");

// Resolves with the address that the server tells.
function start(program) {
  const server = spawn(program, ["serve", "--livereload", "--port", "0", "--livereload-port", "0", "-s", site, "-d", `${site}/_site`]);
  let output = "";
  const ready = new Promise((resolve, reject) => {
    server.stdout.on("data", (data) => {
      output += data;
      const address = output.match(/Server address: (\S+)/);
      if (address && output.includes("Server running...")) resolve(address[1]);
    });
    server.on("exit", (code) => reject(new Error(`serve ended with ${code}: ${output}`)));
  });
  return { server, ready };
}

const { server, ready } = start(process.argv[2]);
const address = await ready;
const browser = await playwright.chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });
const tab = await browser.newPage();
tab.setDefaultTimeout(LIMIT);
const color = () => tab.evaluate(() => getComputedStyle(document.body).color);
const waitForBody = (text) => tab.waitForFunction((t) => document.body.textContent.includes(t), text);

async function open(url) {
  const connected = new Promise((resolve) => tab.once("websocket", (socket) => socket.once("framesent", resolve)));
  await tab.goto(url);
  await connected;
}

const tests = {
  async "a page that is edited is loaded again"() {
    await open(`${address}/`);
    put("index.html", page("second"));
    await waitForBody("second");
  },
  async "a style sheet is swapped without loading the page"() {
    await open(`${address}/`);
    await tab.evaluate(() => (window.isTheSame = true));
    assert.equal(await color(), "rgb(1, 2, 3)");
    put("main.scss", "---\n---\nbody { color: rgb(4, 5, 6) }\n");
    await tab.waitForFunction(() => getComputedStyle(document.body).color === "rgb(4, 5, 6)");
    await tab.waitForFunction(() => document.querySelectorAll("link[rel=stylesheet]").length === 1);
    assert.equal(await tab.evaluate(() => window.isTheSame), true);
  },
  async "an edit of another page leaves this one alone"() {
    await open(`${address}/`);
    await tab.evaluate(() => (window.isTheSame = true));
    put("other.html", page("other, edited"));
    // This page's own edit comes after it; by then the other one's has been told.
    const message = tab.waitForEvent("console", (m) => m.text() === "swapped");
    await tab.evaluate(() => new MutationObserver(() => console.log("swapped")).observe(document.head, { childList: true }));
    put("main.scss", "---\n---\nbody { color: rgb(7, 8, 9) }\n");
    await message;
    assert.equal(await tab.evaluate(() => window.isTheSame), true);
  },
  async "a page without an extension is found again"() {
    await open(`${address}/other`);
    put("other.html", page("other, once more"));
    await waitForBody("other, once more");
  },
  async "an error is shown over the page, and goes when it is mended"() {
    await open(`${address}/`);
    put("index.html", page("\n{% if %}<b>x</b>"));
    const overlay = tab.locator("tincture-error");
    await overlay.waitFor({ state: "attached" });
    const text = await tab.evaluate(() => document.querySelector("tincture-error").shadowRoot.textContent);
    for (const part of ["index.html:", "{% if %}<b>x</b>", "^", "Syntax Error in tag 'if'"]) {
      assert.ok(text.includes(part), `${part} in ${text}`);
    }
    // Whoever comes now sees it too.
    await tab.reload();
    await overlay.waitFor({ state: "attached" });
    put("index.html", page("mended"));
    await waitForBody("mended");
    await overlay.waitFor({ state: "detached" });
  },
  async "Ctrl-C ends the server"() {
    const ended = new Promise((resolve) => server.on("exit", (code) => resolve(code)));
    server.kill("SIGINT");
    assert.equal(await ended, 0);
  },
};

let failed = 0;
for (const [name, run] of Object.entries(tests)) {
  try {
    await run();
    console.log(`ok: ${name}`);
  } catch (error) {
    failed = 1;
    console.log(`FAILED: ${name}: ${error.stack}`);
  }
}
await browser.close();
server.kill("SIGKILL");
fs.rmSync(site, { recursive: true, force: true });
process.exit(failed);
