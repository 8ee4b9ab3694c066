// SPDX-License-Identifier: GPL-3.0-or-later
// The console: what the hub says, drawn; what the mediator does, asked of the hub.

import * as after from "./after.js";
import * as feedback from "./feedback.js";
import * as hub from "./hub.js";
import {isNoticed} from "./noticed.js";
import * as note from "./note.js";
import {allowSound, drawNotices, keepAwake, notify} from "./notices.js";
import * as pointing from "./pointing.js";
import * as privacy from "./privacy.js";
import {say} from "./say.js";
import * as sound from "./sound.js";
import {placeName, rooms, state} from "./state.js";
import {arrange, callCard, clock, kioskCard, make, personLine, whereabouts} from "./view.js";
import {languageCode, setLanguage, tr} from "./words.js";

const $ = id => document.getElementById(id);
const presenceEvery = 15000;
const ringEvery = 10;
const kiosksEvery = 15;
const feedbackEvery = 300;
const oldEvery = 600;
const askAgainAfter = 2000;
const tellAgainAfter = 1000;

const order = (one, other) => Number(other.urgent) - Number(one.urgent) || one.rank - other.rank;
const waited = call => call.waited_s + (performance.now() - call.heard) / 1000;

/// What drawTimes() writes into a card that stays.
const withoutNumbers = (key, value) => ["heard", "waited_s", "since_s"].includes(key) ? undefined : key === "code" ? Boolean(value) : value;

function drawCalls() {
  const list = $("calls");
  const calls = [...state.calls.values()].sort(order);
  const focused = document.activeElement?.dataset ?? {};
  const before = new Map([...list.children].map(card => [card.dataset.id, card]));
  const cards = calls.map(call => {
    const look = JSON.stringify([call, languageCode(), rooms().length, Object.keys(state.titles).length], withoutNumbers);
    const known = before.get(call.id);
    if (known?.look === look) return known;
    const card = callCard(call, state.me.account, state.titles, rooms().length > 1 ? call.room : "");
    card.look = look;
    return card;
  });
  arrange(list, cards);
  if (focused.call && document.activeElement?.dataset.call !== focused.call) { // the same button of the same call, or the first that is left
    const ofCall = [...list.querySelectorAll(`[data-call="${focused.call}"]`)];
    (ofCall.find(button => button.dataset.act === focused.act && button.dataset.reply === focused.reply) ?? ofCall[0])?.focus();
  }
  $("no-call").hidden = calls.length > 0;
  drawTimes();
}

function drawTimes() {
  for (const call of state.calls.values()) {
    const time = document.querySelector(`[data-time="${call.id}"]`);
    if (time) time.textContent = clock(waited(call));
    const code = document.querySelector(`[data-code="${call.id}"]`);
    if (code && code.textContent !== call.code) code.textContent = call.code;
  }
  const waiting = [...state.calls.values()].filter(call => !call.claim && !call.here).length;
  const comeBack = state.me && document.hidden && !isNoticed() ? `${tr().comeBack} · ` : ""; // what is seen of it now
  document.title = comeBack + (waiting ? `(${waiting}) ` : "") + (state.me ? `Guichet · ${state.me.site}` : "Guichet");
}

function drawKiosks() {
  const kiosks = [...state.kiosks.values()].sort((one, other) => one.place.localeCompare(other.place, languageCode(), {numeric: true}));
  const focused = document.activeElement?.dataset?.test;
  const before = [...$("kiosks").children];
  arrange($("kiosks"), kiosks.length ? kiosks.map(kiosk => {
    const shown = {...kiosk};
    if (kiosk.in_use && kiosk.reachable) shown.same_screen_s += (performance.now() - kiosk.heard) / 1000;
    const card = kioskCard(shown, state.titles);
    return before.find(known => known.isEqualNode(card)) ?? card;
  }) : [make("li", {class: "quiet"}, tr().noKiosk)]);
  if (focused && document.activeElement?.dataset.test !== focused) $("kiosks").querySelector(`[data-test="${focused}"]`)?.focus();
}

