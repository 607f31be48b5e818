// The page at /api/docs: reads openapi.json, shows every door, and knocks at it with the token that was typed.
"use strict";

const make = (tag, facts = {}, ...children) => {
  const node = Object.assign(document.createElement(tag), facts);
  node.append(...children);
  return node;
};

const resolve = (document_, schema) =>
  schema && schema.$ref ? document_.components.schemas[schema.$ref.split("/").pop()] : schema || {};

// A body to begin with: what is required, and an example of each.
function example(document_, schema, depth = 0) {
  const found = resolve(document_, schema);
  if (found.examples) return found.examples[0];
  if (found.const !== undefined) return found.const;
  if (found.enum) return found.enum[0];
  if (found.anyOf) return example(document_, found.anyOf[0], depth);
  if (found.type === "integer" || found.type === "number") return found.minimum ?? 0;
  if (found.type === "boolean") return true;
  if (found.type === "array") return [];
  if (found.type !== "object" || depth > 4) return "";
  const names = found.required || [];
  return Object.fromEntries(names.map((name) => [name, example(document_, found.properties[name], depth + 1)]));
}

function field(parameter) {
  const input = make("input", { name: parameter.name, autocomplete: "off" });
  const needed = parameter.required ? " (required)" : "";
  const label = make("label", {}, `${parameter.name}${needed} `, input);
  if (parameter.description) label.append(make("small", { textContent: parameter.description }));
  return { parameter, input, label };
}

function address(path, fields) {
  const query = new URLSearchParams();
  for (const { parameter, input } of fields) {
    if (parameter.in === "path") path = path.replace(`{${parameter.name}}`, encodeURIComponent(input.value));
    if (parameter.in === "query" && input.value) query.set(parameter.name, input.value);
  }
  return query.size ? `${path}?${query}` : path;
}

function headers(fields, hasBody) {
  const found = hasBody ? { "Content-Type": "application/json" } : {};
  const token = document.getElementById("token").value.trim();
  if (token) found.Authorization = `Bearer ${token}`;
  for (const { parameter, input } of fields) {
    if (parameter.in === "header" && input.value) found[parameter.name] = input.value;
  }
  return found;
}

async function knock(method, path, fields, body, output) {
  output.textContent = "…";
  output.className = "";
  try {
    const sent = body && body.value.trim() ? body.value : undefined;
    const answer = await fetch(address(path, fields), { method, headers: headers(fields, sent), body: sent });
    const text = JSON.stringify(await answer.json(), null, 2);
    output.textContent = `${answer.status}  X-Request-ID: ${answer.headers.get("X-Request-ID")}\n\n${text}`;
    output.className = answer.ok ? "good" : "bad";
  } catch (trouble) {
    output.textContent = String(trouble);
    output.className = "bad";
  }
}

function schemaOf(holder) {
  return holder && holder.content && holder.content["application/json"].schema;
}

function door(document_, method, path, operation) {
  const fields = operation.parameters.map(field);
  const inside = make("div");
  if (operation.description) inside.append(make("p", { textContent: operation.description }));
  inside.append(...fields.map(({ label }) => label));
  let body = null;
  const asked = schemaOf(operation.requestBody);
  if (asked) {
    body = make("textarea", { spellcheck: false, value: JSON.stringify(example(document_, asked), null, 2) });
    inside.append(make("label", {}, "Body ", body), shape("What it may say", resolve(document_, asked)));
  }
  const good = Object.keys(operation.responses).find((status) => status.startsWith("2"));
  inside.append(shape(`Answer ${good}`, resolve(document_, schemaOf(operation.responses[good]))));
  const output = make("pre", { ariaLive: "polite" });
  const button = make("button", { type: "button", textContent: "Send" });
  button.addEventListener("click", () => knock(method.toUpperCase(), path, fields, body, output));
  inside.append(button, output);
  const name = make("code", {}, make("span", { className: "method", textContent: method.toUpperCase() }), path);
  return make("details", {}, make("summary", {}, name, ` ${operation.summary}`), inside);
}

function shape(title, schema) {
  const text = make("pre", { textContent: JSON.stringify(schema, null, 2) });
  return make("details", {}, make("summary", { textContent: title }), make("div", {}, text));
}

async function start() {
  const main = document.getElementById("doors");
  const document_ = await (await fetch("/api/openapi.json")).json();
  document.getElementById("title").textContent = document_.info.title;
  document.getElementById("about").textContent = document_.info.description;
  const areas = new Map();
  for (const [path, methods] of Object.entries(document_.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags[0];
      if (!areas.has(tag)) areas.set(tag, make("section", {}, make("h2", { textContent: tag })));
      areas.get(tag).append(door(document_, method, path, operation));
    }
  }
  main.replaceChildren(...areas.values());
  main.removeAttribute("aria-busy");
}

start();
