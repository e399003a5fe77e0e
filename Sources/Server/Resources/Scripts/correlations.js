// Live correlations: moves the bars of the queue and of a list's own job, and fetches the region again when a job has
// come to another state. Without it the pages show what was true when they were loaded.
const region = document.querySelector("[data-correlations]");
const source = new EventSource(region.dataset.correlations);
source.addEventListener("correlation", receive);
// What was there when the stream began has been told; a mark that is told of from now on is new in the queue.
let isReady = false;
source.addEventListener("ready", () => (isReady = true));
const states = new Map();
addEventListener("pagehide", () => source.close());

function receive(event) {
  let news;
  try {
    news = JSON.parse(event.data);
  } catch {
    return;
  }
  const row = document.querySelector(`[data-mark="${CSS.escape(news.mark)}"]`);
  const isNew = isReady && !states.has(news.mark);
  // A list that is filtered does not show every mark that is told of.
  const shown = row ? row.dataset.state : states.get(news.mark) ?? news.state;
  states.set(news.mark, news.state);
  if (isNew || shown !== news.state) {
    renewSoon();
    return;
  }
  if (!row) return;
  const bar = row.querySelector("progress");
  if (bar) bar.value = news.percent;
  const text = row.querySelector("[data-text]");
  if (text) text.textContent = news.text;
  const percent = row.querySelector("[data-percent]");
  if (percent) percent.textContent = `${news.percent} %`;
}

// Many jobs may change together: the region is fetched once for all of them.
const renewMilliseconds = 800;
let timer;
function renewSoon() {
  clearTimeout(timer);
  timer = setTimeout(renew, renewMilliseconds);
}

async function renew() {
  const live = document.querySelector("[data-correlations]");
  // Nobody loses what is being read or written in it.
  if (live.contains(document.activeElement) && document.activeElement.matches("input, select, button")) {
    renewSoon();
    return;
  }
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-correlations]");
    if (fresh) live.replaceWith(document.adoptNode(fresh));
  } catch {
    // The next event, or the reader's own reload, will bring it.
  }
}
