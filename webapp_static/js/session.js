// Who is signed in. The tokens live in these variables and nowhere else; a reload signs in anew with initData.

export class Refused extends Error {
  constructor(status, code, message, args) {
    super(message);
    Object.assign(this, { status, code, args });
  }
}

/** The network did not answer. */
export class Offline extends Error {}

/** Neither the token nor initData is accepted any more: only opening the app again helps. */
export class SessionOver extends Error {}

let token = "";
let renewal = "";
let language = "";
let signingIn = null;

export const setLanguage = (code) => { language = code; };

async function send(path, { method = "GET", body, headers = {}, ...more } = {}) {
  const all = { ...headers };
  if (token) all.Authorization = `Bearer ${token}`;
  if (language) all["Accept-Language"] = language;
  if (body !== undefined) all["Content-Type"] = "application/json";
  try {
    return await fetch(path, { method, headers: all, body: body === undefined ? undefined : JSON.stringify(body), ...more });
  } catch (problem) {
    if (problem.name === "AbortError") throw problem;
    throw new Offline(problem.message);
  }
}

/** One sign-in at a time, whoever asks for it: first by the token that we have, then by initData. */
function signIn() {
  signingIn ??= (async () => await renewed() || await greeted())().finally(() => { signingIn = null; });
  return signingIn;
}

async function renewed() {
  if (!renewal) return false;
  token = "";
  const answer = await send("/api/auth/refresh", { method: "POST", body: { refresh_token: renewal } });
  if (answer.ok) keep(await answer.json());
  return answer.ok;
}

function keep(tokens) {
  token = tokens.access_token;
  renewal = tokens.refresh_token ?? "";
}

async function greeted() {
  token = "";
  const answer = await send("/api/auth/telegram", { method: "POST", body: { initData: window.launch.tgWebAppData ?? "" } });
  if (answer.status === 401) throw new SessionOver();
  if (!answer.ok) throw await refusal(answer);
  keep(await answer.json());
  return true;
}

async function refusal(answer) {
  const said = await answer.json().catch(() => ({}));
  return new Refused(answer.status, said.error ?? "", said.message ?? "", said.args ?? {});
}

/** The answer to a request of ours, signed in (again, if need be). Throws Refused, Offline or SessionOver. */
export async function call(path, options) {
  if (!token) await signIn();
  let answer = await send(path, options);
  if (answer.status === 401) {
    await signIn();
    answer = await send(path, options);
  }
  if (!answer.ok) throw await refusal(answer);
  return answer;
}

export const fragment = async (path, options) => (await call(path, options)).text();

export async function post(path, body, { method = "POST", key = newKey() } = {}) {
  const answer = await call(path, { method, body, headers: { "Idempotency-Key": key } });
  return answer.status === 204 ? {} : answer.json();
}

/** A name for one wish: repeated after a lost answer, it is still one wish. */
export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
