// Counts the clocks of a page down, in the words the server used: 8 min, 1 h 05 min, 2 d 3 h.
const tickMilliseconds = 5000;

function duration(milliseconds) {
  const minutes = Math.floor(Math.abs(milliseconds) / 60000);
  if (minutes < 1) return "< 1 min";
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 1440) {
    const rest = minutes % 60;
    return `${Math.floor(minutes / 60)} h${rest ? ` ${String(rest).padStart(2, "0")} min` : ""}`;
  }
  const hours = Math.floor((minutes % 1440) / 60);
  return `${Math.floor(minutes / 1440)} d${hours ? ` ${hours} h` : ""}`;
}

function tick() {
  const now = Date.now();
  for (const clock of document.querySelectorAll("[data-due]")) {
    const left = Date.parse(clock.dataset.due) - now;
    if (Number.isNaN(left)) continue;
    const pattern = left < 0 ? clock.dataset.over : clock.dataset.left;
    const text = pattern.replace("{time}", duration(left));
    const shown = clock.querySelector(".clock-text");
    if (shown.textContent !== text) shown.textContent = text;
    if (left < 0) {
      clock.classList.remove("clock--urgent", "clock--routine");
      clock.classList.add("clock--overdue");
    } else if (left < 600000) {
      clock.classList.replace("clock--routine", "clock--urgent");
    }
  }
}

tick();
setInterval(tick, tickMilliseconds);
document.addEventListener("renewed", tick);
