// SPDX-License-Identifier: GPL-3.0-or-later
// Talks to the hub (kiosk/hub/API.md). Knows nothing of the page.

const base = "/api/v1/console/";
const page = Array.from(crypto.getRandomValues(new Uint8Array(12)), byte => byte.toString(16).padStart(2, "0")).join("");
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
export const signIn = async proof => keep(await ask("POST", "sign-in", proof));
export const signOut = () => ask("POST", "sign-out");
export const declare = async declared => keep(await ask("POST", `presence?console=${page}`, {declared}));
export const colleagues = () => ask("GET", "colleagues");
export const count = activity => ask("POST", "activity", activity);
export const coop = values => ask("POST", "coop", values);
export const feedback = () => ask("GET", "feedback");
export const testKiosk = id => ask("POST", `kiosks/${id}/test`);
export const pointAt = (id, mark) => ask("POST", `points/${id}/at?console=${page}`, {mark});
export const stopPointing = id => ask("POST", `points/${id}/stop?console=${page}`);
export const act = (id, what, body) => ask("POST", `calls/${id}/${what}?console=${page}`, body);

/// Listens until stop(). `tell` has one function for each event, and line(open), refused().
export function listen(tell) {
  let source = null;
  let timer = 0;
  let failures = 0;
  let over = false;

  function open() {
    source = new EventSource(`${base}events?console=${page}`);
    for (const name of ["board", "call", "gone", "remind", "kiosks", "people", "test", "point"])
      source.addEventListener(name, event => {
        failures = 0;
        if (name === "board") tell.line(true);
        tell[name](JSON.parse(event.data));
      });
    source.onerror = again;
  }

  async function again() {
    source?.close();
    clearTimeout(timer);
    if (over) return;
    tell.line(false);
    failures += 1;
    const pause = Math.min(500 * 2 ** (failures - 1), 3000) * (0.5 + Math.random() / 2);
    timer = setTimeout(async () => {
      const answer = await session();
      if (over) return;
      if (answer.status === 401) tell.refused();
      else if (answer.status === 200) open();
      else again();
    }, pause);
  }

  open();
  return {again, stop() { over = true; clearTimeout(timer); source?.close(); }};
}
