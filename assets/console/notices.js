// SPDX-License-Identifier: GPL-3.0-or-later
// What the mediator must know of the page itself: that it is blind, mute, or may fall asleep.

import {fallsAsleep, isLoud, isPhone} from "./noticed.js";
import * as sound from "./sound.js";
import {state} from "./state.js";
import {make} from "./view.js";
import {tr} from "./words.js";

const $ = id => document.getElementById(id);
const shownFor = 8000;
const warnedBefore = 10 * 60 * 1000; // a session in use always has more left, but at its very end

const endsSoon = () => state.me && state.ends - performance.now() < warnedBefore;

export function drawNotices() {
  const notices = [];
  if (state.me && !state.open) notices.push(make("div", {class: "notice blind"}, tr().blind));
  if (state.me && state.open && !state.arrive) notices.push(make("div", {class: "notice blind"}, tr().noArrival));
  if (endsSoon()) notices.push(make("div", {class: "notice"}, tr().ends));
  if (state.me && fallsAsleep()) notices.push(make("div", {class: "notice"}, tr().plain));
  else if (state.me && isPhone() && !state.mayWake) notices.push(make("div", {class: "notice"}, tr().sleeps));
  if (state.me && sound.isBlocked())
    notices.push(make("div", {class: "notice"}, isLoud() ? tr().sound : `${tr().sound} ${tr().silent}`, make("button", {type: "button", onclick: allowSound}, tr().soundOn)));
  const look = notices.map(notice => notice.textContent).join("\n");
  if ($("notices").look === look) return;
  $("notices").look = look;
  $("notices").replaceChildren(...notices, ...$("notices").querySelectorAll(".passing"));
}

export function notify(text) {
  const notice = make("div", {class: "notice passing"}, text);
  $("notices").append(notice);
  setTimeout(() => notice.remove(), shownFor);
}

/// Where the browser can keep the screen on.
export async function keepAwake() {
  if (!state.me || state.wake || document.hidden) return;
  try {
    state.wake = await navigator.wakeLock.request("screen");
    state.wake.addEventListener("release", () => { state.wake = null; });
    state.mayWake = true;
  } catch { // no such thing here, or the battery decides
    state.mayWake = false;
  }
  drawNotices();
}

/// Browsers let a page sound only after a touch.
export function allowSound() {
  sound.allow();
  setTimeout(drawNotices, 300);
}
