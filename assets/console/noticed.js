// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a call on this page would be noticed. Kiosks count on no page that says it would not.

import * as sound from "./sound.js";

export const isPhone = () => matchMedia("(pointer: coarse)").matches;

/// Over plain HTTP nothing keeps a phone awake, and it sleeps without a word.
export const fallsAsleep = () => isPhone() && !window.isSecureContext;

/// Also while another window is on top. Phones refuse announcements to pages.
export const isLoud = () => !sound.isBlocked() || (sound.mayAnnounce() && !isPhone());

export const isNoticed = () => !fallsAsleep() && (!document.hidden || isLoud());
