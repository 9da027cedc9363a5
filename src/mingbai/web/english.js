// In the head of the page: the interface in English. `window.mbWords` is the table made from words.py and english.py.
// Each text or attribute that is a word of the table is changed where it stands, and changed back by what it was; what
// policies, answers and people say is left alone. Whatever enters the page later is changed before it is painted.
(() => {
  const root = document.documentElement;
  const { words: read, templates: written } = window.mbWords;
  const words = Object.assign(Object.create(null), read);
  const templates = written.map(([pattern, english]) => [new RegExp(pattern, "su"), english]);
  const ATTRIBUTES = ["aria-label", "placeholder", "title"];
  const CONTENT = "textarea, code, blockquote, .mb-prose, .mb-asked > p, .mb-example, .mb-choice, .mb-suggestion, .mb-slip-text, .mb-rows i, .mb-rows span, .mb-entry > span, .mb-hit > :not(small), .mb-tick > span, .mb-quiz-choice > span, .mb-quiz-order span, .mb-quiz-answers dd";
  const HAN = /[㐀-鿿]/;
  const changed = new WeakMap(); // a text or an element to what was changed on it: name to {chinese, english}
  const marked = new Set(); // the elements whose language is said by this script
  let isOn = false;

  // The English of a whole text; undefined where it has none. Facts in one line stand between dots, names before a colon.
  function translated(text) {
    const bare = text.trim();
    if (!HAN.test(bare)) return undefined;
    const english = ofEach(bare) ?? ofWhole(bare) ?? ofName(bare) ?? ofSome(bare);
    return english === undefined ? undefined : text.replace(bare, () => english);
  }

  function ofWhole(bare) {
    if (Object.hasOwn(words, bare)) return words[bare];
    for (const [pattern, english] of templates) {
      const found = pattern.exec(bare);
      if (found) return english.replace(/\{(\d+)\}/g, (_, number) => ofGap(found[Number(number) + 1]));
    }
    return ofFigure(bare) ?? ofAll(bare);
  }

  function ofGap(value) {
    return words[value] ?? ofFigure(value) ?? ofAll(value) ?? ofName(value) ?? value;
  }

  // An amount, with its name before it where that is a word; a year; a mark on an axis.
  function ofFigure(bare) {
    const [, name, amount] = /^(.*?)(\d[\d,]*(?:\.\d+)?)元$/su.exec(bare) ?? [];
    if (amount) return name === "" ? `${amount} yuan` : Object.hasOwn(words, name) ? `${words[name]} ${amount} yuan` : ofSpan(name, amount);
    const [, year] = /^(\d{4})年度?$/.exec(bare) ?? [];
    const [, mark] = /^([\d.]+)万$/.exec(bare) ?? [];
    return year ?? (mark && `${Number((mark * 10).toPrecision(9))}k`);
  }

  function ofSpan(low, high) { return /^[\d,.]+–$/.test(low) ? `${low}${high} yuan` : undefined; }

  // A list of which every word is known, as the names of fields are; a name may hold the sign that parts them.
  function ofAll(bare) {
    const parts = bare.split("、");
    const english = [];
    while (parts.length > 0) {
      const held = [3, 2, 1].find((count) => count <= parts.length && Object.hasOwn(words, parts.slice(0, count).join("、")));
      if (held === undefined) return undefined;
      english.push(words[parts.splice(0, held).join("、")]);
    }
    return english.join(", ");
  }

  // Sentences in one text, where each of them has its English.
  function ofEach(bare) {
    const parts = bare.split("；");
    const english = parts.map((one) => ofName(one) ?? ofWhole(one));
    return parts.length > 1 && english.every((one) => one !== undefined) ? english.join("; ") : undefined;
  }

  // Facts in one line, of which some have their English.
  function ofSome(bare) {
    const parts = bare.split(" · ");
    if (parts.length < 2) return undefined;
    const english = parts.map(ofWhole);
    return english.some((one) => one !== undefined) ? english.map((one, at) => one ?? parts[at]).join(" · ") : undefined;
  }

  function ofName(bare) {
    const at = bare.indexOf("：");
    const name = at > 0 ? words[bare.slice(0, at)] : undefined;
    const rest = bare.slice(at + 1);
    return name === undefined ? undefined : `${name}: ${translated(rest) ?? rest}`.trim();
  }

  // Sets one text to English or back; gives whether it stands in English now.
  function settle(node, name, now, put) {
    if (!isOn && !changed.has(node)) return false;
    const known = changed.get(node) ?? {};
    const chinese = known[name] && known[name].english === now ? known[name].chinese : now;
    const english = isOn ? translated(chinese) : undefined;
    const wanted = english ?? chinese;
    if (english === undefined) delete known[name];
    else known[name] = { chinese, english };
    changed.set(node, known);
    if (wanted !== now) put(wanted);
    return english !== undefined;
  }

  function text(node) {
    const parent = node.parentElement;
    if (!parent || !node.data.trim() || parent.matches("script, style")) return;
    const isWords = !parent.closest(CONTENT) || parent.matches(".mb-unseen");
    const isEnglish = isWords && settle(node, "text", node.data, (wanted) => { node.data = wanted; });
    if (isOn && (isEnglish || HAN.test(node.data))) say(parent, isEnglish ? "en" : "zh-CN");
  }

  // The browser and screen readers are told the language wherever it differs from what stands around it.
  function say(node, language) {
    if (marked.has(node)) node.removeAttribute("lang");
    else if (node.hasAttribute("lang")) return;
    if (node.closest("[lang]").getAttribute("lang") !== language) node.setAttribute("lang", language);
    marked.add(node);
  }

  function attributes(node) {
    for (const name of ATTRIBUTES) {
      const now = node.getAttribute(name);
      if (now) settle(node, name, now, (wanted) => node.setAttribute(name, wanted));
    }
  }

  function all(within) {
    if (within.nodeType === Node.TEXT_NODE) return text(within);
    if (within.nodeType !== Node.ELEMENT_NODE) return;
    attributes(within);
    const walker = document.createTreeWalker(within, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (walker.currentNode.nodeType === Node.TEXT_NODE) text(walker.currentNode);
      else attributes(walker.currentNode);
    }
  }

  function unmark() {
    for (const node of marked) node.removeAttribute("lang");
    marked.clear();
  }

  new MutationObserver((records) => {
    for (const record of records) {
      if (record.type === "childList") record.addedNodes.forEach(all);
      else if (record.type === "characterData") text(record.target);
      else attributes(record.target);
    }
  }).observe(root, { subtree: true, childList: true, characterData: true, attributeFilter: ATTRIBUTES });

  // Gradio's page calls itself English, by which screen readers choose a voice and browsers a font.
  window.mbSpeak = (inEnglish) => {
    root.lang = inEnglish ? "en" : "zh-CN";
    if (isOn === inEnglish) return;
    isOn = inEnglish;
    if (!isOn) unmark();
    all(root);
  };
})();
