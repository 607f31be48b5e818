// Puts the page together: three phones, the channel, the bar; and tells each part what has changed.

import { follow } from "./api.js";
import { Channel } from "./channel.js";
import { h } from "./dom.js";
import { Phone } from "./phone.js";
import { newPerson } from "./pickers.js";
import { emit, refresh, remember, remembered, store, userOf } from "./store.js";
import { applyTheme, timebar } from "./timebar.js";

const ROLES = ["Advertiser", "Owner", "Admin"];
const CHAT_KINDS = new Set(["message", "edited", "deleted", "reaction", "keyboard", "toast", "pin"]);
const STATE_KINDS = new Set(["user", "channel", "member", "block"]);
const TYPING_MS = 5000;

const desk = document.getElementById("desk");
const tabs = document.getElementById("tabs");
let phones = [];
let channel = null;

async function open() {
  applyTheme();
  if (!await refresh()) { setTimeout(open, 2000); return; }
  timebar(document.getElementById("bar"));
  phones = peopleAtFirst().map((id, index) => makePhone(id, index));
  channel = new Channel({ phones: () => phones, onNews: showTabs });
  channel.onShow = () => showTab(phones.length);
  desk.replaceChildren(...columns().map((each) => each.element));
  showTab(remembered("tab") ?? 0);
  addEventListener("focus", () => reloadAll());
  follow(store.seq, { onChanges, onReset: reloadAll, onLink: (up) => emit("link", { up }) });
}

const columns = () => [...phones, channel];

function peopleAtFirst() {
  const kept = (remembered("people") ?? []).filter(userOf);
  const rest = store.users.map((user) => user.id).filter((id) => !kept.includes(id));
  return [...kept, ...rest].slice(0, ROLES.length);
}

function makePhone(id, index) {
  return new Phone(id, ROLES[index], { onSwitch: switchPerson, onNews: showTabs });
}

async function switchPerson(phone) {
  const index = phones.indexOf(phone);
  const chosen = phone.select.value;
  const person = chosen === "new" ? await newPerson() : userOf(Number(chosen));
  if (!person || person.id === phone.userId) { phone.stateChanged(); return; }
  if (!userOf(person.id)) store.users.push(person);
  phones[index] = makePhone(person.id, index);
  phone.element.replaceWith(phones[index].element);
  phone.close();
  remember("people", phones.map((each) => each.userId));
  showTabs();
  phones[index].select.focus();
}

// tabs, on screens too narrow for four columns

function showTab(index) {
  desk.dataset.tab = Math.min(index, phones.length);
  remember("tab", Number(desk.dataset.tab));
  columns().forEach((each, at) => each.element.classList.toggle("chosen", at === Number(desk.dataset.tab)));
  columns()[desk.dataset.tab].seen();
  showTabs();
}

function showTabs() {
  if (!channel) return;
  tabs.replaceChildren(...columns().map((each, index) => h("button", {
    type: "button", class: "tab", "aria-pressed": String(index === Number(desk.dataset.tab)), onclick: () => showTab(index),
  }, each === channel ? "Channel" : each.name, h("span", { class: "dot", hidden: !each.unseen }))));
}

// changes

async function onChanges(changes) {
  const chats = new Set(changes.filter((each) => CHAT_KINDS.has(each.kind)).map((each) => each.chat_id));
  const kinds = new Set(changes.map((each) => each.kind));
  for (const phone of phones) if (chats.has(phone.userId)) phone.feed.reload();
  if (channel.id && (chats.has(channel.id) || changes.some((each) => each.chat_id === channel.id))) channel.feed?.reload();
  for (const each of changes) if (each.kind === "action") phones.find((phone) => phone.userId === each.chat_id)?.typingFor(TYPING_MS);
  if (kinds.has("fault")) emit("fault");
  if (kinds.has("wallet") || kinds.has("time")) for (const phone of phones) phone.wallet.reload();
  else for (const phone of phones) if (chats.has(phone.userId)) phone.wallet.reload();
  if (started(changes) || [...kinds].some((kind) => STATE_KINDS.has(kind)) || kinds.has("time")) await reloadState();
}

/** A first message makes a person one who has started the bot; nothing else tells so. */
const started = (changes) => changes.some((each) => each.kind === "message" && userOf(each.chat_id)?.started === false);

async function reloadState() {
  if (!await refresh()) return;
  for (const each of columns()) each.stateChanged();
  showTabs();
}

async function reloadAll() {
  await reloadState();
  emit("fault");
  channel.feed?.reload();
  for (const phone of phones) { phone.feed.reload(); phone.wallet.reload(); }
}

open();
