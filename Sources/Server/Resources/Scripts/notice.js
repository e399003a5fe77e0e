// Tells what a notice still misses while it is written: sends the form as it stands, and shows the server's answer in place.
const pauseMilliseconds = 400;

const place = document.getElementById("missing");
const form = document.getElementById("notice-form");
let request;
let pause;

form.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(ask, pauseMilliseconds);
});

async function ask() {
  request?.abort();
  const { signal } = (request = new AbortController());
  try {
    const answer = await fetch("/notices/missing", {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      headers: { "X-CSRF-Token": place.dataset.csrf },
      signal,
    });
    if (answer.ok && !answer.redirected) show(await answer.text());
  } catch {
    // A newer question took its place, or the server cannot be reached: saving tells what is missing all the same.
  }
}

function show(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  place.replaceChildren(...page.body.childNodes);
  const names = new Set([...place.querySelectorAll("a")].map((link) => link.hash.slice(1)));
  for (const mark of form.querySelectorAll(".needed")) {
    const field = mark.closest("label")?.htmlFor ?? mark.closest("fieldset")?.id;
    mark.hidden = !names.has(field);
  }
}
