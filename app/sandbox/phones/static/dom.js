// Elements, icons, menus and dialogs: the few things every part of the page is made of.

const SVG = "http://www.w3.org/2000/svg";

/** h("button", {class: "x", onclick: f, disabled: true}, "words", child): an element. Null children and props are left out. */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else if (name === "value") element.value = value;
    else if (name === "dataset") Object.assign(element.dataset, value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `/sandbox/static/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

export function iconButton(name, label, onclick, props = {}) {
  return h("button", { type: "button", class: "icon-button", "aria-label": label, title: label, onclick, ...props }, icon(name));
}

/** A modal dialog. `build(close)` gives its content; resolves with what `close(value)` was given, or undefined. */
export function dialog(title, build, className = "") {
  return new Promise((resolve) => {
    let result;
    const box = h("dialog", { class: `dialog ${className}`, "aria-label": title });
    const close = (value) => { result = value; box.close(); };
    box.append(
      h("header", {}, h("h2", {}, title), iconButton("close", "Close", () => close())),
      h("div", { class: "dialog-body" }, build(close)),
    );
    box.addEventListener("click", (event) => { if (event.target === box) close(); });
    box.addEventListener("close", () => { box.remove(); resolve(result); });
    document.body.append(box);
    box.showModal();
    box.querySelector("[autofocus]")?.focus();
  });
}

export function confirmed(title, words, action) {
  return dialog(title, (close) => [
    h("p", {}, words),
    h("div", { class: "row end" },
      h("button", { type: "button", class: "button", onclick: () => close(false) }, "Cancel"),
      h("button", { type: "button", class: "button danger", autofocus: true, onclick: () => close(true) }, action)),
  ], "small");
}

/** A form in a dialog: fields are [name, label, props]; resolves with an object of strings and booleans. */
export function ask(title, fields, action = "Save") {
  return dialog(title, (close) => {
    const inputs = fields.map(([name, , props]) => input(name, props));
    const rows = fields.map(([, label, props], index) =>
      h("label", { class: props?.type === "checkbox" ? "check" : "field" }, h("span", {}, label), inputs[index]));
    inputs[0].setAttribute("autofocus", "");
    return h("form", { class: "form", onsubmit: (event) => { event.preventDefault(); close(values(inputs)); } },
      rows, h("div", { class: "row end" }, h("button", { class: "button primary" }, action)));
  }, "small");
}

function input(name, props = {}) {
  if (props.choices) return h("select", { name }, props.choices.map(([value, words]) => h("option", { value }, words)));
  return h(props.rows ? "textarea" : "input", { name, autocomplete: "off", ...props });
}

function values(inputs) {
  return Object.fromEntries(inputs.map((each) => [each.name, each.type === "checkbox" ? each.checked : each.value.trim()]));
}

let openMenu = null;

/** A menu beside a button; items are [icon, label, action, className] or null for a line. Arrow keys, Escape, click away. */
export function menu(anchor, items) {
  closeMenu();
  const list = h("div", { class: "menu", role: "menu" }, items.map((item) => item === null ? h("hr") : entry(item)));
  openMenu = { list, anchor };
  (anchor.closest("dialog") ?? document.body).append(list);
  place(list, anchor.getBoundingClientRect());
  anchor.setAttribute("aria-expanded", "true");
  list.addEventListener("keydown", walk);
  list.querySelector("button")?.focus();
}

export function closeMenu(refocus = false) {
  if (!openMenu) return;
  const { list, anchor } = openMenu;
  openMenu = null;
  list.remove();
  anchor.removeAttribute("aria-expanded");
  if (refocus) anchor.focus();
}

function entry([name, label, action, className]) {
  const run = () => { closeMenu(true); action(); };
  return h("button", { type: "button", role: "menuitem", class: className, onclick: run }, name && icon(name), h("span", {}, label));
}

function place(list, at) {
  const { width, height } = list.getBoundingClientRect();
  const below = at.bottom + height + 8 < innerHeight || at.top < height + 8;
  list.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`;
  list.style.top = `${Math.max(8, below ? at.bottom + 4 : at.top - height - 4)}px`;
}

function walk(event) {
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape" || event.key === "Tab") { event.preventDefault(); event.stopPropagation(); closeMenu(true); }
  if (!step) return;
  event.preventDefault();
  const next = (buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length;
  buttons[next].focus();
}

addEventListener("pointerdown", (event) => {
  if (openMenu && !openMenu.list.contains(event.target) && !openMenu.anchor.contains(event.target)) closeMenu();
});
addEventListener("resize", () => closeMenu());
