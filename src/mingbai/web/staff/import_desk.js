// Runs once for the staff's desk of imported documents. `element`, `trigger` and `watch` come from gr.HTML.
const MEGABYTE = 1000000;

function refuse(input) {
  const word = element.querySelector("[data-refusal]");
  word.textContent = word.dataset.refusal
    .replace("{files}", input.dataset.most)
    .replace("{megabytes}", input.dataset.megabytes)
    .replace("{together}", input.dataset.together);
  word.hidden = false;
  input.value = "";
}

function read(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve({ name: file.name, data: String(reader.result).split(",")[1] ?? "" });
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

element.addEventListener("change", async (event) => {
  const input = event.target;
  if (input.type !== "file" || !input.files.length) return;
  const files = [...input.files];
  const together = files.reduce((sum, file) => sum + file.size, 0);
  const isTooMuch = files.length > Number(input.dataset.most)
    || files.some((file) => file.size > Number(input.dataset.megabytes) * MEGABYTE)
    || together > Number(input.dataset.together) * MEGABYTE;
  if (isTooMuch) return refuse(input);
  input.closest("label").setAttribute("aria-busy", "true");
  try {
    trigger("upload", { files: await Promise.all(files.map(read)) });
  } catch {
    refuse(input);
  }
});

element.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-send]");
  if (!button || button.disabled) return;
  for (const one of element.querySelectorAll("button[data-send]")) one.disabled = true;
  trigger(button.dataset.send, { document: button.dataset.document ?? "" });
});

// What was stored or removed shows on the shelf at once.
watch("value", () => requestAnimationFrame(() => {
  if (element.querySelector("[data-changed]")) document.dispatchEvent(new CustomEvent("mb-redraw"));
}));
