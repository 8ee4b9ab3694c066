// SPDX-License-Identifier: GPL-3.0-or-later
// The console: what the hub says, drawn; what the mediator does, asked of the hub.

import * as hub from "./hub.js";
import * as sound from "./sound.js";
import {afterCard, callCard, clock, kioskCard, make, personLine} from "./view.js";
import {languageCode, setLanguage, tr} from "./words.js";

const $ = id => document.getElementById(id);
const presenceEvery = 15000;
const ringEvery = 10000;

const state = {
  me: null, declared: "present", calls: new Map(), kiosks: new Map(), people: [], titles: {},
  open: true, line: null, helped: null, presenceTimer: 0, passing: null, wake: null,
};

// What is said to a screen reader, one at a time: several calls at once are all announced.
const sayings = [];
function say(text) {
  sayings.push(text);
  if (sayings.length === 1) sayNext();
}
function sayNext() {
  $("said").textContent = sayings[0];
  setTimeout(() => { sayings.shift(); if (sayings.length) sayNext(); }, 2500);
}

const order = (one, other) => Number(other.urgent) - Number(one.urgent) || one.rank - other.rank;
const waited = call => call.waited_s + (performance.now() - call.heard) / 1000;

function drawCalls() {
  const list = $("calls");
  const calls = [...state.calls.values()].sort(order);
  const focused = document.activeElement?.dataset ?? {};
  const before = new Map([...list.children].map(card => [card.dataset.id, card]));
  const cards = calls.map(call => {
    const look = JSON.stringify([call, languageCode()], (key, value) => key === "heard" || key === "waited_s" || key === "since_s" ? undefined : value);
    const known = before.get(call.id);
    if (known?.look === look) return known;
    const card = callCard(call, state.me.account, state.titles);
    card.look = look;
    return card;
  });
  list.replaceChildren(...cards);
  if (focused.call) // the same button of the same call, or the first that is left
    (list.querySelector(`[data-call="${focused.call}"][data-act="${focused.act}"]`) ?? list.querySelector(`[data-call="${focused.call}"]`))?.focus();
  $("no-call").hidden = calls.length > 0;
  drawTimes();
}

function drawTimes() {
  for (const call of state.calls.values()) {
    const time = document.querySelector(`[data-time="${call.id}"]`);
    if (time) time.textContent = clock(waited(call));
  }
  const waiting = [...state.calls.values()].filter(call => !call.claim && !call.here).length;
  document.title = (waiting ? `(${waiting}) ` : "") + (state.me ? `Guichet · ${state.me.site}` : "Guichet");
}

function drawKiosks() {
  const kiosks = [...state.kiosks.values()].sort((one, other) => one.place.localeCompare(other.place, languageCode(), {numeric: true}));
  $("kiosks").replaceChildren(...(kiosks.length ? kiosks.map(kiosk => {
    const shown = {...kiosk};
    if (kiosk.in_use && kiosk.reachable) shown.same_screen_s += (performance.now() - kiosk.heard) / 1000;
    return kioskCard(shown, state.titles);
  }) : [make("li", {class: "quiet"}, tr().noKiosk)]));
}

function drawPeople() {
  $("people").replaceChildren(...state.people.map(personLine));
}

function drawPresence() {
  const choices = Object.entries(tr().presences).map(([value, words]) =>
    make("label", {}, make("input", {type: "radio", name: "declared", value, checked: value === state.declared}), words));
  $("presence").replaceChildren(make("legend", {class: "unseen"}, tr().me), ...choices);
}

function drawNotices() {
  const notices = [];
  if (state.me && !state.open) notices.push(make("div", {class: "notice blind"}, tr().blind));
  if (state.me && !window.isSecureContext && matchMedia("(pointer: coarse)").matches)
    notices.push(make("div", {class: "notice"}, tr().plain));
  if (state.me && sound.isBlocked())
    notices.push(make("div", {class: "notice"}, tr().sound, make("button", {type: "button", onclick: allowSound}, tr().soundOn)));
  const look = notices.map(notice => notice.textContent).join("\n");
  if ($("notices").look === look) return;
  $("notices").look = look;
  $("notices").replaceChildren(...notices);
}

