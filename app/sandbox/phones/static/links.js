// Where a link leads: to the phone's wallet, to a chat or channel of this sandbox, or out of the page.

import { emit, store } from "./store.js";

/** "connect" for TON Connect links, "pay" for transfer links, else null. */
export function walletLink(link) {
  if (/^tc:/i.test(link)) return "connect";
  if (/^ton:\/\/transfer\//i.test(link)) return "pay";
  let url;
  try { url = new URL(link); } catch { return null; }
  const query = url.searchParams;
  if (query.has("id") && (query.has("r") || query.has("ret"))) return "connect";
  return /\/transfer\/[\w+/=-]{40,}/.test(url.pathname) ? "pay" : null;
}

/** Follows a link as the phone of that person would. */
export function followLink(link, phone) {
  if (phone && walletLink(link)) return phone.wallet.openLink(link);
  const place = inside(link);
  if (place?.bot && phone) return phone.start(place.start);
  if (place?.channel) return emit("show-post", place);
  if (/^(https?|mailto):/i.test(link)) window.open(link, "_blank", "noopener");
  return undefined;
}

function inside(link) {
  let url;
  try { url = new URL(link); } catch { return null; }
  const query = url.searchParams;
  if (url.protocol === "tg:") return named(query.get("domain"), query.get("post"), query.get("start"));
  if (!["t.me", "telegram.me"].includes(url.hostname)) return null;
  const [first, second, third] = url.pathname.split("/").filter(Boolean);
  if (first === "c") return named(`-100${second}`, third, null);
  return named(first === "s" ? second : first, first === "s" ? third : second, query.get("start"));
}

function named(name, post, start) {
  if (!name) return null;
  const same = (other) => other?.toLowerCase() === name.toLowerCase();
  if (same(store.bot.username)) return { bot: true, start: start ?? "" };
  const channel = store.channels.find((each) => same(each.username) || String(each.id) === name);
  return channel ? { channel: channel.id, post: post ? Number(post) : null } : null;
}
