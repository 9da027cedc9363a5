// Runs once for each tab made of parts. `element` and `server` come from gr.HTML.
// Everything chosen or typed in the tab goes to the server, which alone decides what the parts show next.
const chosen = new Map();
let turn = 0;
let timer = 0;
const PATIENCE = 30000;

function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
}

function told() {
  const values = { today: [today()] };
  for (const [name, value] of chosen) values[name] = [value];
  for (const input of element.querySelectorAll("input[name]")) {
    const isChoice = input.type === "radio" || input.type === "checkbox";
    if (isChoice ? input.checked : input.value) (values[input.name] ??= []).push(input.value);
  }
  return values;
}

// What the server draws; undefined where it is away, which Gradio tells by an error or by nothing. What stands then stays.
function drawn() {
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  return Promise.race([server.draw(told()), late]).catch(() => undefined);
}

async function refresh() {
  const mine = ++turn;
  element.setAttribute("aria-busy", "true");
  const parts = await drawn() ?? { problem: ["", element.querySelector("template[data-away]").innerHTML] };
  if (mine !== turn) return;
  for (const [name, [shape, html]] of Object.entries(parts)) fill(name, shape, html);
  element.setAttribute("aria-busy", "false");
}

function fill(name, shape, html) {
  const part = element.querySelector(`[data-part="${name}"]`);
  if (!part || (shape && part.dataset.shape === shape)) return;
  if (!shape && part.drawn === html) return;
  const held = part.contains(document.activeElement) ? keyOf(document.activeElement) : "";
  const open = [...part.querySelectorAll("details[open]")].map((one) => one.dataset.name);
  part.innerHTML = html;
  part.drawn = html;
  part.dataset.shape = shape;
  for (const one of part.querySelectorAll("details")) if (open.includes(one.dataset.name)) one.open = true;
  if (held) [...part.querySelectorAll("input, button, a, summary")].find((one) => keyOf(one) === held)?.focus();
}

function keyOf(node) {
  return [node.tagName, node.name ?? "", node.type === "text" ? "" : node.value ?? "", node.dataset.value ?? ""].join("|");
}

function afresh() {
  chosen.clear();
  for (const part of element.querySelectorAll("[data-part]")) part.dataset.shape = "?";
  for (const input of element.querySelectorAll("input")) {
    input.value = input.type === "radio" || input.type === "checkbox" ? input.value : "";
    input.checked = false;
  }
  refresh();
}

element.addEventListener("input", (event) => {
  const input = event.target;
  if (input.dataset.filter !== undefined) return sift(input);
  clearTimeout(timer);
  timer = setTimeout(refresh, input.type === "text" || input.type === "search" ? 180 : 0);
});

// Enter in a field would send the page away; the answer is already under way.
element.addEventListener("submit", (event) => event.preventDefault());

element.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const data = button.dataset;
  if (data.afresh !== undefined) afresh();
  if (data.choose === undefined) return;
  for (const name of (data.forget ?? "").split(" ").filter(Boolean)) forget(name);
  if (data.with) chosen.set(...data.with.split("="));
  if (data.value) chosen.set(data.choose, data.value);
  else chosen.delete(data.choose);
  refresh().then(() => {
    if (data.stay === undefined) element.closest(".mb-tab")?.scrollIntoView({ block: "start" });
    settle();
  });
});

// The button that was pressed is gone with what it stood in: the keyboard goes on from the head of what came instead.
function settle() {
  const head = element.querySelector("h2, legend");
  if (!head || document.activeElement !== document.body) return;
  head.tabIndex = -1;
  head.focus({ preventScroll: true });
}

function forget(name) {
  if (name !== "*") return chosen.delete(name);
  chosen.clear();
  for (const part of element.querySelectorAll("[data-part]")) part.dataset.shape = "?";
  for (const input of element.querySelectorAll("input[name]")) {
    if (input.type === "radio" || input.type === "checkbox") input.checked = false;
    else input.value = "";
  }
}

// Hides the buttons of a long list that do not hold what is typed; the server has no part in it.
function sift(input) {
  const wanted = input.value.trim();
  let left = 0;
  for (const button of element.querySelectorAll(input.dataset.filter)) {
    const isWanted = button.textContent.includes(wanted);
    button.hidden = !isWanted;
    left += isWanted;
  }
  const none = element.querySelector("[data-none]");
  if (none) none.hidden = left > 0;
}

// A tab is drawn when it is first shown: until then it costs nobody anything. What the clock decides comes with it.
let isShown = false;

document.addEventListener("mb-afresh", () => { if (isShown) afresh(); });
document.addEventListener("mb-redraw", () => { if (isShown) refresh(); });
new IntersectionObserver((seen, watcher) => {
  if (!seen.some((one) => one.isIntersecting)) return;
  watcher.disconnect();
  isShown = true;
  refresh();
}).observe(element);
