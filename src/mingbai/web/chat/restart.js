// In the head of the page: the server is gone, or was restarted, in the middle of a conversation. `window.mbLost` holds
// what is said then. Gradio notices with the next question, says so in English, and loads the page anew once the server
// is back: what was asked and what stands in the box cross over in this tab's own memory, for just that moment.
(() => {
  const KEPT = "mingbai-restart";
  const GRADIO_SAYS = "Connection to the server was lost";
  let isLost = false;
  let before = taken();

  function taken() {
    try {
      const kept = JSON.parse(sessionStorage.getItem(KEPT));
      sessionStorage.removeItem(KEPT);
      return kept;
    } catch { return null; }
  }

  function box() { return document.querySelector(".mb-box textarea"); }

  function asked() {
    const shown = [...document.querySelectorAll(".mb-asked > p")].map((one) => one.textContent);
    return shown.length ? shown : before?.asked ?? [];
  }

  function kindly(toast) {
    if (!toast.textContent.includes(GRADIO_SAYS)) return;
    isLost = true;
    document.documentElement.classList.remove("mb-asking");
    const said = document.createTreeWalker(toast, NodeFilter.SHOW_TEXT);
    const [title, text] = window.mbLost;
    while (said.nextNode()) {
      const node = said.currentNode;
      if (node.data.includes(GRADIO_SAYS)) node.data = text;
      else if (node.data.trim() === "Error") node.data = title;
    }
  }

  new MutationObserver((records) => {
    for (const node of records.flatMap((record) => [...record.addedNodes])) {
      if (node.nodeType === Node.ELEMENT_NODE && !isLost) kindly(node);
    }
  }).observe(document.documentElement, { subtree: true, childList: true });

  addEventListener("pagehide", () => {
    if (!isLost) return;
    try { sessionStorage.setItem(KEPT, JSON.stringify({ asked: asked(), draft: box()?.value ?? "" })); } catch { /* kept nowhere, then */ }
  });

  // What was asked so far, told with each question: a server that was restarted takes the conversation up from it.
  window.mbAsked = () => {
    document.documentElement.classList.add("mb-asking");
    return JSON.stringify(asked());
  };

  window.mbResumes = () => before !== null && before.asked.length > 0;
  window.mbResumed = () => { before = null; };

  // What was being typed is back in the box.
  window.mbDraft = () => {
    if (!before?.draft || !box()) return;
    box().value = before.draft;
    box().dispatchEvent(new Event("input", { bubbles: true }));
    before.draft = "";
  };
})();
