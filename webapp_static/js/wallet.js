// TON Connect: connecting with a proof, and asking the wallet to send. Its bundle is fetched here and nowhere else.
// What a wallet answers is no payment: the page changes when the network shows the money.

import { complainAt, toast } from "./acts.js";
import { go, refresh } from "./view.js";
import { call, post, Refused } from "./session.js";
import { busyMain, haptic } from "./telegram.js";
import { word } from "./words.js";

let ui = null;
let proving = null;
let loading = null;

/** Fetched once, however many ask for it meanwhile; after a failure whoever asks next tries again. */
function library() {
  loading ??= fetched().catch((problem) => { loading = null; throw problem; });
  return loading;
}

async function fetched() {
  allowStyles();
  const script = Object.assign(document.createElement("script"), { src: document.body.dataset.tonConnect });
  await new Promise((resolve, reject) => { Object.assign(script, { onload: resolve, onerror: reject }); document.head.append(script); });
  return window.TON_CONNECT_UI;
}

/** Its styles are written at run time, into the one element that our policy lets in. */
function allowStyles() {
  if (document.getElementById("_goober")) return;
  const style = document.createElement("style");
  style.id = "_goober";
  style.nonce = document.querySelector("script[nonce]").nonce;
  style.append(" ");
  document.head.append(style);
  // It would put an empty touch handler on the body, which is an inline script to our policy: it finds one there.
  document.body.hasAttribute = (name) => name === "ontouchstart" || Element.prototype.hasAttribute.call(document.body, name);
}

/** Two people who share a browser share no wallet. */
function keeper(user) {
  const named = (key) => `wallet-${user}-${key}`;
  return {
    getItem: async (key) => localStorage.getItem(named(key)),
    setItem: async (key, value) => localStorage.setItem(named(key), value),
    removeItem: async (key) => localStorage.removeItem(named(key)),
  };
}

async function connection() {
  if (ui) return ui;
  const { TonConnect, TonConnectUI, THEME } = await library();
  const connector = new TonConnect({
    manifestUrl: `${location.origin}/tonconnect-manifest.json`,
    walletsListSource: `${location.origin}/wallets.json`,
    storage: keeper(document.querySelector("#frame > div")?.dataset.user ?? "nobody"),
    analytics: { mode: "off" },
  });
  const dark = document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  ui = new TonConnectUI({
    connector,
    language: document.documentElement.lang === "ru" ? "ru" : "en",
    uiPreferences: { theme: dark === "dark" ? THEME.DARK : THEME.LIGHT },
    actionsConfiguration: { modals: ["before", "error"], notifications: [] },
    analytics: { mode: "off" },
  });
  await ui.connectionRestored;
  return ui;
}

/** Fetched ahead where it will be wanted, once the page itself is there. */
export function look() {
  (window.requestIdleCallback ?? setTimeout)(() => library().catch(() => {}));
}

const ACTS = { connect, pay, back, forget };

export async function act(button) {
  if (button.disabled) return;
  button.disabled = true;
  busyMain(true);
  complainAt(button, "");
  try {
    await ACTS[button.dataset.do](button);
  } catch (problem) {
    haptic.bad();
    complainAt(button, reason(problem));
  } finally {
    button.disabled = false;
    busyMain(false);
  }
}

function reason(problem) {
  if (problem instanceof Refused && problem.message) return problem.message;
  const words = String(problem?.message ?? problem);
  if (/reject|decline|cancel|closed|aborted/i.test(words)) return word("wallet-refused");
  return problem?.constructor?.name === "Offline" ? word("offline") : word("wallet-gone");
}

/** A wallet counts after its key has signed our one-time payload. Resolves when the server has verified that. */
async function connect() {
  const connect = await connection();
  if (connect.connected) await connect.disconnect();
  connect.setConnectRequestParameters({ state: "loading" });
  const answered = new Promise((resolve, reject) => { proving = { resolve, reject }; });
  const stop = [connect.onStatusChange(proving.resolve, proving.reject), connect.onModalStateChange((state) => {
    if (state.status === "closed" && state.closeReason !== "wallet-selected") setTimeout(() => proving?.reject(new Error("closed")), 600);
  })];
  try {
    const { payload } = await post("/api/me/wallet/payload");
    connect.setConnectRequestParameters({ state: "ready", value: { tonProof: payload } });
    await connect.openModal();
    const wallet = await answered;
    await prove(wallet);
  } finally {
    proving = null;
    stop.forEach((each) => each());
  }
  haptic.good();
  refresh();
}

async function prove(wallet) {
  const signed = wallet?.connectItems?.tonProof;
  try {
    const { address, chain, publicKey, walletStateInit } = wallet.account;
    await post("/api/me/wallet/proof", { account: { address, chain, publicKey, walletStateInit }, proof: plain(signed?.proof) });
  } catch (problem) {
    await ui.disconnect();
    throw problem;
  }
}

const plain = ({ timestamp, domain, signature, payload } = {}) =>
  ({ timestamp: Number(timestamp), domain: { lengthBytes: domain?.lengthBytes, value: domain?.value }, signature, payload });

async function pay(button) { await send(button, "payment"); }

async function back(button) { await send(button, "auto_refund"); }

async function send(button, which) {
  const connect = await connection();
  if (!connect.connected || connect.account.address !== button.dataset.payer) {
    go(`#/wallet?deal=${button.dataset.deal}`);
    return;
  }
  const escrow = await (await call(`/api/deals/${button.dataset.deal}/escrow`)).json();
  if (!escrow[which]) { refresh(); return; }
  await connect.sendTransaction(escrow[which]);
  haptic.good();
  toast(word("sent"));
  await post(`/api/deals/${button.dataset.deal}/escrow/look`).catch(() => {});
  refresh();
}

async function forget() {
  const connect = await connection().catch(() => null);
  if (connect?.connected) await connect.disconnect();
  await post("/api/me/wallet", undefined, { method: "DELETE" });
  refresh();
}
