// Puts Vietnamese words where Streamlit's own parts bring English ones, now and whenever they write something; the
// browser counts as a Vietnamese one, so that calendars are. It goes on while the server is away.
const NAMES = ["aria-label", "title", "placeholder", "alt", "aria-description"];

const translator = ({ words, patterns }) => {
  const made = patterns.map(([pattern, said]) => [new RegExp(`^${pattern}$`), said]);
  return (text) => {
    const bare = text?.trim();
    if (!bare) return null;
    if (Object.hasOwn(words, bare)) return words[bare];
    const found = made.find(([pattern]) => pattern.test(bare));
    return found ? bare.replace(...found) : null;
  };
};

const put = (node, say) => {
  if (node.nodeType === Node.TEXT_NODE) {
    const said = node.parentElement?.closest("[translate=no], script, style") ? null : say(node.textContent);
    if (said !== null) node.textContent = said;
  } else if (node.nodeType === Node.ELEMENT_NODE) {
    for (const name of NAMES) {
      const said = say(node.getAttribute(name));
      if (said !== null) node.setAttribute(name, said);
    }
    node.childNodes.forEach((child) => put(child, say));
  }
};

export default ({ data }) => {
  document.documentElement.lang = "vi";
  Object.defineProperty(navigator, "language", { get: () => "vi-VN", configurable: true });
  const say = translator(data);
  put(document.body, say);
  const watch = new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === "childList") addedNodes.forEach((node) => put(node, say));
      else if (type === "characterData") put(target, say);
      else NAMES.forEach((name) => {
        const said = say(target.getAttribute(name));
        if (said !== null) target.setAttribute(name, said);
      });
    }
  });
  const all = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: NAMES };
  watch.observe(document.body, all);
  return () => watch.disconnect();
};
