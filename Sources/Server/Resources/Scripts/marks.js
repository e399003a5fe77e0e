// While a scan is being prepared, the part of the page that shows it is fetched again until it is done.
const pauseMilliseconds = 1000;

export async function watch(id) {
  for (;;) {
    const part = document.getElementById(id);
    if (!part || part.dataset.waiting !== "true") return;
    await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
    await renew(id);
  }
}

// Puts the part of an identifier as the server shows it now in the place of the one that is shown.
export async function renew(id) {
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById(id);
    const shown = document.getElementById(id);
    if (fresh && shown && !shown.contains(document.activeElement)) shown.replaceWith(document.adoptNode(fresh));
  } catch {
    // The next look will bring it.
  }
}

for (const part of document.querySelectorAll("[data-waiting=true]")) watch(part.id);
