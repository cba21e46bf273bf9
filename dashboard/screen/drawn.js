// Puts the markup in its place once; a tap or Enter on a row tells which, and at once what the markup says of it; a tap
// on a link to copy copies this address. What the reader has arrived at takes the focus when it is put in its place.
const copy = (link) => {
  const done = () => { link.textContent = link.dataset.done; };
  if (navigator.clipboard) { navigator.clipboard.writeText(location.href).then(done); return; }
  const field = document.createElement("textarea");
  field.value = location.href;
  link.after(field);
  field.select();
  document.execCommand("copy");
  field.remove();
  done();
};

export default ({ data, parentElement, setTriggerValue }) => {
  const root = parentElement.querySelector(".drawn");
  if (root.dataset.id !== data.id) {
    root.innerHTML = data.html;
    root.dataset.id = data.id;
    const arrived = root.querySelector("[data-arrived]");
    arrived?.focus({ preventScroll: true });
    arrived?.scrollIntoView({ block: "nearest" });
  }
  const tapped = (event) => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    const link = event.target.closest("[data-done]");
    const row = event.target.closest("[data-row]");
    if (!link && !row) return;
    event.preventDefault();
    if (link) return copy(link);
    const said = root.querySelector(".tapped-said");
    if (said) said.textContent = row.getAttribute("aria-label");
    setTriggerValue("row", row.dataset.row);
  };
  root.addEventListener("click", tapped);
  root.addEventListener("keydown", tapped);
  return () => {
    root.removeEventListener("click", tapped);
    root.removeEventListener("keydown", tapped);
  };
};
