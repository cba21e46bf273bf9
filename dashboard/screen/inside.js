// A tap on a link of a table opens its page within the app, as Streamlit's own links do: the address says where, and
// the app reads it as it does after Back. With a key held down, with another button or without this it is a plain link.
// A heading that sorts stays where it is, and keeps the focus when its list is drawn anew.
const heading = (link) => {
  const cell = link.closest("th"), table = link.closest("table");
  if (!cell) return null;
  const caption = table.caption?.textContent;
  return () => [...document.querySelectorAll("table.rows.sorts")]
    .find((each) => each !== table && each.caption?.textContent === caption)
    ?.querySelector(`th[data-column="${cell.dataset.column}"] a`);
};

export default () => {
  let waiting = null;
  const watch = new MutationObserver(() => {
    const again = waiting?.();
    if (!again) return;
    waiting = null;
    again.focus({ preventScroll: true });
  });
  const open = (event) => {
    const link = event.target.closest("table.rows a[href]");
    const held = event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!link || held || event.defaultPrevented || link.origin !== location.origin) return;
    event.preventDefault();
    const stays = link.pathname === location.pathname;
    if (link.href !== location.href) history.pushState({}, "", link.href);
    waiting = heading(link);
    dispatchEvent(new PopStateEvent("popstate"));
    if (!stays) document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
  };
  watch.observe(document.body, { subtree: true, childList: true });
  document.addEventListener("click", open);
  return () => {
    watch.disconnect();
    document.removeEventListener("click", open);
  };
};
