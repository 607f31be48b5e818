// The drawer of faults: trouble for the next calls of the bot, in one tap.

import { api, attempt } from "./api.js";
import { dialog, h, icon, iconButton } from "./dom.js";
import { on } from "./store.js";

const METHODS = ["sendMessage", "editMessageText", "answerCallbackQuery", "sendPhoto", "sendMediaGroup", "forwardMessage", "deleteMessage", "getChatMember", "getUpdates"];
const ROUTES = ["v2/sendBoc", "v2/runGetMethod", "v3/messages", "v3/accountStates", "v3/transactions"];
const SERVICES = {
  telegram: {
    title: "Telegram", target: "method", any: ["", "any call"], names: METHODS, first: "sendMessage",
    faults: [
      ["Drop", "The connection closes, nothing was done", { kind: "drop" }],
      ["Lose the answer", "It is done, but the bot never hears so", { kind: "lost" }],
      ["429", "Too many requests, try again in 5 seconds", { kind: "flood", retry_after: 5 }],
      ["502", "Bad Gateway", { kind: "server", code: 502 }],
      ["Delay", "The answer comes 5 seconds late", { kind: "delay", seconds: 5 }],
    ],
  },
  ton: {
    title: "TON", target: "route", any: ["*", "any call"], names: ROUTES, first: "*",
    faults: [
      ["Drop", "The connection closes, nothing was done", { kind: "drop" }],
      ["Lose the answer", "It is done, but the answer is lost", { kind: "lost" }],
      ["429", "Rate limit exceeded", { kind: "status", status: 429 }],
      ["500", "Internal server error", { kind: "status", status: 500 }],
      ["Delay", "The answer comes 5 seconds late", { kind: "delay", delay_seconds: 5 }],
    ],
  },
};

export function faultsButton() {
  const badge = h("span", { class: "badge", hidden: true });
  const count = async () => {
    const { faults } = await api.get("/faults").catch(() => ({ faults: [] }));
    badge.hidden = faults.length === 0;
    badge.textContent = faults.length;
  };
  on("fault", count);
  count();
  return h("button", { type: "button", class: "button with-icon", onclick: () => drawer(count) }, icon("bolt"), h("span", { class: "label" }, "Faults"), badge);
}

function drawer(count) {
  return dialog("Faults", () => {
    const armed = h("div", { class: "armed", "aria-live": "polite" });
    const times = h("select", { "aria-label": "How many calls" }, [1, 2, 3, 5, 10].map((each) => h("option", { value: each }, `${each}×`)));
    const reload = async () => { showArmed(armed, await attempt(api.get("/faults")), reload); count(); };
    on("fault", () => armed.isConnected && reload());
    reload();
    return [
      h("p", { class: "quiet" }, "The next calls of the bot meet trouble. It should lose nothing and do nothing twice."),
      h("label", { class: "inline-form" }, h("span", {}, "How many calls"), times),
      Object.entries(SERVICES).map(([service, facts]) => section(service, facts, times, reload)),
      h("h3", {}, "Armed"), armed];
  }, "drawer");
}

function section(service, { title, target, any, names, first, faults }, times, reload) {
  const which = h("select", { "aria-label": `Which call of ${title}` }, [any, ...names.map((name) => [name, name])].map(([value, words]) => h("option", { value }, words)));
  which.value = first;
  const arm = async (fault) => {
    const aim = which.value ? { [target]: which.value } : {};
    await attempt(api.post("/faults", { service, ...fault, ...aim, times: Number(times.value) }));
    await reload();
  };
  return h("fieldset", {}, h("legend", {}, title),
    h("label", { class: "inline-form" }, h("span", {}, "Which call"), which),
    h("div", { class: "fault-buttons" }, faults.map(([words, title_, fault]) =>
      h("button", { type: "button", class: "button", title: title_, onclick: () => arm(fault) }, words))));
}

function showArmed(place, listing, reload) {
  const faults = listing?.faults ?? [];
  if (faults.length === 0) { place.replaceChildren(h("p", { class: "quiet" }, "None: all is well.")); return; }
  const remove = async (fault) => { await attempt(api.delete(`/faults/${fault.id}`)); await reload(); };
  const clear = async () => { await attempt(api.delete("/faults")); await reload(); };
  place.replaceChildren(...faults.map((fault) => h("div", { class: "fault" }, icon("bolt"),
    h("span", {}, h("b", {}, `${fault.service}: ${fault.kind}`), h("small", {}, `${fault.method ?? fault.route ?? "any call"}, ${fault.times ?? "∞"}×`)),
    fault.id && iconButton("trash", "Disarm", () => remove(fault)))),
    h("button", { type: "button", class: "button", onclick: clear }, "Disarm all"));
}
