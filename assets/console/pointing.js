// SPDX-License-Identifier: GPL-3.0-or-later
// Pointing at things on a kiosk's screen: asks, waits for the person's agreement, draws labels as boxes, tells which
// one was touched. It can do nothing else there.

import * as hub from "./hub.js";
import {make} from "./view.js";
import {tr} from "./words.js";

const $ = id => document.getElementById(id);
const fades = 4000;
const wish = {call: null, id: null, state: "none", marks: [], sent: null, timer: 0};

function words() {
  if (wish.sent) return tr().pointSent(wish.sent.name || tr().roles[wish.sent.role] || "");
  const known = {
    asked: tr().pointAsked, refused: tr().pointRefused, over: tr().pointOver, unanswered: tr().pointNoAnswer,
    busy: tr().pointBusy, "out-of-reach": tr().pointLost, "slow-down": tr().pointSoon, failed: tr().noHub,
  };
  return known[wish.state] ?? (wish.marks.length ? tr().pointAllowed : tr().pointWaiting);
}

const isLive = () => wish.state === "asked" || wish.state === "allowed";
const nameOf = mark => mark.name || (tr().roles[mark.role] ?? mark.role);

function box(mark) {
  const element = make("div", {class: `mark ${mark.role}${wish.sent === mark ? " sent" : ""}`}, make("span", {}, mark.name));
  for (const [side, value] of [["left", mark.x], ["top", mark.y], ["width", mark.width], ["height", mark.height]])
    element.style[side] = `${100 * value}%`;
  element.addEventListener("click", () => pointAt(mark));
  return element;
}

function row(mark, at) {
  return make("li", {}, make("button", {type: "button", class: "row", "data-mark": String(at), "aria-pressed": String(wish.sent === mark), onclick: () => pointAt(mark)},
    nameOf(mark), " ", make("span", {class: "quiet"}, tr().roles[mark.role] ?? mark.role)));
}

export function draw() {
  if (!$("pointing").open) return;
  $("pointing-title").textContent = tr().pointTitle(wish.call?.place ?? "");
  $("pointing-state").textContent = words();
  $("pointing-stop").textContent = isLive() ? tr().stop : tr().close;
  $("pointing-screen").hidden = wish.state !== "allowed" || wish.marks.length === 0;
  const focused = document.activeElement?.dataset?.mark;
  // Small things lie on top of the large ones that hold them.
  const drawn = [...wish.marks].sort((one, other) => other.width * other.height - one.width * one.height);
  $("pointing-picture").replaceChildren(...drawn.map(box));
  $("pointing-list").replaceChildren(...wish.marks.map(row));
  if (focused) $("pointing-list").querySelector(`[data-mark="${focused}"]`)?.focus();
}

async function pointAt(mark) {
  const answer = await hub.pointAt(wish.id, mark.id);
  if (answer.status !== 200) return;
  clearTimeout(wish.timer);
  wish.sent = mark;
  wish.timer = setTimeout(() => { wish.sent = null; draw(); }, fades);
  draw();
}

/// The press on "Montrer du doigt".
export async function ask(call) {
  clearTimeout(wish.timer);
  Object.assign(wish, {call, id: null, state: "asked", marks: [], sent: null});
  $("pointing").showModal();
  draw();
  const answer = await hub.act(call.id, "point");
  if (answer.status === 200) wish.id ??= answer.body.point;
  else wish.state = ["busy", "out-of-reach", "slow-down"].includes(answer.body.error) ? answer.body.error : "failed";
  if (!$("pointing").open) stop(); // closed while it was asked
  draw();
}

/// An event of the hub.
export function hear(point) {
  if (point.call !== wish.call?.id || (wish.id && wish.id !== point.id)) return;
  wish.id = point.id;
  if (point.state === "over" && wish.state === "asked") wish.state = "unanswered";
  else if (isLive()) wish.state = point.state;
  if (point.layout) wish.marks = point.layout.marks;
  if (!isLive()) Object.assign(wish, {marks: [], sent: null});
  draw();
}

/// The line was cut, or the page closes: the hub ends it too.
export function stop() {
  if (wish.id && isLive()) hub.stopPointing(wish.id);
  if (isLive()) wish.state = "over";
  Object.assign(wish, {marks: [], sent: null});
  draw();
}

$("pointing-stop").addEventListener("click", () => $("pointing").close());
$("pointing").addEventListener("close", stop);
window.addEventListener("pagehide", stop);
