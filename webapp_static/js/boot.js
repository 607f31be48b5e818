// Runs before the first paint: are we inside Telegram, and in which colours? Telegram hands both over in the address.
// Kept as Telegram's own script keeps them, so a reload knows them, too.

(() => {
  const KEPT = "__telegram__initParams";
  const root = document.documentElement;
  let params = {};
  try { params = JSON.parse(sessionStorage.getItem(KEPT)) ?? {}; } catch { /* nothing was kept */ }
  if (location.hash.includes("tgWebApp")) {
    params = { ...params, ...Object.fromEntries(new URLSearchParams(location.hash.slice(location.hash.indexOf("tgWebApp")))) };
    try { sessionStorage.setItem(KEPT, JSON.stringify(params)); } catch { /* a browser that keeps nothing */ }
  }
  window.launch = params;
  if (!params.tgWebAppData) return;
  root.dataset.in = "telegram";
  let colours = {};
  try { colours = JSON.parse(params.tgWebAppThemeParams); } catch { /* our own colours, then */ }
  for (const [name, value] of Object.entries(colours ?? {})) {
    if (/^#[0-9a-f]{6}$/i.test(value)) root.style.setProperty(`--tg-theme-${name.replaceAll("_", "-")}`, value);
  }
  const paper = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colours?.bg_color ?? "");
  if (paper) root.dataset.theme = paper.slice(1).reduce((sum, part) => sum + parseInt(part, 16), 0) < 384 ? "dark" : "light";
  const address = document.currentScript.dataset.telegram;
  window.telegramScript = new Promise((resolve) => {
    if (!address) return resolve();
    const script = Object.assign(document.createElement("script"), { src: address, onload: resolve, onerror: resolve });
    return document.head.append(script);
  });
})();
