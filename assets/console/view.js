// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the cards. Every text goes in as text, never as HTML.

import {tr, languageName} from "./words.js";

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

const line = (text, name = "") => make("p", name ? {class: name} : {}, text);

export function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/// What a procedure or step is called; its id when nobody says.
function title(titles, id) {
  return titles[id] ?? id.replaceAll("-", " ");
}

function where(call, titles) {
  const parts = [];
  if (call.procedure) parts.push(title(titles, call.procedure));
  if (call.step) parts.push(tr().step(titles[`${call.procedure}/${call.step}`] ?? title(titles, call.step)));
  return parts.join(" · ");
}

function about(call) {
  const parts = [];
  if (call.language) parts.push(tr().language(languageName(call.language)));
  if (call.reason !== "none") parts.push(tr().quoted(tr().reasons[call.reason]));
  for (const need of call.needs) parts.push(tr().needs[need] ?? need);
  return parts.join(" · ");
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

function waitingActions(call) {
  return make("div", {class: "actions"},
    button(call, "claim", "human", tr().go),
    button(call, "pass", "second", tr().pass),
    call.muted ? line(tr().muted, "quiet") : call.rings ? button(call, "mute", "second", tr().mute) : null);
}

function myActions(call) {
  const replies = make("div", {class: "actions", role: "group", "aria-label": tr().sayThere}, line(tr().sayThere));
  for (const [reply, words] of Object.entries(tr().replies))
    replies.append(button(call, "reply", "second", words, {"data-reply": reply, "aria-pressed": String(call.reply === reply)}));
  return make("div", {},
    call.code ? make("p", {}, `${tr().code} `, make("span", {class: "code"}, call.code)) : null,
    replies,
    make("div", {class: "actions"},
      button(call, "release", "second", tr().release),
      button(call, "pass", "second", tr().pass)));
}

export function callCard(call, me, titles) {
  const mine = call.claim?.account === me;
  const waiting = !call.claim && !call.here;
  const state = (waiting ? " waiting" : "") + (mine ? " mine" : "") + (call.urgent ? " urgent" : "");
  return make("li", {class: `card${state}`, "data-id": call.id},
    make("div", {class: "head"},
      make("img", {src: "hand.svg", alt: ""}),
      make("div", {class: "title"}, make("h3", {}, tr().calling(call.place)), " ", call.urgent ? make("span", {class: "tag"}, tr().urgent) : null),
      make("span", {class: "time", "data-time": call.id}, clock(call.waited_s))),
    line([call.room, where(call, titles)].filter(Boolean).join(" · ")),
    line(about(call)),
    call.passed_to?.account === me ? line(tr().passed, "tag") : null,
    line(status(call, me), mine ? "tag" : "quiet"),
    call.kiosk_reachable ? null : line(tr().kioskLost, "error"),
    mine && call.claim.reminded && !call.here ? line(tr().remind, "error") : null,
    waiting ? waitingActions(call) : mine && !call.here ? myActions(call) : null);
}

function progress(kiosk, titles) {
  if (!kiosk.reachable) return tr().lost;
  if (!kiosk.in_use) return tr().free;
  const parts = [];
  if (kiosk.exercise) parts.push(tr().exercise);
  if (kiosk.procedure) parts.push(title(titles, kiosk.procedure));
  if (kiosk.steps > 0 && kiosk.step > 0) parts.push(tr().steps(kiosk.step, kiosk.steps));
  return parts.length ? parts.join(" · ") : tr().inUse;
}

export function kioskCard(kiosk, titles) {
  const stuck = kiosk.reachable && kiosk.in_use && kiosk.same_screen_s >= 180;
  const name = "card" + (stuck || kiosk.twins ? " attention" : "") + (kiosk.reachable ? "" : " lost");
  const well = kiosk.reachable && kiosk.in_use && !stuck && kiosk.steps > 0;
  return make("li", {class: name},
    make("strong", {}, kiosk.place), ` · ${progress(kiosk, titles)}`,
    stuck ? line(tr().same(Math.floor(kiosk.same_screen_s / 60)), "quiet") : well ? line(tr().well, "quiet") : null,
    kiosk.twins ? line(tr().twins, "error") : null);
}

export function personLine(person) {
  const measured = person.present ? tr().measured : tr().notMeasured;
  return make("li", {}, `${person.name} : ${tr().presences[person.declared]} `, make("span", {class: "quiet"}, `(${measured})`));
}

function choice(id, label, options) {
  const select = make("select", {id, name: id}, make("option", {value: ""}, tr().notSaid));
  for (const [value, text] of Object.entries(options)) select.append(make("option", {value}, text));
  return make("div", {}, make("label", {for: id}, label), select);
}

/// The card after helping; `minutes` is filled in already.
export function afterCard(minutes, save, ignore) {
  const durations = Object.fromEntries([15, 30, 45, 60, 90, 120].map(each => [each, tr().min(each)]));
  const card = make("form", {},
    make("h2", {id: "after-title", tabindex: "-1"}, tr().afterTitle),
    make("div", {class: "fields"},
      choice("theme", tr().theme, tr().themes), choice("minutes", tr().minutes, durations),
      choice("autonomy", tr().autonomy, tr().autonomies), choice("redirected", tr().redirected, tr().redirections)),
    line(tr().coop, "quiet"),
    make("div", {class: "actions"},
      make("button", {type: "submit", class: "main"}, tr().keep),
      make("button", {type: "button", class: "second", onclick: ignore}, tr().ignore)));
  const known = Object.keys(durations).map(Number).find(each => each >= minutes) ?? 120;
  card.querySelector("#minutes").value = String(known);
  card.addEventListener("submit", event => {
    event.preventDefault();
    save(Object.fromEntries([...new FormData(card)].filter(([, value]) => value !== "")));
  });
  return card;
}
