// A tap on a link of ours opens it within the app, as Streamlit's own links do: the address says
// where, and the app reads it as it does after Back. With a key held down, with another button or without this it is a
// plain link. A heading that sorts and a page in the row keep the focus when they are drawn anew: that alone is watched
// for, and only until it happens. Another page of a list begins at the top of the list, with the focus on its
// first row. Who opens the search types at once.
const LONGEST = 10000;

const heading = (link) => {
  const cell = link.closest("th"), table = link.closest("table");
  if (!cell) return null;
  const caption = table.caption?.textContent;
  return () => [...document.querySelectorAll("table.rows.sorts")]
    .find((each) => each !== table && each.caption?.textContent === caption)
    ?.querySelector(`th[data-column="${cell.dataset.column}"] a`);
};

const named = (list) => document.querySelector(`.${CSS.escape(list)}`);
const shadows = (part) => [...part.querySelectorAll("*")].map((each) => each.shadowRoot).filter(Boolean);

const firstRow = (list) => {
  const part = named(list);
  if (!part) return null;
  const drawn = shadows(part).map((root) => root.querySelector("[data-post]")).find(Boolean);
  if (drawn) return drawn;
  const follows = (each) => part.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING;
  const table = [...document.querySelectorAll("table.rows")].find(follows);
  return table?.querySelector("tbody :is(a[href], tr[data-row])");
};

const arrival = (pages) => {
  const list = pages?.dataset.below, before = list && firstRow(list);
  if (!before) return null;
  return () => {
    const row = firstRow(list);
    return !pages.isConnected && row !== before ? row : null;
  };
};

const way = (link) => link.closest(".ways") && (() => !link.isConnected
  && [...document.querySelectorAll(".ways a")].find((each) => each.pathname === link.pathname));

// Another page begins at its top; the list it was chosen from closes.
const left = (link) => {
  document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
  if (link.closest('[data-testid="stPopoverBody"]'))
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", code: "Escape", keyCode: 27, bubbles: true }));
};

const field = () => document.querySelector('[data-testid="stPopoverBody"] input[type="search"]');

export default () => {
  let stop = () => {};
  const watch = (again, roots) => {
    stop();
    if (!again) return;
    const drawn = new MutationObserver(() => {
      const link = again();
      if (!link) return;
      stop();
      link.focus({ preventScroll: true });
    });
    const over = setTimeout(() => stop(), LONGEST);
    stop = () => { drawn.disconnect(); clearTimeout(over); };
    const main = document.querySelector('[data-testid="stMain"]') ?? document.body;
    for (const root of [main, ...roots]) drawn.observe(root, { subtree: true, childList: true });
  };
  const open = (event) => {
    const link = event.target.closest(":is(table.rows, .pages, .leads) a[href]");
    const held = event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!link || held || event.defaultPrevented || link.origin !== location.origin) return;
    event.preventDefault();
    const stays = link.pathname === location.pathname;
    if (link.href !== location.href) history.pushState({}, "", link.href);
    const pages = link.closest(".pages"), list = pages?.dataset.below;
    watch(heading(link) ?? arrival(pages) ?? way(link), list && named(list) ? shadows(named(list)) : []);
    dispatchEvent(new PopStateEvent("popstate"));
    if (!stays) left(link);
    if (list) named(list)?.scrollIntoView();
  };
  const seek = (event) => {
    if (!event.target.closest(".st-key-navigation-search button") || field()) return;
    watch(() => field() && { focus: () => requestAnimationFrame(() => field()?.focus()) }, [document.body]);
  };
  document.addEventListener("click", open);
  document.addEventListener("click", seek);
  return () => {
    stop();
    document.removeEventListener("click", open);
    document.removeEventListener("click", seek);
  };
};
