// Telegram around us: theme, back and main button, haptics, links. Everything has a way without it.

let app = null;
let mainTarget = null;
let onBack = () => {};

const root = document.documentElement;

/** Resolves when Telegram's script is there (or is known not to come). Nothing that people read waits for it. */
export async function meetTelegram(back) {
  onBack = back;
  await window.telegramScript;
  app = window.Telegram?.WebApp ?? null;
  if (!app?.initData) { app = null; return; }
  app.ready();
  app.expand();
  tint();
  app.onEvent("themeChanged", tint);
  app.BackButton.onClick(() => onBack());
  app.MainButton.onClick(() => mainTarget?.click());
  root.dataset.native = "true";
  document.dispatchEvent(new Event("telegram"));
}

function tint() {
  root.dataset.theme = app.colorScheme;
  try { app.setHeaderColor("secondary_bg_color"); app.setBackgroundColor("secondary_bg_color"); } catch { /* an old client */ }
}

export const inTelegram = () => app !== null;

export function showBack(shown) {
  if (app) app.BackButton[shown ? "show" : "hide"]();
}

/** Telegram's big button presses the page's own one, which is hidden then; it stays where Telegram has none. */
export function showMain(target) {
  mainTarget = target;
  if (!app) return;
  if (!target) { app.MainButton.hide(); return; }
  app.MainButton.setParams({ text: target.textContent.trim().slice(0, 64), is_visible: true, is_active: !target.disabled, ...fill() });
}

/** The fill of our own primary button: it is chosen so that its label can be read. */
function fill() {
  const probe = Object.assign(document.createElement("i"), { className: "button primary", hidden: true });
  document.body.append(probe);
  const colours = getComputedStyle(probe);
  const hex = (colour) => "#" + channels(colour).map((part) => part.toString(16).padStart(2, "0")).join("");
  const found = { color: hex(colours.backgroundColor), text_color: hex(colours.color) };
  probe.remove();
  return found;
}

function channels(colour) {
  const parts = colour.match(/[\d.]+/g).slice(0, 3).map(Number);
  return parts.map((part) => Math.round(colour.startsWith("color(") ? part * 255 : part));
}

export function busyMain(busy) {
  if (!app || !mainTarget) return;
  if (busy) app.MainButton.showProgress(true); else app.MainButton.hideProgress();
}

export const haptic = {
  tap: () => app?.HapticFeedback.impactOccurred("light"),
  good: () => app?.HapticFeedback.notificationOccurred("success"),
  bad: () => app?.HapticFeedback.notificationOccurred("error"),
};

export function openLink(url) {
  if (app && /^https:\/\/t\.me\//.test(url)) return app.openTelegramLink(url);
  if (app && /^https?:/.test(url)) return app.openLink(url);
  return window.open(url, "_blank", "noopener");
}

export function closeApp() {
  if (app) app.close(); else location.reload();
}