function drawPeople() {
  if (!state.me) return;
  const others = state.people.filter(person => person.account !== state.me.account);
  $("people").replaceChildren(...(others.length ? others.map(personLine) : [make("li", {class: "quiet"}, tr().nobody)]));
  const heard = state.open && state.people.some(person => person.account === state.me.account && person.present);
  const counted = heard && isNoticed();
  $("measured").textContent = !heard ? tr().notHeard : !counted ? tr().asleep : state.declared === "absent" ? tr().away : tr().heard;
  $("measured").className = counted ? "quiet" : "error";
}

function drawPresence() {
  const focused = document.activeElement?.name === "declared";
  const choices = Object.entries(tr().presences).map(([value, words]) =>
    make("label", {}, make("input", {type: "radio", name: "declared", value, checked: value === state.declared}), words));
  $("presence").replaceChildren(make("legend", {class: "unseen"}, tr().me), ...choices);
  if (focused) $("presence").querySelector(":checked")?.focus();
}

function drawWords() {
  document.documentElement.lang = languageCode();
  for (const element of document.querySelectorAll("[data-words]")) element.textContent = tr()[element.dataset.words];
  $("language").textContent = tr().other;
  $("language").lang = tr().otherCode;
  $("site").textContent = placeName();
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
  drawAfter();
  feedback.draw();
  note.draw();
  pointing.draw();
}

const drawAfter = () => after.draw($("after"), state.me.account, state.titles, say);

/// To who does not see it change.
function sayChange(known, call) {
  const mine = of => of?.account === state.me.account;
  const changes = [
    [mine(call.passed_to) && !mine(known.passed_to), tr().passed],
    [mine(known.claim) && !mine(call.claim) && !call.here, tr().noLongerMine],
    [call.claim && !mine(call.claim) && call.claim.account !== known.claim?.account && !call.here, tr().takenBy(call.claim?.name)],
    [known.kiosk_reachable && !call.kiosk_reachable, tr().kioskLost]];
  for (const [is, text] of changes) if (is) say(tr().at(call.place, text));
}

/// "Reçu" is true where it would be noticed, and once the hub knows that.
function acknowledge(calls) {
  if (!state.reached || !isNoticed()) return;
  const ids = [...calls.filter(call => !call.acknowledged).map(call => call.id), ...state.tests];
  state.tests.clear();
  for (const id of ids) hub.act(id, "ack").then(answer => {
    if (answer.body.error === "not-there") tellIn(tellAgainAfter); // another hub, which has not heard of it yet
  });
}

function take(call) {
  const known = state.calls.get(call.id);
  call.heard = performance.now();
  state.calls.set(call.id, call);
  acknowledge([call]);
  const becameUrgent = known && call.urgent && !known.urgent && !call.here; // also when somebody goes already
  if (!known || becameUrgent) say(`${tr().calling(call.place)}${call.urgent ? ` · ${tr().urgent}` : ""}`);
  if (known) sayChange(known, call);
  if (becameUrgent || (call.rings && !known?.rings)) sound.ring(call.urgent, tr().calling(call.place));
  if (call.here && call.claim?.account === state.me.account && !state.helped.has(call.id))
    state.helped.set(call.id, {call, at: performance.now()});
}

const tell = {
  line(open) {
    if (state.open === open) return;
    state.open = open;
    if (!open) pointing.stop();
    drawNotices();
    drawPeople();
  },
  refused() { leave(tr().ended); },
  board(board) {
    state.reached = false; // a hub that began anew has forgotten what this page declared
    state.tests.clear();
    declare();
    const stale = new Set(state.calls.keys());
    for (const call of board.calls) { take(call); stale.delete(call.id); }
    for (const id of stale) forget(id);
    state.kiosks.clear();
    $("site").textContent = placeName();
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
    $("site").textContent = placeName();
  },
  people({people, calls_arrive: arrive = true}) {
    state.people = people;
    state.arrive = arrive;
    drawPeople();
    drawNotices();
  },
  test({id}) { state.tests.add(id); acknowledge([]); }, // proves that this page receives calls; shows nothing
  point(point) { pointing.hear(point); },
};

