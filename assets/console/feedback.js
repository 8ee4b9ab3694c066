// SPDX-License-Identifier: GPL-3.0-or-later
// What people said of their visits, for those who run the site.

import * as hub from "./hub.js";
import {line, make} from "./view.js";
import {tr} from "./words.js";

const $ = id => document.getElementById(id);
let last = null;

function counts(words, numbers) {
  const list = make("dl", {class: "counts"});
  for (const [key, text] of Object.entries(words))
    list.append(make("div", {}, make("dt", {}, text), make("dd", {}, String(numbers[key] ?? 0))));
  return list;
}

export function draw() {
  $("feedback").hidden = last === null;
  if (!last) return;
  const inPlace = last.how["in-my-place"] ?? 0;
  $("feedback-card").classList.toggle("alarm", last.alarm);
  $("feedback-card").replaceChildren(...[
    last.alarm ? line(tr().alarm(inPlace), "error") : null, line(tr().saidSince(last.visits), "quiet"),
    last.visits ? counts(tr().hows, last.how) : null, last.visits ? counts(tr().moods, last.mood) : null].filter(Boolean));
}

export async function refresh(role) {
  last = null;
  if (role === "librarian" || role === "administrator") {
    const answer = await hub.feedback();
    if (answer.status === 200) last = answer.body;
  }
  draw();
}