function drawWords() {
  document.documentElement.lang = languageCode();
  for (const element of document.querySelectorAll("[data-words]")) element.textContent = tr()[element.dataset.words];
  $("language").textContent = tr().other;
  $("language").lang = tr().otherCode;
  $("site").textContent = state.me?.site ?? "Guichet";
  $("sign-out").hidden = !state.me;
  if (state.me) $("sign-out").textContent = tr().signOut(state.me.name);
}

function draw() {
  drawWords();
  drawNotices();
  $("door").hidden = state.me !== null;
  $("room").hidden = state.me === null;
  if (!state.me) return;
  drawCalls();
  drawKiosks();
  drawPeople();
  drawPresence();
}

function take(call) {
  const known = state.calls.get(call.id);
  call.heard = performance.now();
  state.calls.set(call.id, call);
  if (!call.acknowledged) hub.act(call.id, "ack"); // this page shows it: "reçu" is true
  if (!known) say(`${tr().calling(call.place)}${call.urgent ? ` · ${tr().urgent}` : ""}`);
  const rings = call.rings && (!known?.rings || (call.urgent && !known.urgent));
  if (rings) sound.ring(call.urgent);
  if (call.here && call.claim?.account === state.me.account) state.helped ??= {id: call.id, at: performance.now()};
}

const tell = {
  line(open) { if (state.open !== open) { state.open = open; drawNotices(); } },
  refused() { leave(); },
  board(board) {
    const stale = new Set(state.calls.keys());
    for (const call of board.calls) { take(call); stale.delete(call.id); }
    for (const id of stale) forget(id);
    state.kiosks.clear();
    tell.kiosks(board.kiosks);
    tell.people(board);
    drawCalls();
  },
  call(call) { take(call); drawCalls(); },
  gone({id}) { forget(id); drawCalls(); },
  remind({id}) {
    const call = state.calls.get(id);
    if (!call?.claim) return;
    call.claim.reminded = true;
    say(tr().remind);
    sound.ring(false);
    drawCalls();
  },
  kiosks(kiosks) {
    for (const kiosk of kiosks) state.kiosks.set(kiosk.id, {...kiosk, heard: performance.now()});
    drawKiosks();
  },
  people({people}) { state.people = people; drawPeople(); },
};

function forget(id) {
  state.calls.delete(id);
  if (state.passing === id) $("colleagues").close();
  if (state.helped?.id !== id) return;
  showAfter(Math.ceil((performance.now() - state.helped.at) / 60000));
  state.helped = null;
}

function showAfter(minutes) {
  const place = $("after");
  const close = () => { place.hidden = true; place.replaceChildren(); };
  place.replaceChildren(afterCard(minutes, async activity => {
    if (activity.minutes) activity.minutes = Number(activity.minutes);
    const answer = await hub.count(activity);
    if (answer.status === 204) { close(); say(tr().kept); } else notify(tr().noHub);
  }, close));
  place.hidden = false;
}

function notify(text) {
  const notice = make("div", {class: "notice"}, text);
  $("notices").append(notice);
  setTimeout(() => notice.remove(), 8000);
}

function explain(answer) {
  if (answer.status === 0 || answer.status === 503) notify(tr().noHub);
  else if (answer.status === 401) leave();
  else if (answer.body.error === "taken") notify(tr().takenBy(answer.body.by ?? "?"));
  else if (answer.status >= 400) notify(tr().tooLate);
}

async function choosePerson(id) {
  const answer = await hub.colleagues();
  if (answer.status !== 200) return explain(answer);
  state.passing = id;
  const people = answer.body.map(person => make("li", {}, make("button", {type: "button", class: "second", onclick: async () => {
    $("colleagues").close();
    explain(await hub.act(id, "transfer", {to: person.account}));
  }}, person.name)));
  $("colleague-list").replaceChildren(...(people.length ? people : [make("li", {}, tr().nobodyElse)]));
  $("colleagues").showModal();
}