function forget(id) {
  state.calls.delete(id);
  if (state.passing === id) $("colleagues").close();
  const helped = state.helped.get(id);
  if (!helped) return;
  state.helped.delete(id);
  const minutes = (performance.now() - helped.at) / 60000;
  after.add(helped.call, minutes, state.themes[helped.call.procedure]);
  const focused = document.activeElement?.dataset?.call === id;
  drawAfter();
  if (focused) $(`after-${id}`)?.focus(); // in the place of the call's card
}

function explain(answer) {
  if (answer.status === 0 || answer.status === 503) notify(tr().noHub);
  else if (answer.status === 401) leave(tr().ended);
  else if (answer.body.error === "taken") notify(tr().takenBy(answer.body.by ?? "?"));
  else if (answer.status >= 400) notify(tr().tooLate);
}

async function choosePerson(id) {
  const answer = await hub.colleagues();
  if (answer.status !== 200) return explain(answer);
  state.passing = id;
  const known = new Map(state.people.map(person => [person.account, person]));
  const rank = ({account}) => {
    const {present, noticed, declared} = known.get(account) ?? {};
    return !present ? 4 : !noticed ? 3 : ["present", "busy", "absent"].indexOf(declared);
  };
  const first = answer.body.sort((one, other) => rank(one) - rank(other)); // who would come
  const people = first.map(person => make("li", {}, make("button", {type: "button", class: "second", onclick: async () => {
    $("colleagues").close();
    explain(await hub.act(id, "transfer", {to: person.account}));
  }}, person.name, make("span", {class: "quiet"}, ` · ${whereabouts(known.get(person.account))}`))));
  $("colleague-list").replaceChildren(...(people.length ? people : [make("li", {}, tr().nobodyElse)]));
  $("colleagues").showModal();
}

function press(button) {
  const {act, call, reply} = button.dataset;
  if (act === "pass") return choosePerson(call);
  if (act === "point") return pointing.ask(state.calls.get(call));
  const wish = [call, act, reply].join(" ");
  if (state.wishes.has(wish)) return; // pressed twice; a disabled button would lose the focus
  state.wishes.add(wish);
  state.asked = state.asked.finally(async () => { // in the order pressed: the hub may tell of the first before it answers
    explain(await hub.act(call, act, reply ? {reply} : undefined));
    state.wishes.delete(wish);
  });
}

function tellIn(pause) {
  clearTimeout(state.presenceTimer);
  state.presenceTimer = setTimeout(declare, pause);
}

/// One at a time: what was true last arrives last.
async function declare() {
  clearTimeout(state.presenceTimer);
  const me = state.me;
  state.tellAgain = state.telling;
  if (!me || state.telling) return;
  const presence = {declared: state.declared, noticed: isNoticed()};
  Object.assign(state, {telling: true, noticed: presence.noticed});
  const answer = await hub.declare(presence);
  state.telling = false;
  if (state.me !== me) return declare(); // signed out, or in anew, meanwhile
  if (answer.status === 401) return leave(tr().ended);
  if (answer.status !== 200) state.line?.again(); // nobody answers: we are blind, and say so
  else keepEnd(answer.body);
  if (state.tellAgain) return declare();
  state.reached = answer.status === 200 && presence.noticed && presence.declared !== "absent";
  acknowledge([...state.calls.values()]);
  tellIn(answer.status === 200 ? presenceEvery : 5000);
}

const keepEnd = session => { state.ends = performance.now() + 1000 * session.ends_s; };

