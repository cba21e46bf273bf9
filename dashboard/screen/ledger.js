export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".ledger-root");
  for (const [name, colour] of Object.entries(data.colours)) root.style.setProperty(`--${name}`, colour);
  if (root.dataset.drawn !== data.id) {
    root.innerHTML = data.html;
    root.dataset.drawn = data.id;
  }
  const pick = (event) => {
    const row = event.target.closest("[data-post]");
    if (row) setTriggerValue("post", row.dataset.post);
  };
  root.onclick = pick;
  root.onkeydown = (event) => {
    if (event.key === "Enter" || event.key === " ") { event.preventDefault(); pick(event); }
  };
}