async function press(button) {
  const {act, call, reply} = button.dataset;
  if (act === "pass") return choosePerson(call);
  button.disabled = true;
  explain(await hub.act(call, act, reply ? {reply} : undefined));
  button.disabled = false;
}

async function declare() {
  clearTimeout(state.presenceTimer);
  if (!state.me) return;
  const answer = await hub.declare(state.declared);
  if (!state.me) return;
  if (answer.status === 401) return leave();
  if (answer.status !== 200) state.line?.again(); // nobody answers: we are blind, and say so
  state.presenceTimer = setTimeout(declare, answer.status === 200 ? presenceEvery : 5000);
}

async function keepAwake() {
  if (!state.me || state.wake || !navigator.wakeLock || document.hidden) return;
  try {
    state.wake = await navigator.wakeLock.request("screen");
    state.wake.addEventListener("release", () => { state.wake = null; });
  } catch { /* the battery decides */ }
}

function allowSound() {
  sound.allow();
  setTimeout(drawNotices, 300);
}

async function enter(session) {
  state.me = session;
  history.replaceState(null, "", location.pathname);
  draw();
  $("calls-title").scrollIntoView?.({block: "nearest"});
  state.line?.stop();
  state.line = hub.listen(tell);
  keepAwake();
  declare();
  try { state.titles = await (await fetch("/titles.json")).json(); drawCalls(); drawKiosks(); } catch { /* ids then */ }
}

function leave() {
  state.line?.stop();
  clearTimeout(state.presenceTimer);
  state.wake?.release();
  Object.assign(state, {me: null, line: null, open: true, helped: null, people: []});
  state.calls.clear();
  state.kiosks.clear();
  $("after").hidden = true;
  draw();
  $("account").focus();
}

async function knock(proof) {
  const answer = await hub.signIn(proof);
  const problem = $("sign-in-error");
  problem.hidden = answer.status === 200;
  if (answer.status === 200) return enter(answer.body);
  if (answer.status === 429) problem.textContent = tr().tooMany(answer.wait);
  else if (answer.status === 401) problem.textContent = proof.ticket ? tr().linkUsed : tr().wrong;
  else problem.textContent = tr().noHub;
}

$("sign-in").addEventListener("submit", async event => {
  event.preventDefault();
  allowSound();
  const {account, password} = event.target.elements;
  await knock({account: account.value.trim(), password: password.value});
  password.value = "";
});
$("calls").addEventListener("click", event => {
  const button = event.target.closest("button[data-act]");
  if (button) press(button);
});
$("presence").addEventListener("change", event => { state.declared = event.target.value; declare(); });
$("language").addEventListener("click", () => { setLanguage(tr().otherCode); draw(); });
$("sign-out").addEventListener("click", async () => { await hub.signOut(); leave(); });
$("colleagues-close").addEventListener("click", () => $("colleagues").close());
document.addEventListener("pointerdown", () => { if (state.me && sound.isBlocked()) allowSound(); });
document.addEventListener("visibilitychange", () => { if (!document.hidden) { keepAwake(); declare(); } });
window.addEventListener("online", () => state.line?.again());
setInterval(() => { if (state.me) { drawTimes(); drawNotices(); } }, 1000);
setInterval(() => { if (state.me) drawKiosks(); }, 15000);
setInterval(() => {
  const ringing = [...state.calls.values()].filter(call => call.rings);
  if (ringing.length) sound.ring(ringing.some(call => call.urgent));
}, ringEvery);

draw();
const ticket = new URLSearchParams(location.hash.slice(1)).get("ticket");
if (ticket) await knock({ticket});
else {
  const answer = await hub.session();
  if (answer.status === 200) await enter(answer.body);
}
