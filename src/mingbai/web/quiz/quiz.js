// Follows live.js in the same function, for the tab 培训测验: what a button does is told once, not with every draw;
// the browser keeps which quiz it is taking and the number of its practice; steps are moved, the clock goes on.
const KEPT = { run: "mingbai-quiz", me: "mingbai-practice" };
let isActing = false;
let ticking = 0;

function recalled(name) {
  try { return localStorage.getItem(KEPT[name]) ?? ""; } catch { return ""; }
}

function keep(name, value) {
  if (value) chosen.set(name, value);
  else chosen.delete(name);
  try {
    if (value) localStorage.setItem(KEPT[name], value);
    else localStorage.removeItem(KEPT[name]);
  } catch { /* a browser that keeps nothing takes a quiz all the same, as long as it stays open */ }
}

function madeUp() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function act(values) {
  if (isActing) return;
  isActing = true;
  clearTimeout(timer);
  turn += 1;
  element.setAttribute("aria-busy", "true");
  try {
    const parts = await server.draw({ ...told(), ...values });
    for (const [name, [shape, html]] of Object.entries(parts)) fill(name, shape, html);
  } catch {
    return; // the server is away: what stands on the page stays, and the button can be pressed again
  } finally {
    isActing = false;
    element.setAttribute("aria-busy", "false");
  }
  settle(values.do !== undefined);
}

function settle(hasActed) {
  for (const node of element.querySelectorAll("[data-keep]")) keep(node.dataset.keep, node.dataset.value);
  wind();
  if (!hasActed) return;
  const problem = element.querySelector('[data-part="problem"] .mb-notice');
  if (problem) return problem.scrollIntoView({ block: "center" });
  element.closest(".mb-tab")?.scrollIntoView({ block: "start" });
  element.querySelector("[data-focus]")?.focus({ preventScroll: true });
}

// The time left is counted from when it was told: the clock of the browser may be wrong, but not its pace.
function wind() {
  clearInterval(ticking);
  const shown = element.querySelector("[data-left]");
  if (!shown) return;
  const end = performance.now() + Number(shown.dataset.left) * 1000;
  const tick = () => {
    const left = Math.max(0, (end - performance.now()) / 1000);
    shown.textContent = `${Math.floor(left / 60)}:${String(Math.floor(left % 60)).padStart(2, "0")}`;
    const soon = element.querySelector("[data-soon]");
    if (left < 60 && soon && !soon.textContent) soon.textContent = soon.dataset.soon;
    if (left > 0) return;
    clearInterval(ticking);
    setTimeout(() => act({ do: "over" }), 300);
  };
  ticking = setInterval(tick, 500);
  tick();
}

const DONE_HERE = {
  drop() { keep("run", ""); chosen.delete("mode"); },
  pause() { chosen.set("mode", "home"); },
  "go-on"() { chosen.delete("mode"); },
  start() { chosen.delete("mode"); },
  join() { chosen.delete("mode"); },
  practice() {
    keep("me", recalled("me") || madeUp());
    chosen.set("mode", "practice");
  },
};

function press(name, question) {
  const given = question?.querySelector("[name=given]");
  if (given?.type === "radio" && !question.querySelector("[name=given]:checked")) {
    question.querySelector("[data-pick]").hidden = false;
    return given.focus();
  }
  if (isActing) return;
  DONE_HERE[name]?.();
  act({ do: name, ...(question ? { item: question.dataset.item } : {}) });
}

element.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button?.dataset.act) press(button.dataset.act);
  if (button?.dataset.move) move(button.closest("li"), Number(button.dataset.move), button);
});

element.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-act]");
  if (form) press(form.dataset.act, form.closest("[data-question]"));
});

// While an answer is chosen nothing needs to be drawn; while the server is asked nothing may be drawn in between.
element.addEventListener("input", (event) => {
  const question = event.target.closest("[data-question]");
  if (question) question.querySelector("[data-pick]").hidden = true;
  if (question || isActing) event.stopImmediatePropagation();
}, true);

// A to D, or 1 to 4, choose an answer; the arrows move a step whose button has the focus.
element.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const step = event.target.closest("[data-order] li");
  if (step && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
    event.preventDefault();
    return move(step, event.key === "ArrowUp" ? -1 : 1, event.target);
  }
  const question = event.target.closest("[data-question]");
  if (!question || event.target.type === "text" || event.key.length !== 1) return;
  const answers = [...question.querySelectorAll("input[type=radio]")];
  const at = "1234".indexOf(event.key) >= 0 ? "1234".indexOf(event.key) : "abcd".indexOf(event.key.toLowerCase());
  if (!answers[at]) return;
  answers[at].checked = true;
  answers[at].focus();
});

function move(step, by, held) {
  const list = step.parentElement;
  const place = [...list.children].indexOf(step) + by;
  if (place < 0 || place >= list.children.length) return;
  list.insertBefore(step, by < 0 ? list.children[place] : list.children[place].nextSibling);
  held?.focus();
  ordered(list, step);
}

function ordered(list, step) {
  const steps = [...list.children];
  list.parentElement.querySelector("[name=given]").value = steps.map((one) => one.dataset.step).join(",");
  const said = list.parentElement.querySelector("[data-order-said]");
  said.textContent = `${step.querySelector("span").textContent}：${list.dataset.moved.replace("{place}", steps.indexOf(step) + 1)}`;
}

let dragged = null;
element.addEventListener("dragstart", (event) => { dragged = event.target.closest?.("[data-order] li") ?? null; });
element.addEventListener("dragover", (event) => {
  const over = event.target.closest("[data-order] li");
  if (!dragged || !over || over.parentElement !== dragged.parentElement) return;
  event.preventDefault();
  const isBelow = event.clientY > over.getBoundingClientRect().top + over.offsetHeight / 2;
  over.parentElement.insertBefore(dragged, isBelow ? over.nextSibling : over);
});
element.addEventListener("dragend", () => {
  if (dragged) ordered(dragged.parentElement, dragged);
  dragged = null;
});

// On paper everything is open.
addEventListener("beforeprint", () => {
  for (const one of element.querySelectorAll(".mb-quiz-result details")) {
    one.dataset.wasOpen = one.open;
    one.open = true;
  }
});
addEventListener("afterprint", () => {
  for (const one of element.querySelectorAll(".mb-quiz-result details")) one.open = one.dataset.wasOpen === "true";
});

document.addEventListener("mb-afresh", () => {
  clearInterval(ticking);
  for (const name of Object.keys(KEPT)) keep(name, "");
});
for (const name of Object.keys(KEPT)) if (recalled(name)) chosen.set(name, recalled(name));
act({});