async function enter(session) {
  state.me = session;
  keepEnd(session);
  $("sign-in-error").hidden = true;
  history.replaceState(null, "", location.pathname);
  draw();
  state.line?.stop();
  state.line = hub.listen(tell);
  keepAwake();
  declare();
  feedback.refresh(session.role);
  note.greet(say);
  try {
    const known = await (await fetch("/titles.json")).json();
    Object.assign(state, {titles: known.titles ?? {}, themes: known.themes ?? {}});
    if (state.me) draw();
  } catch { /* ids then */ }
}

/// `why`: not the mediator's own wish; said where they sign in again, and once with a ring.
function leave(why = "") {
  if (!state.me) return;
  if (why) sound.ring(false, why);
  $("sign-in-error").textContent = why;
  $("sign-in-error").hidden = !why;
  state.line?.stop();
  clearTimeout(state.presenceTimer);
  state.wake?.release();
  pointing.stop();
  $("pointing").close();
  Object.assign(state, {me: null, line: null, open: true, arrive: true, people: [], ends: Infinity});
  for (const known of [state.helped, state.calls, state.kiosks]) known.clear();
  after.clear($("after"));
  note.clear();
  draw();
  $("account").focus();
}

/// After a reload. A hub that cannot say whether the session is good is asked again: nobody signs in anew for that.
async function comeBack() {
  const answer = await hub.session();
  if (state.me) return; // signed in meanwhile
  if (answer.status === 200) return enter(answer.body);
  const undecided = answer.status === 0 || answer.status >= 500;
  if (undecided) setTimeout(comeBack, askAgainAfter);
  $("sign-in-error").textContent = tr().noHub;
  $("sign-in-error").hidden = !undecided;
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
$("kiosks").addEventListener("click", async event => {
  const kiosk = event.target.closest("button[data-test]")?.dataset.test;
  if (!kiosk) return;
  const answer = await hub.testKiosk(kiosk);
  if (answer.status === 200) notify(tr().testAsked); else explain(answer);
});
$("presence").addEventListener("change", event => { state.declared = event.target.value; drawPeople(); declare(); });
$("language").addEventListener("click", () => { setLanguage(tr().otherCode); draw(); });
$("sign-out").addEventListener("click", async () => {
  const answer = await hub.signOut();
  if (answer.status === 204 || answer.status === 401) leave();
  else notify(tr().noHub); // still signed in: on a shared computer that must be known
});
$("note-open").addEventListener("click", note.open);
$("note-close").addEventListener("click", () => $("note-dialog").close());
$("note-form").addEventListener("submit", event => { event.preventDefault(); note.submit(event.target); });
$("privacy-open").addEventListener("click", async () => { if (!await privacy.open()) notify(tr().noHub); });
$("privacy-close").addEventListener("click", () => $("privacy").close());
$("colleagues-close").addEventListener("click", () => $("colleagues").close());
document.addEventListener("pointerdown", () => { if (state.me && sound.isBlocked()) allowSound(); });
document.addEventListener("visibilitychange", () => { keepAwake(); drawTimes(); declare(); });
window.addEventListener("online", () => state.line?.again());

function eachSecond() {
  state.seconds += 1;
  if (state.seconds % oldEvery === 0) after.forgetOld(); // also while nobody is signed in
  if (!state.me) return;
  state.line?.check();
  drawTimes();
  drawNotices();
  if (state.noticed !== isNoticed()) { drawPeople(); declare(); }
  if (state.seconds % kiosksEvery === 0) drawKiosks();
  if (state.seconds % feedbackEvery === 0) { feedback.refresh(state.me.role); note.refresh(); }
  const ringing = state.seconds % ringEvery === 0 ? [...state.calls.values()].filter(call => call.rings) : [];
  if (ringing.length) sound.ring(ringing.some(call => call.urgent));
}
new Worker("metronome.js").addEventListener("message", eachSecond);

after.forgetOld();
draw();
const ticket = new URLSearchParams(location.hash.slice(1)).get("ticket");
if (ticket) await knock({ticket});
else await comeBack();
