// SPDX-License-Identifier: GPL-3.0-or-later
// What is said to a screen reader, one at a time: several calls at once are all announced.

const sayings = [];
const apart = 2500;
const empty = 100; // between: the same sentence twice is announced twice

export function say(text) {
  sayings.push(text);
  if (sayings.length === 1) next();
}

function next() {
  const region = document.getElementById("said");
  region.textContent = sayings[0];
  setTimeout(() => { region.textContent = ""; }, apart - empty);
  setTimeout(() => { sayings.shift(); if (sayings.length) next(); }, apart);
}
