// The whole meeting in the browser: what the server sent once is enough to the end, with or without a connection.
// The stage stands at the end of <body> in a shadow root of its own, so that no rerun of the page can take it away, but the gate does.

const MEMORY = "presentation";
const SWIPE = 60;
const GATE = ".gate";  // it stands where the page was once the viewer may no longer look (screen/sign_in.py)
const UNSTEADY = 30;  // a finger that trembles still taps
const SCALES = [1.35, 1.2, 1.1, 1];
const FONTS = ["500 32px 'Be Vietnam Pro'", "700 32px 'Be Vietnam Pro'"];
const ICONS = {
  previous: "M15 4 7 12l8 8", next: "M9 4l8 8-8 8", agenda: "M4 6h16M4 12h16M4 18h16", black: "M4 5h16v14H4z",
  exit: "M5 5l14 14M19 5 5 19", back: "M11 4 3 12l8 8M3 12h18", full: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
  drill: "M4 5h16v14H4zM4 10h16M10 10v9",
};

const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== false && value != null) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child != null));
  return element;
};
const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const icon = (name) => {
  const holder = make("span", { class: "icon", "aria-hidden": "true" });
  holder.innerHTML = `<svg viewBox="0 0 24 24"><path d="${ICONS[name]}"/></svg>`;
  return holder;
};
const drawn = (sheets) => {
  const holder = make("div", { class: "drawn" });
  holder.innerHTML = sheets.join("");
  return holder;
};
const recall = () => { try { return JSON.parse(sessionStorage.getItem(MEMORY)) || {}; } catch { return {}; } };
const remember = (facts) => { try { sessionStorage.setItem(MEMORY, JSON.stringify(facts)); } catch { /* private */ } };
const connected = () => navigator.onLine &&
  (document.querySelector("[data-test-connection-state]")?.dataset.testConnectionState ?? "CONNECTED") === "CONNECTED";

class Stage {
  constructor() {
    this.host = make("div", { id: "presentation-stage" });
    this.shadow = this.host.attachShadow({ mode: "open" });
    this.host.stage = this;
    this.view = "";
  }

  // What is being shown stays as it is: one meeting, one set of figures. New data serve the next start.
  start(deck, place, { full }) {
    this.deck = deck;
    const kept = recall();
    const same = kept.meeting === deck.meeting && kept.open;
    this.started = same ? kept.started : Date.now();
    this.build();
    document.body.append(this.host);
    this.shield(true);
    this.go(Math.min(Math.max(place, 0), deck.screens.length - 1));
    if (full) this.fullScreen();
    this.stayAwake();
    this.stage.focus();
  }

  leave() {
    this.save(false);
    this.shut();
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    this.left?.();
  }

  // What was being shown goes; who may see it again goes on where it was.
  shut() {
    this.shield(false);
    this.host.remove();
    this.lock?.release?.().catch(() => {});
  }

  get running() { return this.host.isConnected; }
  save(open) { remember({ meeting: this.deck.meeting, place: this.place, started: this.started, open }); }

  shield(on) {
    const root = document.getElementById("root");
    if (root) root.inert = on;
    const change = on ? "addEventListener" : "removeEventListener";
    this.keys ??= (event) => this.key(event);
    this.refit ??= () => this.fit();
    this.seen ??= () => document.visibilityState === "visible" && this.running && this.stayAwake();
    this.focused ??= (event) => { if (!this.host.contains(event.target)) this.stage.focus(); };
    window[change]("keydown", this.keys, true);
    window[change]("resize", this.refit);
    document[change]("visibilitychange", this.seen);
    document[change]("focusin", this.focused);
    clearInterval(this.ticking);
    if (on) this.ticking = setInterval(() => this.tick(), 1000);
  }

  async fullScreen() {
    try { await document.documentElement.requestFullscreen({ navigationUI: "hide" }); } catch { /* refused: the page is covered all the same */ }
  }

  async stayAwake() {
    try { this.lock = await navigator.wakeLock?.request("screen"); } catch { /* not allowed here */ }
  }

  button(name, act, extra = {}) {
    return make("button", { type: "button", class: `tool ${name}`, title: this.deck.words.buttons[name],
      "aria-label": this.deck.words.buttons[name], onclick: act, ...extra }, icon(name));
  }

