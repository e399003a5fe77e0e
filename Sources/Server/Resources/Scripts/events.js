// Live news: keeps the bell's number right, tells of new hits and links, and renews lists that are open.
// An event's data is JSON: {"waiting": 3, "text": "…", "path": "/hits/…"}; the text is left out of silent news.
const bell = document.getElementById("bell");
const bellText = document.getElementById("bell-text");
const toasts = document.getElementById("toasts");
const shownMilliseconds = 12000;

const source = new EventSource("/events");
for (const kind of ["waiting", "hit", "link"]) source.addEventListener(kind, receive);
addEventListener("pagehide", () => source.close());

// The count comes first whenever the stream begins. What happened while there was none is on the server's page alone.
let hasBegun = false;

function receive(event) {
  let news;
  try {
    news = JSON.parse(event.data);
  } catch {
    return;
  }
  const isFirst = event.type === "waiting" && !hasBegun;
  hasBegun = true;
  if (Number.isInteger(news.waiting)) ring(news.waiting);
  if (news.text) tell(news);
  if (!isFirst) renew();
}

function ring(waiting) {
  // Who has nothing to wait for has no bell.
  if (!bell) return;
  bell.classList.toggle("bell--ringing", waiting > 0);
  bell.querySelector(".bell-count").textContent = waiting;
  bellText.textContent = bell.dataset.label.replace("{count}", waiting);
}

function tell({ text, path }) {
  const toast = document.createElement("div");
  toast.className = "toast";
  const words = document.createElement("p");
  words.textContent = text;
  toast.append(words);
  // Only addresses of this site are followed.
  if (typeof path === "string" && /^\/(?!\/)/.test(path)) {
    const link = document.createElement("a");
    link.href = path;
    link.textContent = toasts.dataset.open;
    toast.append(link);
  }
  const close = document.createElement("button");
  close.type = "button";
  close.setAttribute("aria-label", toasts.dataset.close);
  close.textContent = "×";
  close.addEventListener("click", () => toast.remove());
  toast.append(close);
  toasts.append(toast);
  while (toasts.children.length > 4) toasts.firstElementChild.remove();
  setTimeout(() => {
    if (!toast.matches(":hover, :focus-within")) toast.remove();
  }, shownMilliseconds);
}

// A page that shows a changing list marks it with data-live; the list is fetched again as the page would show it now.
let isRenewing = false;
async function renew() {
  const live = document.querySelector("[data-live]");
  // Nobody loses what is being read or written in it.
  if (!live || isRenewing || live.contains(document.activeElement) || live.querySelector("details[open]")) return;
  isRenewing = true;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById(live.id);
    if (fresh) live.replaceWith(document.adoptNode(fresh));
    document.dispatchEvent(new Event("renewed"));
  } catch {
    // The next event, or the reader's own reload, will bring it.
  } finally {
    isRenewing = false;
  }
}
