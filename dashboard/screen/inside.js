// A tap on a link of a table or of its pages opens it within the app, as Streamlit's own links do: the address says
// where, and the app reads it as it does after Back. With a key held down, with another button or without this it is a
// plain link. A heading that sorts stays where it is, and keeps the focus when its list is drawn anew: that alone is
// watched for, and only until it happens. Another page of a list begins at the top of the list.
const LONGEST = 10000;

const heading = (link) => {
  const cell = link.closest("th"), table = link.closest("table");
  if (!cell) return null;
  const caption = table.caption?.textContent;
  return () => [...document.querySelectorAll("table.rows.sorts")]
    .find((each) => each !== table && each.caption?.textContent === caption)
    ?.querySelector(`th[data-column="${cell.dataset.column}"] a`);
};

export default () => {
  let stop = () => {};
  const watch = (again) => {
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
    drawn.observe(document.querySelector('[data-testid="stMain"]') ?? document.body, { subtree: true, childList: true });
  };
  const open = (event) => {
    const link = event.target.closest(":is(table.rows, .pages) a[href]");
    const held = event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!link || held || event.defaultPrevented || link.origin !== location.origin) return;
    event.preventDefault();
    const stays = link.pathname === location.pathname;
    if (link.href !== location.href) history.pushState({}, "", link.href);
    watch(heading(link));
    dispatchEvent(new PopStateEvent("popstate"));
    if (!stays) document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
    const list = link.closest(".pages")?.dataset.below;
    if (list) document.querySelector(`.${CSS.escape(list)}`)?.scrollIntoView();
  };
  document.addEventListener("click", open);
  return () => {
    stop();
    document.removeEventListener("click", open);
  };
};
