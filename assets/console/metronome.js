// SPDX-License-Identifier: GPL-3.0-or-later
// A worker: browsers slow down the timers of a page that is not on top, not those of workers.
setInterval(() => postMessage(0), 1000);