  build() {
    const { deck } = this, at = {};
    at.title = make("h1", { class: "title" });
    at.number = make("span", { class: "number" });
    at.clock = make("span", { class: "clock" });
    at.since = make("span", { class: "since", title: deck.words.elapsed });
    at.sentence = make("p", { class: "sentence" });
    at.body = make("div", { class: "body" });
    at.live = make("div", { class: "live", "aria-live": "polite", "aria-atomic": "true" });
    at.progress = make("i");
    const marks = deck.marks.map((mark) => make("b", {}, mark));
    const tools = make("nav", { class: "tools" },
      this.button("exit", () => this.leave()),
      this.button("full", () => this.toggleFull()),
      this.button("black", () => this.show("black")),
      this.button("agenda", () => this.show("agenda")),
      this.button("previous", () => this.go(this.place - 1)),
      this.button("next", () => this.go(this.place + 1)));
    at.main = make("main", { class: "main" },
      make("header", {}, at.title, make("div", { class: "time" }, at.number, at.since, at.clock)),
      at.sentence, at.body,
      make("footer", {}, make("p", { class: "source" }, ...marks, make("span", {}, deck.source)), tools),
      make("div", { class: "progress", "aria-hidden": "true" }, at.progress));
    at.over = make("div", { class: "over", hidden: true });
    this.stage = make("div", { class: `stage ${deck.dark ? "dark" : "light"}`, role: "dialog", "aria-modal": "true",
      "aria-label": deck.words.start, tabindex: "-1" }, at.main, at.over, at.live);
    this.at = at;
    this.touches(this.stage);
    this.shadow.replaceChildren(make("style", {}, deck.css), this.stage);
    this.tick();
  }

  go(place) {
    const { screens, words } = this.deck;
    if (place < 0 || place >= screens.length) return;
    this.place = place;
    this.show("");
    const screen = screens[place], { at } = this;
    at.title.textContent = screen.title;
    at.number.textContent = `${place + 1}/${screens.length}`;
    at.sentence.textContent = screen.sentence;
    at.sentence.classList.toggle("long", screen.sentence.length > 150);
    const beside = this.beside(screen), has = screen.figures.length > 0;
    at.body.className = `body ${has ? "" : beside ? "list-only" : "bare"}`;
    at.body.replaceChildren(...[has ? this.figure(screen) : null, beside].filter(Boolean));
    at.progress.style.width = `${(100 * (place + 1)) / screens.length}%`;
    at.main.querySelector(".previous").disabled = place === 0;
    at.main.querySelector(".next").disabled = place === screens.length - 1;
    const facts = { number: place + 1, count: screens.length, title: screen.title, sentence: screen.sentence };
    at.live.textContent = fill(words.announce, facts);
    this.save(true);
    this.fit();
  }

  opener(name, screen, ...children) {
    return make("section", { class: name, role: "button", tabindex: "0",
      "aria-label": `${this.deck.words.buttons.drill}: ${screen.title}`, onclick: () => this.show("drill") }, ...children);
  }

  figure(screen) {
    return this.opener("figure", screen, drawn(screen.figures), icon("drill"));
  }

  note(text) {
    return make("li", { class: "note" }, make("p", {}, make("b", {}, `${this.deck.words.note}: `), text));
  }

  // What to conclude; where there is nothing, what else the section says; null where it has said everything.
  beside(screen) {
    const number = (place) => (screen.first ? `${screen.first + place}. ` : "");
    const asked = [
      ...screen.notes.map((note) => this.note(note)),
      ...screen.matters.map((matter, place) => make("li", {}, `${number(place)}${matter}`)),
    ];
    if (!asked.length && !screen.beside.length) return null;
    const items = asked.length ? asked : screen.beside.map((text) => make("li", {}, text));
    const kind = asked.length ? "" : screen.about === this.deck.words.said ? "about" : "about rows";
    return this.opener(`matters ${kind}`, screen,
      make("h2", {}, asked.length ? this.deck.words.matters : screen.about),
      make("ul", {}, ...items), make("p", { class: "more", hidden: true }));
  }

  // The tallest sheet that keeps its size; as many matters as fit in full, the others counted and behind a tap.
  fit() {
    const place = this.at.body.querySelector(".drawn"), sheets = [...(place?.children ?? [])];
    const ratio = (sheet) => sheet.viewBox.baseVal.height / sheet.viewBox.baseVal.width;
    const fitting = sheets.filter((sheet) => ratio(sheet) <= place.clientHeight / place.clientWidth).pop() ?? sheets[0];
    for (const sheet of sheets) sheet.style.display = sheet === fitting ? "" : "none";
    const box = this.at.body.querySelector(".matters"), more = box?.querySelector(".more");
    const items = [...(box?.querySelectorAll("li") ?? [])];
    if (!items.length) return;
    const full = () => box.scrollHeight > box.clientHeight + 1;
    for (const item of items) item.hidden = false;
    more.hidden = true;
    for (const scale of SCALES) {
      box.style.setProperty("--scale", scale);
      if (!full()) return;
    }
    for (let left = items.length - 1; left > 0 && full(); left -= 1) {
      items[left].hidden = true;
      more.hidden = box.classList.contains("rows");
      const { more: asked, more_said: said } = this.deck.words;
      more.textContent = fill(box.classList.contains("about") ? said : asked, { count: items.length - left });
    }
  }

