// A channel's settings: name, protection, and who may do what in it.

import { api, attempt } from "./api.js";
import { dialog, h, iconButton } from "./dom.js";
import { remember, store } from "./store.js";

const RIGHTS = [
  ["can_post_messages", "Post messages"],
  ["can_edit_messages", "Edit messages of others"],
  ["can_delete_messages", "Delete messages of others"],
  ["can_invite_users", "Invite people"],
  ["can_promote_members", "Add administrators"],
];

export function channelSettings(channel) {
  return dialog("Channel settings", () => {
    const body = h("div", { class: "settings" });
    const redraw = () => body.replaceChildren(...sections(channel, change));
    /** Sends a change, believes the answer, draws it. */
    const change = async (promise) => {
      const facts = await attempt(promise);
      if (facts?.id) store.channels = store.channels.map((each) => each.id === facts.id ? facts : each);
      channel.stateChanged();
      redraw();
    };
    redraw();
    return body;
  });
}

function sections(channel, change) {
  return [general(channel, change), theBot(channel, change), people(channel, change)];
}

function general(channel, change) {
  const facts = channel.facts;
  const field = (label, name, props) => h("label", { class: "field" }, h("span", {}, label), h("input", { name, autocomplete: "off", ...props }));
  const save = (event) => {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.target));
    change(api.post(`${channel.path}/settings`, { title: given.title, username: given.username || null, member_count: Number(given.member_count) }));
  };
  return h("form", { class: "form", onsubmit: save },
    field("Name", "title", { value: facts.title, required: true }),
    h("div", { class: "two" }, field("Username", "username", { value: facts.username ?? "", placeholder: "none: private" }),
      field("Subscribers", "member_count", { type: "number", min: 1, value: facts.member_count })),
    h("label", { class: "check" }, h("input", { type: "checkbox", checked: facts.protected,
      onchange: (event) => change(api.post(`${channel.path}/settings`, { protected: event.target.checked })) }),
      h("span", {}, "Protected content: nobody can forward or save")),
    h("div", { class: "row end" }, h("button", { class: "button primary" }, "Save")));
}

function theBot(channel, change) {
  const admin = channel.facts.admins.find((each) => each.is_bot);
  const path = `${channel.path}/admins/bot`;
  const set = (rights) => change(api.put(path, { rights }));
  const given = Object.fromEntries(RIGHTS.slice(0, 3).map(([name]) => [name, true]));
  return h("fieldset", {}, h("legend", {}, `The bot, ${store.bot.first_name}`),
    h("label", { class: "check strong" }, h("input", { type: "checkbox", checked: Boolean(admin),
      onchange: (event) => event.target.checked ? set(given) : change(api.delete(path)) }), h("span", {}, "Is an administrator")),
    admin && rights(admin, set));
}

function rights(admin, set) {
  return h("div", { class: "rights" }, RIGHTS.map(([name, words]) => h("label", { class: "check" },
    h("input", { type: "checkbox", checked: Boolean(admin.rights[name]),
      onchange: (event) => set({ ...admin.rights, [name]: event.target.checked }) }), h("span", {}, words))));
}

function people(channel, change) {
  const admins = channel.facts.admins.filter((each) => !each.is_bot);
  const others = store.users.filter((user) => admins.every((admin) => admin.id !== user.id));
  const select = h("select", { "aria-label": "New administrator" }, others.map((user) => h("option", { value: user.id }, user.first_name)));
  const add = () => change(api.put(`${channel.path}/admins/${select.value}`, { rights: "all" }));
  return h("fieldset", {}, h("legend", {}, "People"),
    admins.map((admin) => person(channel, admin, change)),
    others.length > 0 && h("div", { class: "inline-form" }, select, h("button", { type: "button", class: "button", onclick: add }, "Make administrator")));
}

function person(channel, admin, change) {
  const act = () => { remember(`as.${channel.id}`, admin.id); change(Promise.resolve(null)); };
  return h("div", { class: "person" },
    h("label", { class: "check" }, h("input", { type: "radio", name: "by", checked: channel.by.id === admin.id, onchange: act }),
      h("span", {}, h("b", {}, admin.name), ` ${admin.status === "creator" ? "owner" : "administrator"}`, channel.by.id === admin.id ? ", acts here" : "")),
    admin.status !== "creator" && iconButton("trash", `${admin.name} is no administrator any more`,
      () => change(api.delete(`${channel.path}/admins/${admin.id}`))));
}
