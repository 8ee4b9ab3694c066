// SPDX-License-Identifier: GPL-3.0-or-later
// The cards after helping. Each stays, also when the page is opened again, until it is done or ignored: a mediator
// who must first sign in to La Coop loses the link there; but no longer than a shift: the computer may be shared.
// Nothing of a person is in them.

import * as hub from "./hub.js";
import {arrange, line, make} from "./view.js";
import {languageCode, tr} from "./words.js";

const presets = [15, 30, 45, 60, 90, 120];
const most = 20;
export const shift = 12 * 3600 * 1000;
const prefix = "guichet-after-";
const fields = ["theme", "minutes", "autonomy", "redirected"];
let account = "";
let titles = {};
let say = () => {};

const drawn = new Map(); // by id: its element, and the language it was drawn in

const shelf = () => prefix + account;
const isOfThisShift = card => Math.abs(Date.now() - card.made) < shift;

function read(name) {
  try { return JSON.parse(localStorage.getItem(name)) ?? []; } catch { return []; }
}

const kept = () => read(shelf()).filter(isOfThisShift);

/// Of everybody who signed in here.
export function forgetOld() {
  try {
    for (const name of Object.keys(localStorage).filter(each => each.startsWith(prefix))) {
      const cards = read(name).filter(isOfThisShift);
      if (cards.length) localStorage.setItem(name, JSON.stringify(cards)); else localStorage.removeItem(name);
    }
  } catch { /* private window: nothing is kept */ }
}

function keep(cards) {
  try { localStorage.setItem(shelf(), JSON.stringify(cards.slice(-most))); } catch { /* private window: until it closes */ }
}

const update = card => keep(kept().map(each => each.id === card.id ? card : each));

/// `minutes` since somebody was there; the hub rounds them to 15.
export function add(call, minutes, theme) {
  const rounded = Math.max(15, Math.ceil(minutes / 15) * 15);
  const card = {id: call.id, made: Date.now(), place: call.place, procedure: call.procedure, theme: theme ?? "", minutes: String(rounded), autonomy: "", redirected: "", counted: false};
  keep([...kept().filter(each => each.id !== card.id), card]);
}

function values(card) {
  const given = Object.fromEntries(fields.filter(field => card[field]).map(field => [field, card[field]]));
  if (given.minutes) given.minutes = Number(given.minutes);
  return given;
}

/// Once, however it is used.
async function count(card) {
  if (card.counted) return;
  card.counted = true;
  update(card);
  const answer = await hub.count(values(card));
  if (answer.status === 204) return say(tr().kept);
  card.counted = false;
  update(card);
}

function choice(card, field, options) {
  const id = `${field}-${card.id}`;
  const select = make("select", {id, name: field}, make("option", {value: ""}, tr().notSaid));
  for (const [value, text] of Object.entries(options)) select.append(make("option", {value, selected: card[field] === value}, text));
  return make("div", {}, make("label", {for: id}, tr()[field]), select);
}

function durations(card) {
  const all = [...new Set([...presets, Number(card.minutes) || 15])].sort((one, other) => one - other);
  return Object.fromEntries(all.map(each => [each, tr().min(each)]));
}

/// Rows of "0110" as one path, with the quiet border a reader needs.
function drawQr(rows) {
  const space = "http://www.w3.org/2000/svg";
  const picture = document.createElementNS(space, "svg");
  picture.setAttribute("viewBox", `-4 -4 ${rows.length + 8} ${rows.length + 8}`);
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", tr().qrLabel);
  picture.setAttribute("class", "qr");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", rows.flatMap((row, y) => [...row].map((dark, x) => dark === "1" ? `M${x} ${y}h1v1h-1z` : "")).join(""));
  picture.append(path);
  return picture;
}

function summary(card, made) {
  const parts = [tr().record, made.day, card.minutes && tr().min(card.minutes), tr().themes[card.theme], titles[card.procedure],
    card.autonomy && tr().autonomies[card.autonomy], card.redirected && `${tr().redirected} : ${tr().redirections[card.redirected]}`];
  return `${parts.filter(Boolean).join(" · ")}\n${made.link}`;
}

/// Over plain HTTP browsers give no clipboard: the text is shown, selected.
async function copy(text, place) {
  try {
    await navigator.clipboard.writeText(text);
    say(tr().copied);
    place.replaceChildren(line(tr().copied, "quiet"));
  } catch {
    const area = make("textarea", {readonly: true, rows: "4", "aria-label": tr().copyText}, text);
    place.replaceChildren(area);
    area.select();
  }
}

class Card {
  constructor(card, redraw) {
    this.card = card;
    this.redraw = redraw;
    this.made = null;
    this.extra = make("div", {class: "extra"});
    this.open = make("a", {class: "button main", target: "_blank", rel: "noopener noreferrer"}, tr().openCoop);
    this.open.addEventListener("click", event => this.use(event));
    this.element = this.draw();
    this.prepare();
  }

  draw() {
    const {card} = this;
    const form = make("form", {class: "fields"},
      choice(card, "theme", tr().themes), choice(card, "minutes", durations(card)),
      choice(card, "autonomy", tr().autonomies), choice(card, "redirected", tr().redirections));
    form.addEventListener("change", event => {
      card[event.target.name] = event.target.value;
      update(card);
      this.prepare();
    });
    const press = (kind, text, onclick) => make("button", {type: "button", class: kind, onclick}, text);
    return make("section", {class: "card after", "aria-labelledby": `after-${card.id}`},
      make("h2", {id: `after-${card.id}`, tabindex: "-1"}, tr().afterTitle(card.place)),
      line(tr().optional, "quiet"), form,
      make("div", {class: "actions"}, this.open,
        press("second", tr().copy, () => this.use() && copy(summary(card, this.made), this.extra)),
        press("second", tr().qr, () => this.use() && this.extra.replaceChildren(drawQr(this.made.qr))),
        press("second", tr().done, async () => { await count(card); this.drop(); }),
        press("second", tr().ignore, () => this.drop())),
      this.extra, line(tr().coop), line(tr().coopLogin, "quiet"));
  }

  /// The link is ready before it is pressed: browsers open no window after waiting.
  async prepare() {
    this.made = null;
    this.open.removeAttribute("href");
    const answer = await hub.coop({...values(this.card), procedure: this.card.procedure});
    if (answer.status !== 200) return;
    this.made = answer.body;
    this.open.href = answer.body.link;
  }

  /// False: there is no link, and it is said.
  use(event) {
    if (this.made) {
      count(this.card);
      return true;
    }
    event?.preventDefault();
    this.extra.replaceChildren(line(tr().notReady, "error"));
    this.prepare();
    return false;
  }

  drop() {
    keep(kept().filter(each => each.id !== this.card.id));
    this.redraw();
  }
}

function elementOf(card, redraw) {
  const known = drawn.get(card.id);
  if (known?.language === languageCode()) return known.element;
  const {element} = new Card(card, redraw);
  drawn.set(card.id, {language: languageCode(), element});
  return element;
}

/// Draws all that are kept; the newest first. One that is drawn stays as it is.
export function draw(place, of, known, announce) {
  account = of;
  titles = known;
  say = announce;
  arrange(place, kept().reverse().map(card => elementOf(card, () => draw(place, of, known, announce))));
}

/// Of who signs out.
export function clear(place) {
  drawn.clear();
  place.replaceChildren();
}