  show(view) {
    this.view = view;
    const { over, main } = this.at;
    over.className = `over ${view}`;
    over.replaceChildren(...(view ? this[`${view}View`]() : []));
    over.hidden = !view;
    main.inert = Boolean(view);
    (view ? over.querySelector("button, [tabindex]") ?? this.stage : this.stage).focus({ preventScroll: true });
  }

  heading(title) {
    return make("header", {}, this.button("back", () => this.show("")), make("h1", { class: "title" }, title));
  }

  agendaView() {
    const items = this.deck.screens.map((screen, place) => make("li", {}, make("button", { type: "button",
      "aria-current": place === this.place ? "step" : null, onclick: () => { this.go(place); this.stage.focus(); } },
      make("b", {}, `${place + 1}`), screen.title)));
    return [this.heading(this.deck.words.agenda), make("ol", { class: "scroll" }, ...items)];
  }

  blackView() {
    this.at.live.textContent = this.deck.words.black;
    return [make("div", { class: "cover", tabindex: "-1", onclick: () => this.show("") })];
  }

  drillView() {
    const screen = this.deck.screens[this.place], { words } = this.deck;
    const said = [...screen.notes.map((note) => this.note(note)),
      ...screen.said.map((text) => make("li", {}, text))];
    const problem = make("p", { class: "problem", role: "status", hidden: true }, words.offline);
    const open = () => {
      if (!connected() || !this.ask) { problem.hidden = false; return; }
      const { ask } = this;
      this.leave();
      ask(screen.page);
    };
    const link = screen.page_name && make("button", { type: "button", class: "open", onclick: open }, screen.page_name);
    const scroll = make("div", { class: "scroll", tabindex: "0" }, problem, ...screen.tables.map((table) => this.table(table)),
      make("h2", {}, words.said), make("ul", { class: "said" }, ...said));
    const heading = this.heading(screen.title);
    if (link) heading.append(link);
    return [heading, scroll];
  }

  table({ title, headings, rows, widths, note }) {
    const counts = headings.map((_, column) => column > 0 && rows.every((cells) => /^[\d<—]/.test(cells[column])));
    const row = (cells, tag) => make("tr", {}, ...cells.map((cell, column) => {
      const made = make(tag, { class: counts[column] ? "count" : null }, cell);
      made.style.minWidth = `${widths[column] * 1.1}em`;
      return made;
    }));
    return make("div", { class: "table" }, make("h2", {}, title), make("div", { class: "sideways" },
      make("table", {}, make("thead", {}, row(headings, "th")), make("tbody", {}, ...rows.map((cells) => row(cells, "td"))))), ...(note ? [make("p", {}, note)] : []));
  }

  tick() {
    if (document.querySelector(GATE)) { this.shut(); return; }
    const now = new Date(), two = (number) => String(number).padStart(2, "0");
    const clock = `${two(now.getHours())}:${two(now.getMinutes())}`;
    const since = fill(this.deck.words.minutes, { count: Math.floor((now - this.started) / 60000) });
    if (this.at.clock.textContent !== clock) this.at.clock.textContent = clock;
    if (this.at.since.textContent !== since) this.at.since.textContent = since;
  }

  toggleFull() {
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    else this.fullScreen();
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    event.stopImmediatePropagation();
    const { key } = event;
    if (this.view === "black") { event.preventDefault(); this.show(""); return; }
    if (key === "Tab") { this.hold(event); return; }
    if (key === "Escape") { event.preventDefault(); if (this.view) this.show(""); else this.leave(); return; }
    const inside = this.shadow.activeElement;
    if (key === "Enter" && inside?.tagName === "BUTTON") return;
    if (key === "Enter" && !this.view) { event.preventDefault(); this.show("drill"); return; }
    const act = this.commands(key);
    if (act) { event.preventDefault(); act(); } else if (this.view) this.scroll(event);
  }

