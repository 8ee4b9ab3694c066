// SPDX-License-Identifier: GPL-3.0-or-later
// "Qui voit quoi ?", from what the hub and this page are really set to.

import {shift} from "./after.js";
import * as hub from "./hub.js";
import {line, make} from "./view.js";
import {duration, tr} from "./words.js";

const $ = id => document.getElementById(id);

/// Of seconds kept by the hub; false: it does not answer.
export async function open() {
  const answer = await hub.privacy();
  if (answer.status !== 200) return false;
  const kept = Object.fromEntries(Object.entries(answer.body).map(([key, seconds]) => [key, duration(seconds)]));
  const secure = location.protocol === "https:";
  $("privacy-text").replaceChildren(...tr().privacyParts({...kept, card: duration(shift / 1000), secure}).map(([title, ...texts]) =>
    make("section", {}, make("h3", {}, title), ...texts.map(text => line(text)))));
  $("privacy").showModal();
  return true;
}
