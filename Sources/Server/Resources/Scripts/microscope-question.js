// Asks for words in a dialog. Undefined where the examiner thought better of it.
export function ask(dialog, { heading, label, keep, isRequired }) {
  const field = dialog.querySelector("#ask-text");
  dialog.querySelector("#ask-heading").textContent = heading;
  dialog.querySelector("#ask-label").textContent = label;
  dialog.querySelector("#ask-keep").textContent = keep;
  field.required = isRequired;
  field.value = "";
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    const closed = () => resolve(dialog.returnValue === "keep" ? field.value.trim() : undefined);
    dialog.addEventListener("close", closed, { once: true });
  });
}