  commands(key) {
    const last = this.deck.screens.length - 1, main = !this.view;
    const moves = { ArrowRight: this.place + 1, ArrowLeft: this.place - 1, PageDown: this.place + 1, PageUp: this.place - 1,
      ArrowDown: this.place + 1, ArrowUp: this.place - 1, " ": this.place + 1, Backspace: this.place - 1, Home: 0, End: last };
    if (main && key in moves) return () => this.go(moves[key]);
    if (/^\d$/.test(key) && this.view !== "drill") return () => this.go(key === "0" ? 9 : Number(key) - 1);
    const letters = { a: () => this.show("agenda"), b: () => this.show("black"), ".": () => this.show("black"), f: () => this.toggleFull(), f5: () => this.toggleFull() };
    return letters[key.toLowerCase()];
  }

  // Behind a tap and in the agenda the keys scroll and choose instead.
  scroll(event) {
    const { key } = event, list = [...this.at.over.querySelectorAll("ol button")], area = this.at.over.querySelector(".scroll");
    const down = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (down && list.length) { event.preventDefault(); list[(list.indexOf(this.shadow.activeElement) + down + list.length) % list.length].focus(); return; }
    const pages = { PageDown: 0.85, PageUp: -0.85, " ": 0.85, ArrowDown: 0.15, ArrowUp: -0.15 }[key];
    if (pages && area && !(key === " " && list.length)) { event.preventDefault(); area.scrollBy({ top: pages * area.clientHeight }); }
  }

  hold(event) {
    const within = this.view ? this.at.over : this.at.main;
    const stops = [...within.querySelectorAll("button:not(:disabled), [tabindex='0']")];
    const place = stops.indexOf(this.shadow.activeElement);
    event.preventDefault();
    stops[(place + (event.shiftKey ? -1 : 1) + stops.length) % stops.length]?.focus();
  }

  touches(stage) {
    let from = null;
    stage.addEventListener("touchstart", (event) => {
      const [touch] = event.touches;
      from = event.touches.length === 1 && !this.view ? { x: touch.clientX, y: touch.clientY, moved: false } : null;
    }, { passive: true });
    // Otherwise a swipe is also the beginning of a scroll, and the browser swallows the tap that follows.
    stage.addEventListener("touchmove", (event) => {
      if (!from || event.touches.length > 1) return;
      from.moved = true;
      event.preventDefault();
    }, { passive: false });
    stage.addEventListener("touchend", (event) => {
      if (!from?.moved) return;
      const { clientX: x, clientY: y } = event.changedTouches[0], across = x - from.x, down = y - from.y;
      event.preventDefault();
      if (Math.abs(across) >= SWIPE && Math.abs(across) >= 1.5 * Math.abs(down)) this.go(this.place + (across < 0 ? 1 : -1));
      else if (Math.hypot(across, down) < UNSTEADY) this.shadow.elementFromPoint(x, y)?.closest("button, [role=button]")?.click();
    });
  }
}

const only = () => document.getElementById("presentation-stage")?.stage ?? (window.presentationStage ??= new Stage());

const offer = (root, deck, stage) => {
  const kept = recall(), begun = kept.meeting === deck.meeting && kept.place > 0;
  const start = (place) => stage.start(deck, place, { full: true });
  const buttons = [make("button", { type: "button", class: "start", onclick: () => start(0) }, deck.words.start)];
  if (begun) {
    const words = fill(deck.words.resume, { number: kept.place + 1 });
    buttons.push(make("button", { type: "button", class: "resume", onclick: () => start(kept.place) }, words));
  }
  const items = deck.screens.map((screen, place) => make("li", {}, make("button", { type: "button", onclick: () => start(place) },
    make("b", {}, `${place + 1}`), make("span", {}, make("strong", {}, screen.title), make("small", {}, screen.sentence)))));
  root.replaceChildren(make("div", { class: "buttons" }, ...buttons), make("ol", { class: "offer" }, ...items));
};

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".deck-root"), stage = only();
  for (const font of FONTS) document.fonts.load(font).catch(() => {});
  stage.ask = (page) => setTriggerValue("page", page);
  stage.left = () => offer(root, data, stage);
  if (root.dataset.drawn !== data.id) {
    root.dataset.drawn = data.id;
    offer(root, data, stage);
    const kept = recall();
    if (kept.open && kept.meeting === data.meeting && !stage.running) stage.start(data, kept.place, { full: false });
  }
  return () => { stage.ask = null; stage.left = null; };
}
