// In the head of the page: which tab shows, how the page looks, printing. Nothing here knows of policies.
(() => {
  const root = document.documentElement;
  const looks = { elder: "mb-elder", dark: "dark", english: "mb-english" };

  function kept(name) {
    try { return localStorage.getItem(`mingbai-${name}`); } catch { return null; }
  }

  function keep(name, value) {
    try { localStorage.setItem(`mingbai-${name}`, value); } catch { /* a browser that keeps nothing shows it all the same */ }
  }

  function isOn(name) {
    const said = kept(name);
    if (said !== null) return said === "yes";
    return name === "dark" && matchMedia("(prefers-color-scheme: dark)").matches;
  }

  function look() {
    for (const [name, css] of Object.entries(looks)) {
      root.classList.toggle(css, isOn(name));
      if (name === "dark") document.body?.classList.toggle(css, isOn(name));
      for (const button of document.querySelectorAll(`[data-look="${name}"]`)) {
        if (button.hasAttribute("aria-pressed")) button.setAttribute("aria-pressed", String(isOn(name)));
      }
    }
    window.mbSpeak(isOn("english"));
  }

  function tab() {
    const links = [...document.querySelectorAll("[data-tab]")].map((link) => link.dataset.tab);
    const wanted = location.hash.slice(1);
    root.dataset.tabShown = links.includes(wanted) ? wanted : "ask";
    for (const link of document.querySelectorAll(".mb-tabs [data-tab]")) {
      if (link.dataset.tab === root.dataset.tabShown) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    window.scrollTo({ top: 0 });
  }

  function onPaper(node) {
    node.classList.add("mb-on-paper");
    root.classList.add("mb-printing");
    addEventListener("afterprint", () => {
      node.classList.remove("mb-on-paper");
      root.classList.remove("mb-printing");
    }, { once: true });
    window.print();
  }

  // The clipboard exists only on https and on this computer's own address; elsewhere a marked text is copied.
  function copyByHand(text) {
    const held = document.activeElement;
    const box = Object.assign(document.createElement("textarea"), { value: text, readOnly: true });
    document.body.append(box);
    box.select();
    const isCopied = document.execCommand("copy");
    box.remove();
    held?.focus({ preventScroll: true });
    return isCopied;
  }

  async function copy(button) {
    if (navigator.clipboard) await navigator.clipboard.writeText(button.dataset.copy);
    else if (!copyByHand(button.dataset.copy)) return;
    const label = [...button.childNodes];
    button.textContent = button.dataset.copied;
    setTimeout(() => button.replaceChildren(...label), 1500);
  }

  function date() {
    const now = new Date();
    for (const node of document.querySelectorAll("[data-today]")) {
      node.textContent = now.toLocaleDateString(root.lang, { dateStyle: "long" });
    }
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-tab]");
    if (link) {
      event.preventDefault();
      history.pushState(null, "", `#${link.dataset.tab}`);
      tab();
      if (link.dataset.at) document.querySelector(link.dataset.at)?.scrollIntoView();
      return;
    }
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.look) {
      keep(button.dataset.look, isOn(button.dataset.look) ? "no" : "yes");
      look();
    }
    if (button.dataset.copy !== undefined) copy(button);
    if (button.dataset.print) onPaper(button.closest(button.dataset.print));
    if (button.classList.contains("mb-new")) document.dispatchEvent(new CustomEvent("mb-afresh"));
  });
  // Hides what does not hold the words typed: the fields there are Gradio's own, and it keeps what is chosen.
  document.addEventListener("input", (event) => {
    const { sifts } = event.target.dataset;
    if (sifts === undefined) return;
    const wanted = event.target.value.trim();
    for (const one of document.querySelectorAll(sifts)) one.hidden = !one.textContent.includes(wanted);
  });
  addEventListener("hashchange", tab);
  addEventListener("popstate", tab);
  addEventListener("beforeprint", date);
  window.mbReady = () => { look(); tab(); window.mbDraft(); };
  root.dataset.tabShown = location.hash.slice(1) || "ask";
  look();
})();
