// Describes the firearm of a form while it is typed in: sends what was written, and shows the server's answer in place.
const pauseMilliseconds = 200;
const names = /^(text|query|type|make|model|calibre|serial|numbers-\d+-(text|part|state))$/;

const place = document.getElementById("description");
const status = document.getElementById("description-status");
const form = place.closest("form");
let last = place.childElementCount ? written().toString() : "";
let request;
let pause;

form.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(describe, pauseMilliseconds);
});

// One tap puts a name into the form. Without this script the button sends the form of the page for descriptions.
place.addEventListener("click", (event) => {
  const button = event.target.closest("button[name=take]");
  if (!button) return;
  event.preventDefault();
  for (const [name, value] of new URLSearchParams(button.value)) {
    const field = form.elements[name];
    if (!field) continue;
    field.value = value;
    field.closest("details")?.setAttribute("open", "");
  }
  place.focus({ preventScroll: true });
  describe();
});

function written() {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (names.test(name) && value.trim()) fields.append(name, value);
  }
  return fields;
}

async function describe() {
  const fields = written();
  const text = fields.toString();
  if (text === last) return;
  last = text;
  request?.abort();
  const { signal } = (request = new AbortController());
  fields.append("view", place.dataset.view);
  try {
    const answer = await fetch("/firearms/describe", {
      method: "POST",
      body: fields,
      headers: { "X-CSRF-Token": place.dataset.csrf },
      signal,
    });
    if (answer.ok && !answer.redirected) show(await answer.text());
  } catch {
    // Newer text took its place; or the server cannot be reached, and the next change tries again.
    if (!signal.aborted) last = undefined;
  }
}

function show(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  // What the reader opened or closed stays so.
  for (const old of place.querySelectorAll("details[data-key]")) {
    const fresh = page.querySelector(`details[data-key="${old.dataset.key}"]`);
    if (fresh) fresh.open = old.open;
  }
  place.replaceChildren(...page.body.childNodes);
  const heading = place.querySelector(".description-heading")?.textContent.trim() ?? "";
  if (status.textContent !== heading) status.textContent = heading;
}

describe();
