// The check form: the key "/" leads to the field, and the purpose of the last check is offered again in this tab.
const query = document.getElementById("query");
const purpose = document.getElementById("purpose");
const form = document.getElementById("check");
const memory = "cartouche.purpose";

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  query.focus();
  query.select();
});

const remembered = sessionStorage.getItem(memory);
const isChosenByServer = purpose.querySelector("option[selected]")?.value;
if (remembered && !isChosenByServer && [...purpose.options].some((option) => option.value === remembered)) {
  purpose.value = remembered;
}

form.addEventListener("submit", () => {
  if (purpose.value) sessionStorage.setItem(memory, purpose.value);
});

// What an error summary points to is where the reader wants to be.
const errors = document.getElementById("errors");
if (errors) errors.focus();
else if (matchMedia("(pointer: fine)").matches) query.focus();
