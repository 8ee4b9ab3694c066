// SPDX-License-Identifier: GPL-3.0-or-later
// What one shift tells the next about the place.

import * as hub from "./hub.js";
import {line, make} from "./view.js";
import {ago, tr} from "./words.js";

const $ = id => document.getElementById(id);
let note = null;
let heard = 0;

function card() {
  const age = note.age_s + (performance.now() - heard) / 1000;
  return [
    ...note.things.map(thing => line(tr().noteThings[thing] ?? thing)),
    note.text ? line(note.text) : null,
    line(tr().noteBy(note.by, ago(age)), "quiet"),
    make("div", {class: "actions"},
      make("button", {type: "button", class: "second", onclick: open}, tr().noteChange),
      make("button", {type: "button", class: "second", onclick: () => save({})}, tr().noteErase))].filter(Boolean);
}

export function draw() {
  $("note").hidden = !note;
  $("note-open").hidden = Boolean(note);
  const focused = $("note").contains(document.activeElement);
  $("note-card").replaceChildren(...(note ? card() : []));
  if (focused) (note ? $("note-card").querySelector("button") : $("note-open")).focus();
}

export async function refresh() {
  const answer = await hub.note();
  if (answer.status !== 200) return;
  note = answer.body.note ?? null;
  heard = performance.now();
  $("note-text").maxLength = answer.body.longest;
  draw();
}

/// Who comes in is told.
export async function greet(say) {
  await refresh();
  if (note) say([tr().note, ...note.things.map(thing => tr().noteThings[thing]), note.text].filter(Boolean).join(" · "));
}

export function clear() {
  note = null;
  if ($("note-dialog").open) $("note-dialog").close();
}

export function open() {
  $("note-things").replaceChildren(make("legend", {class: "unseen"}, tr().note), ...Object.entries(tr().noteThings).map(([thing, text]) =>
    make("label", {}, make("input", {type: "checkbox", name: "thing", value: thing, checked: note?.things.includes(thing) ?? false}), text)));
  $("note-text").value = note?.text ?? "";
  $("note-error").hidden = true;
  $("note-dialog").showModal();
}

/// Of nothing: there is none any more.
async function save({things = [], text = ""}) {
  const answer = await hub.keepNote({things, text});
  $("note-error").hidden = answer.status === 204;
  if (answer.status !== 204) return;
  if ($("note-dialog").open) $("note-dialog").close();
  await refresh();
}

export function submit(form) {
  const things = [...form.querySelectorAll(":checked")].map(box => box.value);
  return save({things, text: $("note-text").value.trim()});
}
