// SPDX-License-Identifier: GPL-3.0-or-later
// What is said to a screen reader, one at a time: several calls at once are all announced.

const sayings = [];
const apart = 2500;

export function say(text) {
  sayings.push(text);
  if (sayings.length === 1) next();
}

function next() {
  document.getElementById("said").textContent = sayings[0];
  setTimeout(() => { sayings.shift(); if (sayings.length) next(); }, apart);
}
