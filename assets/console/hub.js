// SPDX-License-Identifier: GPL-3.0-or-later
// Talks to the hub (kiosk/hub/API.md). Knows nothing of the page.

const base = "/api/v1/console/";
const page = Array.from(crypto.getRandomValues(new Uint8Array(12)), byte => byte.toString(16).padStart(2, "0")).join("");
const longestSilence = 25000; // the hub gives a sign every 10 s
let csrf = "";

/// {status, body}; status 0: nobody answered.
export async function ask(method, path, body) {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), 8000);
  try {
    const answer = await fetch(base + path, {
      method, keepalive: method === "POST", signal: giveUp.signal, credentials: "same-origin", cache: "no-store",
      headers: method === "POST" ? {"Content-Type": "application/json", "X-Guichet-Csrf": csrf} : {},
      body: method === "POST" ? JSON.stringify(body ?? {}) : undefined,
    });
    const wait = Number(answer.headers.get("Retry-After") ?? 0);
    const text = await answer.text();
    return {status: answer.status, wait, body: text ? JSON.parse(text) : {}};
  } catch {
    return {status: 0, wait: 0, body: {}};
  } finally {
    clearTimeout(timer);
  }
}

function keep(answer) {
  if (answer.status === 200) csrf = answer.body.csrf;
  return answer;
}

export const session = async () => keep(await ask("GET", "session"));
export const privacy = () => ask("GET", "privacy");
export const note = () => ask("GET", "note");
export const keepNote = note => ask("POST", "note", note);
export const signIn = async proof => keep(await ask("POST", "sign-in", proof));
export const signOut = () => ask("POST", `sign-out?console=${page}`);
export const declare = async presence => keep(await ask("POST", `presence?console=${page}`, presence));
export const colleagues = () => ask("GET", "colleagues");
export const count = activity => ask("POST", "activity", activity);
export const coop = values => ask("POST", "coop", values);
export const feedback = () => ask("GET", "feedback");
export const testKiosk = id => ask("POST", `kiosks/${id}/test`);
export const pointAt = (id, mark) => ask("POST", `points/${id}/at?console=${page}`, {mark});
export const stopPointing = id => ask("POST", `points/${id}/stop?console=${page}`);
export const act = (id, what, body) => ask("POST", `calls/${id}/${what}?console=${page}`, body);

/// Reads events until the hub ends them; every byte, also of a comment, is a sign of life.
async function readEvents(answer, alive, event) {
  const decoder = new TextDecoder();
  const reader = answer.body.getReader();
  let text = "";
  for (;;) {
    const {value, done} = await reader.read();
    if (done) return;
    alive();
    const blocks = (text + decoder.decode(value, {stream: true})).split("\n\n");
    text = blocks.pop();
    for (const block of blocks) {
      const found = /^event: (.*)\ndata: (.*)$/.exec(block);
      if (found) event(found[1], JSON.parse(found[2]));
    }
  }
}

/// Listens until stop(). `tell` has one function for each event, and line(open), refused(). Not an EventSource: that
/// one hides the comments, by which a connection that died in silence is noticed.
export function listen(tell) {
  let current = null; // the one connection that counts
  let timer = 0;
  let failures = 0;
  let heard = 0;
  let over = false;

  const alive = () => { heard = performance.now(); };
  const leave = () => { current?.abort(); current = null; clearTimeout(timer); };

  async function open() {
    leave();
    const mine = current = new AbortController();
    alive();
    let status = 0;
    try {
      const answer = await fetch(`${base}events?console=${page}`, {signal: mine.signal, credentials: "same-origin", cache: "no-store"});
      status = answer.status;
      if (status === 200) await readEvents(answer, alive, (name, data) => {
        if (mine !== current || !tell[name]) return;
        failures = 0;
        if (name === "board") tell.line(true);
        try { tell[name](data); } catch (fault) { setTimeout(() => { throw fault; }); } // a fault of ours does not cut the line
      });
    } catch { /* cut, or never reached */ }
    if (mine !== current) return; // another took its place
    if (status === 401) tell.refused(); else again();
  }

  function again() {
    leave();
    if (over) return;
    tell.line(false);
    failures += 1;
    const pause = Math.min(500 * 2 ** (failures - 1), 3000) * (0.5 + Math.random() / 2);
    timer = setTimeout(open, pause);
  }

  open();
  return {again, check() { if (current && performance.now() - heard > longestSilence) again(); }, stop() { over = true; leave(); }};
}
