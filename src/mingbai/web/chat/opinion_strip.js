// Runs once. `element` holds, unseen, the strip of the answer of which something was said last; it takes the place of
// the one under that answer. What is being typed there stays, and so does the place of the keyboard.
watch("value", () => {
  const fresh = element.querySelector("[data-about]");
  if (!fresh) return;
  const stale = document.querySelector(`.mb-talk [data-about="${fresh.dataset.about}"]`);
  if (stale) {
    const held = place(document.activeElement, stale);
    const typed = stale.querySelector("input")?.value;
    stale.replaceWith(fresh);
    const box = fresh.querySelector("input");
    if (box && typed && stale.dataset.sent === undefined) box.value = typed;
    // The reasons open downwards, where the box for questions lies over them.
    if (box && typed === undefined) fresh.scrollIntoView({ block: "nearest" });
    if (held) fresh.querySelector(held)?.focus({ preventScroll: true });
  }
  element.replaceChildren();
});

function place(node, strip) {
  if (!strip.contains(node)) return "";
  const { thumb, reason, send } = node.dataset;
  if (thumb) return `[data-thumb="${thumb}"]`;
  if (reason) return `[data-reason="${reason}"]`;
  return send === undefined ? "input" : "[data-send]";
}
