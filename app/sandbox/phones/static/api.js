// The control API (docs/sandbox.md), and what has changed since the page was opened.

import { notice } from "./notices.js";

const ROOT = "/sandbox/api";

export class ApiRefusal extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

async function call(method, path, body) {
  const headers = body === undefined ? {} : { "Content-Type": "application/json" };
  let response;
  try {
    response = await fetch(ROOT + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  } catch {
    throw new ApiRefusal("unreachable", "The sandbox does not answer. Is it still running?");
  }
  const reply = await response.json().catch(() => null);
  if (response.ok && reply) return reply;
  throw new ApiRefusal(reply?.error?.code ?? "broken", reply?.error?.message ?? `The sandbox answered ${response.status}.`);
}

export const api = {
  get: (path) => call("GET", path),
  post: (path, body = {}) => call("POST", path, body),
  put: (path, body = {}) => call("PUT", path, body),
  delete: (path) => call("DELETE", path),
};

/** Does it and gives the reply; a refusal becomes a small notice and `null`. */
export async function attempt(promise) {
  try {
    return await promise;
  } catch (problem) {
    notice(problem.message, "error");
    return null;
  }
}

/** Server-sent events in batches: changes that arrive together are told together. The browser resumes by itself. */
export function follow(since, { onChanges, onReset, onLink }) {
  const source = new EventSource(`${ROOT}/events?since=${since}`);
  let batch = [];
  source.addEventListener("change", (event) => {
    if (batch.length === 0) setTimeout(() => { const told = batch; batch = []; onChanges(told); }, 25);
    batch.push(JSON.parse(event.data));
  });
  source.addEventListener("reset", () => onReset());
  source.onopen = () => onLink(true);
  source.onerror = () => {
    onLink(false);
    if (source.readyState !== EventSource.CLOSED) return;
    setTimeout(() => { onReset(); follow(0, { onChanges, onReset, onLink }); }, 2000);
  };
}
