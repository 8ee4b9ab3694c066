// SPDX-License-Identifier: GPL-3.0-or-later
// What the page knows now.

export const state = {
  me: null, declared: "present", calls: new Map(), kiosks: new Map(), people: [], titles: {}, themes: {},
  open: true, arrive: true, line: null, telling: false, tellAgain: false, noticed: true, reached: false, tests: new Set(), helped: new Map(), presenceTimer: 0, passing: null, wake: null, mayWake: true, seconds: 0, ends: Infinity,
  asked: Promise.resolve(), wishes: new Set(), // of the hub: one at a time
};

export const rooms = () => [...new Set([...state.kiosks.values()].map(kiosk => kiosk.room).filter(Boolean))];

/// "lilas · salle 1" when all kiosks stand in one room.
export function placeName() {
  return [state.me?.site ?? "Guichet", rooms().length === 1 ? rooms()[0] : ""].filter(Boolean).join(" · ");
}
