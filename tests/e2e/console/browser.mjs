// SPDX-License-Identifier: GPL-3.0-or-later
// Debian's Chromium, pages of it, and what axe-core finds on them.

import {existsSync, mkdirSync, readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {join} from "node:path";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP guichet.test 127.0.0.1"];
export const patience = 20000;

export const findChromium = () => ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync);

/// A new profile each time: playwright makes and removes its folder.
export async function open(chromium) {
  return chromium.launch({executablePath: findChromium(), headless: true, args: flags});
}

export class Page {
  static async open(browser, url, {width = 1280, height = 900, phone = false, locale = "fr-FR"} = {}) {
    const mine = new Page();
    mine.context = await browser.newContext({viewport: {width, height}, locale, isMobile: phone, hasTouch: phone});
    mine.page = await mine.context.newPage();
    mine.page.setDefaultTimeout(patience);
    mine.faults = [];
    mine.page.on("pageerror", error => mine.faults.push(String(error)));
    mine.page.on("console", message => {
      // A refusal, the hub being away, and what plain HTTP does without.
      const expected = /Failed to load resource|net::ERR|Cross-Origin-Opener-Policy header has been ignored/.test(message.text());
      if (message.type() === "error" && !expected) mine.faults.push(message.text());
    });
    await mine.page.goto(url);
    return mine;
  }

  async signIn(account, password) {
    await this.page.fill("#account", account);
    await this.page.fill("#password", password);
    await this.page.click("#sign-in button");
  }

  see(text, {gone = false, within = "body"} = {}) {
    return this.page.locator(within).getByText(text).first().waitFor({state: gone ? "hidden" : "visible"});
  }

  press(name, within = "body") { return this.page.locator(within).getByRole("button", {name, exact: true}).first().click(); }

  /// From now on keeps what a screen reader is told and how often the page rings (the notes of each ring).
  attend() {
    return this.page.evaluate(() => {
      const said = document.getElementById("said");
      Object.assign(globalThis, {said: [], rung: []});
      navigator.vibrate = pattern => { globalThis.rung.push(pattern.length); return true; };
      new MutationObserver(() => { if (said.textContent) globalThis.said.push(said.textContent); }).observe(said, {childList: true});
    });
  }

  hears(text) { return this.page.waitForFunction(wanted => globalThis.said.includes(wanted), text); }

  /// Until it rings as for something urgent.
  ringsUrgently() { return this.page.waitForFunction(() => globalThis.rung.includes(5)); }

  /// What has the focus now is watched: whether it still has it, never having lost it.
  async watchFocus(selector) {
    await this.page.locator(selector).first().focus();
    const watched = await this.page.evaluateHandle(() => {
      const watch = {element: document.activeElement, lost: 0};
      watch.element.addEventListener("blur", () => { watch.lost += 1; });
      return watch;
    });
    return () => watched.evaluate(watch => watch.lost === 0 && document.activeElement === watch.element);
  }

  /// Clicked by the page itself in that instant (ms), not when the driver finds the time.
  pressAt(selector, instant) {
    return this.page.evaluate(([what, when]) => {
      const button = document.querySelector(what);
      return new Promise(done => setTimeout(() => { button.click(); done(); }, when - Date.now()));
    }, [selector, instant]);
  }

  /// Resized, looked at by axe, drawn; nothing may need scrolling sideways.
  async inspect(name, width, out) {
    const height = width < 600 ? 800 : 1080;
    await this.page.setViewportSize({width, height});
    const wide = await this.page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) throw new Error(`${name}: ${wide} px wide on a screen of ${width}`);
    await this.page.evaluate(axe);
    const found = await this.page.evaluate(() => globalThis.axe.run(document, {resultTypes: ["violations"]}));
    if (found.violations.length)
      throw new Error(`${name}: ${found.violations.map(each => `${each.id}: ${each.nodes.map(node => node.html).join("\n")}`).join("\n")}`);
    if (!out) return;
    mkdirSync(out, {recursive: true});
    await this.page.screenshot({path: join(out, `${name}-${width}.png`), fullPage: true});
  }

  async inspectBoth(name, out) {
    await this.inspect(name, 360, out);
    await this.inspect(name, 1920, out);
  }
}
