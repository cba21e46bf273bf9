// Puts Vietnamese words where Streamlit's own parts bring English ones.
const NAMES = ["aria-label", "title", "placeholder", "alt"];

const put = (root, words) => {
  const each = (element) => {
    for (const name of NAMES) {
      const said = words[element.getAttribute(name)];
      if (said) element.setAttribute(name, said);
    }
    for (const node of element.childNodes) {
      const said = node.nodeType === Node.TEXT_NODE && words[node.textContent.trim()];
      if (said) node.textContent = said;
    }
  };
  each(root);
  root.querySelectorAll("*").forEach(each);
};

export default ({ data }) => {
  put(document.body, data.words);
  const watch = new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === "attributes") put(target, data.words);
      else addedNodes.forEach((node) => node.nodeType === Node.ELEMENT_NODE && put(node, data.words));
    }
  });
  watch.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: NAMES });
  return () => watch.disconnect();
};
