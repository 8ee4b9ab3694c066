// SPDX-License-Identifier: GPL-3.0-or-later
// Two notes for a call, five quick ones for an urgent one. Browsers let a page sound only after a touch.

let audio = null;

export function allow() {
  audio ??= new (window.AudioContext ?? window.webkitAudioContext)();
  if (audio.state === "suspended") audio.resume();
  if (globalThis.Notification?.permission === "default" && window.isSecureContext) Notification.requestPermission();
}

export const mayAnnounce = () => globalThis.Notification?.permission === "granted";
export const isBlocked = () => audio === null || audio.state !== "running";

function note(frequency, at, length) {
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = frequency;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.5, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, at + length);
  tone.connect(volume).connect(audio.destination);
  tone.start(at);
  tone.stop(at + length);
}

/// A page that is not on top also says it through the system, where that was allowed.
function announce(urgent, text) {
  if (!text || !document.hidden || !mayAnnounce()) return;
  try { new Notification(text, {requireInteraction: urgent, tag: text}); } catch { /* phones refuse it to pages */ }
}

export function ring(urgent, text = "") {
  announce(urgent, text);
  navigator.vibrate?.(urgent ? [300, 100, 300, 100, 300] : [300, 150, 300]);
  if (isBlocked()) return;
  const start = audio.currentTime;
  if (urgent)
    for (let i = 0; i < 5; i++) note(i % 2 ? 784 : 1046, start + i * 0.22, 0.2);
  else {
    note(660, start, 0.5);
    note(523, start + 0.35, 0.7);
  }
}
