// Runs once when the transcript is put on the page. `element`, `trigger` and `watch` come from gr.HTML.
// Sends what a button stands for to the server; the server alone decides what the page shows next.
element.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const data = button.dataset;
  const at = data.at === undefined ? null : Number(data.at);
  if (data.say !== undefined) trigger("submit", { text: data.say, at });
  if (data.amend !== undefined) trigger("edit", { text: data.amend, at });
});

// Brings the newest exchange into view: its end where it fits above the input box, else its beginning.
watch("value", () => requestAnimationFrame(() => {
  const turn = element.querySelector(".mb-turn:last-child");
  if (!turn) return window.scrollTo({ top: 0 });
  const composer = document.querySelector(".mb-composer");
  const room = window.innerHeight - (composer ? composer.offsetHeight : 0) - 72;
  const fits = turn.offsetHeight < room;
  turn.scrollIntoView({ block: fits ? "end" : "start", behavior: "auto" });
}));
