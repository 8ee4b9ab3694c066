// SPDX-License-Identifier: GPL-3.0-or-later
// A real `guichet hub` in a folder of its own, and kiosks that are scripts.

import {spawn, spawnSync} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {connect, createServer} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";

export const password = "cerise-et-prune";
export const sleep = ms => new Promise(done => setTimeout(done, ms));

/// Until `look` gives something true; fails after `patience`.
export async function until(what, look, patience = 20000) {
  const end = Date.now() + patience;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`never: ${what}`);
    await sleep(40);
  }
}

function freePort() {
  return new Promise(done => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => { const {port} = server.address(); server.close(() => done(port)); });
  });
}

export class Hub {
  static async make(program) {
    const hub = new Hub();
    hub.program = program;
    hub.folder = mkdtempSync(join(tmpdir(), "guichet-console-"));
    hub.port = await freePort();
    hub.config = join(hub.folder, "site.yaml");
    writeFileSync(hub.config, `hub: {port: ${hub.port}, store: hub.db, site: Médiathèque}\n`);
    return hub;
  }

  get url() { return `http://127.0.0.1:${this.port}`; }

  command(words, input = "") {
    const done = spawnSync(this.program, ["hub", "--config", this.config, ...words], {input, encoding: "utf8"});
    if (done.status !== 0) throw new Error(`guichet hub ${words.join(" ")}: ${done.stderr}`);
    return done.stdout.trim();
  }

  addUser(account, shown, role) { this.command(["adduser", account, "--shown", shown, "--role", role], `${password}\n`); }
  addKiosk(number) { return this.command(["addkiosk", `borne-${number}`, "--place", `Borne ${number}`, "--room", "salle 1"]); }

  async start() {
    this.child = spawn(this.program, ["hub", "--config", this.config], {stdio: ["ignore", "ignore", "pipe"]});
    this.log = "";
    this.child.stderr.on("data", data => { this.log += data; });
    await until("the hub answers", async () => {
      try { return (await fetch(`${this.url}/healthz`)).ok; } catch { return false; }
    });
  }

  async stop(signal = "SIGTERM") {
    if (!this.child || this.child.exitCode !== null) return;
    const over = new Promise(done => this.child.once("exit", done));
    this.child.kill(signal);
    await over;
  }

  async remove() {
    await this.stop("SIGKILL");
    rmSync(this.folder, {recursive: true, force: true});
  }
}

/// Passes everything on to the hub, until a network lets the streams of events die without a word.
export class Relay {
  static async open(hub) {
    const relay = Object.assign(new Relay(), {port: await freePort(), links: new Set()});
    relay.server = createServer(page => relay.join(page, connect(hub.port, "127.0.0.1")));
    await new Promise(done => relay.server.listen(relay.port, "127.0.0.1", done));
    return relay;
  }

  join(page, hub) {
    const link = {page, hub, streams: false, dead: false};
    this.links.add(link);
    page.on("data", data => { link.streams ||= data.includes("/console/events"); if (!link.dead) hub.write(data); });
    hub.on("data", data => { if (!link.dead) page.write(data); });
    for (const [end, other] of [[page, hub], [hub, page]])
      for (const event of ["close", "error"]) end.on(event, () => other.destroy());
  }

  silenceStreams() { for (const link of this.links) link.dead ||= link.streams; }

  close() {
    this.server.close();
    for (const {page, hub} of this.links) { page.destroy(); hub.destroy(); }
  }
}

/// One kiosk: beats while its screen stands somewhere, and remembers every event.
export class Kiosk {
  constructor(hub, key) {
    Object.assign(this, {hub, key, heard: [], place: {}, over: new AbortController()});
  }

  async post(path, body = {}) {
    const answer = await fetch(`${this.hub.url}/api/v1/kiosk/${path}`, {
      method: "POST", headers: {Authorization: `Bearer ${this.key}`, "Content-Type": "application/json"}, body: JSON.stringify(body)});
    const text = await answer.text();
    return {status: answer.status, body: text ? JSON.parse(text) : {}};
  }

  /// Beats every two seconds with what it shows.
  beat(place) {
    this.place = place;
    const again = async () => { try { await this.post("heartbeat", this.place); } catch { /* the hub is away */ } };
    clearInterval(this.timer);
    this.timer = setInterval(again, 2000);
    return again();
  }

  /// Until stop(); comes back like a real one when the hub was away.
  async listen() {
    while (!this.over.signal.aborted) {
      try { await this.read(); } catch { /* cut */ }
      await sleep(100);
    }
  }

  async read() {
    const answer = await fetch(`${this.hub.url}/api/v1/kiosk/events`, {headers: {Authorization: `Bearer ${this.key}`}, signal: this.over.signal});
    let text = "";
    for await (const piece of answer.body.pipeThrough(new TextDecoderStream())) {
      text += piece;
      const blocks = text.split("\n\n");
      text = blocks.pop();
      for (const block of blocks) {
        const found = /^event: (.*)\ndata: (.*)$/.exec(block);
        if (found) this.heard.push({name: found[1], data: JSON.parse(found[2])});
      }
    }
  }

  /// The newest event that fits.
  event(name, fits = () => true) {
    return until(`the kiosk hears ${name}`, () => this.heard.findLast(event => event.name === name && fits(event.data))?.data);
  }

  stop() {
    clearInterval(this.timer);
    this.over.abort();
  }
}
