// Runs once when the transcript is put on the page. `element`, `trigger` and `watch` come from gr.HTML.
// Sends what a button stands for to the server; the server alone decides what the page shows next.
let isPressed = false; // the newest question came from a button, which is gone with its answer

element.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const data = button.dataset;
  const at = data.at === undefined ? null : Number(data.at);
  isPressed = data.say !== undefined;
  if (isPressed) trigger("submit", { text: data.say, at });
  if (data.amend !== undefined) trigger("edit", { text: data.amend, at });
  opine(button);
});

if (window.mbResumes()) trigger("retry");

// What is said of an answer: a thumb, a reason, or the words in the box beside it.
function opine(button) {
  const strip = button.closest("[data-about]");
  if (!strip) return;
  const { thumb, reason, send } = button.dataset;
  const words = send === undefined ? null : strip.querySelector("input").value;
  if (words !== null) strip.dataset.sent = "yes";
  trigger("like", { about: strip.dataset.about, thumb: thumb ?? null, reason: reason ?? null, words });
}

element.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing || !event.target.matches("[data-about] input")) return;
  event.preventDefault();
  opine(event.target.parentElement.querySelector("[data-send]"));
});

// Brings the newest exchange into view: its end where it fits above the input box, else its beginning.
watch("value", () => requestAnimationFrame(() => {
  document.documentElement.classList.remove("mb-asking");
  const turn = element.querySelector(".mb-turn:last-child");
  if (!turn) return window.scrollTo({ top: 0 });
  const composer = document.querySelector(".mb-composer");
  const room = window.innerHeight - (composer ? composer.offsetHeight : 0) - 72;
  const fits = turn.offsetHeight < room;
  turn.scrollIntoView({ block: fits ? "end" : "start", behavior: "auto" });
  if (isPressed && document.activeElement === document.body) hold(turn.querySelector("h2"));
}));

// The keyboard goes on from the answer, and a screen reader says that it begins.
function hold(head) {
  head.tabIndex = -1;
  head.focus({ preventScroll: true });
}
