// What everybody on the page shares: people, channels, the clock; and a bus for what concerns several parts.

import { api, attempt } from "./api.js";

export const bus = new EventTarget();
export const store = { bot: null, users: [], channels: [], now: 0, seq: 0 };
let readAt = 0;

export function emit(name, detail = {}) {
  bus.dispatchEvent(new CustomEvent(name, { detail }));
}

export function on(name, handler) {
  bus.addEventListener(name, (event) => handler(event.detail));
}

export async function refresh() {
  const state = await attempt(api.get("/state"));
  if (!state) return false;
  Object.assign(store, state);
  setClock(state.now);
  emit("state");
  return true;
}

export function setClock(now) {
  store.now = now;
  readAt = performance.now();
}

/** The sandbox clock, in seconds; it runs on between two readings. */
export function clockNow() {
  return store.now + (performance.now() - readAt) / 1000;
}

export const userOf = (id) => store.users.find((user) => user.id === id);
export const channelOf = (id) => store.channels.find((channel) => channel.id === id);

export function remember(name, value) {
  try { localStorage.setItem(`phones.${name}`, JSON.stringify(value)); } catch { /* a browser without storage forgets */ }
}

export function remembered(name) {
  try { return JSON.parse(localStorage.getItem(`phones.${name}`)); } catch { return null; }
}
