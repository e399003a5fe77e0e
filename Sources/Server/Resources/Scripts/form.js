// The record form: rows for numbers and marks stay hidden while they are blank, and one more is shown at a time.
for (const rows of document.querySelectorAll(".rows[data-more]")) {
  const fields = [...rows.children];
  // A number that was removed has a state and no text.
  const isBlank = (row) => [...row.querySelectorAll("input, select[name$=-state]")].every((field) => !field.value);
  let shown = fields.findLastIndex((row) => !isBlank(row)) + 1 || 1;
  const more = document.createElement("button");
  more.type = "button";
  more.className = "button button--small";
  more.textContent = rows.dataset.more;
  const show = () => {
    fields.forEach((row, index) => { row.hidden = index >= shown; });
    more.hidden = shown >= fields.length;
  };
  more.addEventListener("click", () => {
    shown += 1;
    show();
    fields[shown - 1].querySelector("input, select").focus();
  });
  rows.after(more);
  show();
}

document.getElementById("errors")?.focus();
