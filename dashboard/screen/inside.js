// A tap on a link of a table opens its page within the app, as Streamlit's own links do: the address says where, and
// the app reads it as it does after Back. With a key held down, with another button or without this it is a plain link.
export default () => {
  const open = (event) => {
    const link = event.target.closest("table.rows a[href]");
    const held = event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!link || held || event.defaultPrevented || link.origin !== location.origin) return;
    event.preventDefault();
    if (link.href !== location.href) history.pushState({}, "", link.href);
    dispatchEvent(new PopStateEvent("popstate"));
    document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
  };
  document.addEventListener("click", open);
  return () => document.removeEventListener("click", open);
};
