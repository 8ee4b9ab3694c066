// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the cards. Every text goes in as text, never as HTML.

import {ago, languageName, tr} from "./words.js";

export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "onclick") element.addEventListener("click", value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.filter(child => child !== null && child !== undefined && child !== ""));
  return element;
}

/// The children become these. What stays is not touched: it keeps the focus, and nothing is announced anew.
export function arrange(place, wanted) {
  const stay = new Set(wanted);
  for (const child of [...place.children]) if (!stay.has(child)) child.remove();
  for (const [at, child] of wanted.entries()) if (place.children[at] !== child) place.insertBefore(child, place.children[at] ?? null);
}

export const line = (text, name = "") => make("p", name ? {class: name} : {}, text);

export function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/// What a procedure or step is called; its id when nobody says.
export function title(titles, id) {
  return titles[id] ?? id.replaceAll("-", " ");
}

function where(call, titles) {
  const parts = [];
  if (call.procedure) parts.push(title(titles, call.procedure));
  if (call.step) parts.push(tr().step(titles[`${call.procedure}/${call.step}`] ?? title(titles, call.step)));
  return parts.join(" · ");
}

/// A language is named in itself, in its own direction.
function about(call) {
  const parts = [];
  if (call.language) parts.push(make("span", {}, `${tr().language} `, make("span", {lang: call.language, dir: "auto"}, languageName(call.language))));
  if (call.reason !== "none") parts.push(tr().quoted(tr().reasons[call.reason]));
  for (const need of call.needs) parts.push(tr().needs[need] ?? need);
  return make("p", {}, ...parts.flatMap((part, at) => at ? [" · ", part] : [part]));
}

function status(call, me) {
  const mine = call.claim?.account === me;
  if (call.here) {
    if (!call.claim) return tr().hereSomeone;
    return mine ? tr().hereMe : tr().hereOther(call.claim.name);
  }
  if (call.claim) return mine ? tr().mine : tr().takenBy(call.claim.name);
  if (call.passed_to) return call.passed_to.account === me ? "" : tr().passedOther(call.passed_to.name);
  return tr().rings[call.ring];
}

function button(call, act, kind, text, extra = {}) {
  return make("button", {type: "button", class: kind, "data-act": act, "data-call": call.id, ...extra}, text);
}

const muteAction = call => call.rings ? button(call, "mute", "second", tr().mute) : null; // an urgent one also when somebody goes

function waitingActions(call) {
  return make("div", {class: "actions"},
    button(call, "claim", "human", tr().go),
    button(call, "pass", "second", tr().pass),
    call.muted ? line(tr().muted, "quiet") : muteAction(call));
}

function myActions(call) {
  const replies = make("div", {class: "actions", role: "group", "aria-label": tr().sayThere}, line(tr().sayThere));
  for (const [reply, words] of Object.entries(tr().replies))
    replies.append(button(call, "reply", "second", words, {"data-reply": reply, "aria-pressed": String(call.reply === reply)}));
  return make("div", {},
    call.code ? make("p", {class: "code"}, make("span", {}, tr().code), make("strong", {"data-code": call.id}, call.code)) : null,
    replies,
    make("div", {class: "actions"},
      button(call, "point", "second", tr().point),
      button(call, "pass", "second", tr().pass),
      button(call, "release", "second", tr().release),
      muteAction(call)));
}

function actions(call, mine) {
  if (!call.claim && !call.here) return waitingActions(call);
  if (mine) return call.here ? make("div", {class: "actions"}, button(call, "point", "second", tr().point)) : myActions(call);
  return call.rings ? make("div", {class: "actions"}, muteAction(call)) : null;
}

/// `room`: said when the site has several.
export function callCard(call, me, titles, room) {
  const mine = call.claim?.account === me;
  const waiting = !call.claim && !call.here;
  const state = (waiting ? " waiting" : "") + (mine ? " mine" : "") + (call.urgent ? " urgent" : "");
  return make("li", {class: `card${state}`, "data-id": call.id},
    make("div", {class: "head"},
      make("img", {src: "hand.svg", alt: ""}),
      make("div", {class: "title"}, make("h3", {}, tr().calling(call.place)), " ", call.urgent ? make("span", {class: "tag"}, tr().urgent) : null),
      make("span", {class: "time"}, make("span", {class: "unseen"}, tr().waits), make("span", {"data-time": call.id}, clock(call.waited_s)))),
    line([room, where(call, titles)].filter(Boolean).join(" · ")),
    about(call),
    call.passed_to?.account === me ? line(tr().passed, "tag") : null,
    status(call, me) ? line(status(call, me), mine ? "tag" : "quiet") : null,
    call.kiosk_reachable ? null : line(tr().kioskLost, "error"),
    mine && call.claim.reminded && !call.here ? line(tr().remind, "error") : null,
    actions(call, mine));
}

function now(kiosk, titles) {
  if (!kiosk.reachable) return tr().lost;
  if (!kiosk.in_use) return tr().free;
  const parts = [];
  if (kiosk.exercise) parts.push(tr().exercise);
  if (kiosk.procedure) parts.push(title(titles, kiosk.procedure));
  return parts.length ? parts.join(" · ") : tr().inUse;
}

/// What the last test calls from there proved; nothing of it when all is well and recent.
function proof(kiosk) {
  if (kiosk.failed_tests === undefined) return null; // a hub without them
  const failed = kiosk.failed_tests > 0;
  const text = failed ? tr().failed(kiosk.failed_tests) : kiosk.proven_s === undefined ? tr().neverProven : tr().proven(ago(kiosk.proven_s));
  return make("div", {class: "proof"}, line(text, failed ? "error" : "quiet"),
    kiosk.reachable ? make("button", {type: "button", class: "link", "data-test": kiosk.id, "aria-label": `${tr().testNow} · ${kiosk.place}`}, tr().testNow) : null);
}

export function kioskCard(kiosk, titles) {
  const used = kiosk.reachable && kiosk.in_use;
  const stuck = used && kiosk.same_screen_s >= 180;
  const name = "card" + (stuck || kiosk.twins ? " attention" : "") + (kiosk.reachable ? "" : " lost");
  const where = [];
  if (used && kiosk.steps > 0 && kiosk.step > 0) where.push(tr().steps(kiosk.step, kiosk.steps));
  if (stuck) where.push(tr().same(Math.floor(kiosk.same_screen_s / 60)));
  else if (used && kiosk.steps > 0) where.push(tr().well);
  return make("li", {class: name, "data-id": kiosk.id},
    make("p", {}, make("strong", {}, kiosk.place), ` · ${now(kiosk, titles)}`),
    where.length ? line(where.join(" · "), "quiet") : null,
    kiosk.twins ? line(tr().twins, "error") : null,
    proof(kiosk));
}

const measured = person => !person.present ? tr().notMeasured : person.noticed ? tr().measured : tr().unnoticed;

/// What a colleague declared counts only while their page is open and would be noticed.
export const whereabouts = person => person?.present && person.noticed ? tr().presences[person.declared] : measured(person ?? {});

export function personLine(person) {
  return make("li", {}, `${person.name} : ${tr().presences[person.declared]} `, make("span", {class: "quiet"}, `(${measured(person)})`));
}
