// Import: a place to drop a file, and a bar that follows the server's progress.
const drop = document.getElementById("drop");
if (drop) prepareDrop(drop, document.getElementById("file"), document.getElementById("drop-name"));

const progress = document.getElementById("progress");
if (progress) follow(progress);

function prepareDrop(zone, input, name) {
  const tell = () => {
    const file = input.files[0];
    name.textContent = file ? `${file.name} · ${size(file.size)}` : "";
    zone.classList.toggle("drop--filled", Boolean(file));
  };
  for (const kind of ["dragenter", "dragover"]) {
    zone.addEventListener(kind, (event) => {
      event.preventDefault();
      zone.classList.add("drop--over");
    });
  }
  for (const kind of ["dragleave", "drop"]) {
    zone.addEventListener(kind, () => zone.classList.remove("drop--over"));
  }
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length === 0) return;
    input.files = event.dataTransfer.files;
    tell();
  });
  input.addEventListener("change", tell);
}

function size(bytes) {
  const units = ["B", "kB", "MB", "GB"];
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return `${(bytes / 1000 ** step).toFixed(step ? 1 : 0)} ${units[step]}`;
}

async function follow(panel) {
  const bar = document.getElementById("bar");
  const percent = document.getElementById("percent");
  const text = document.getElementById("progress-text");
  let waitMilliseconds = 500;
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, waitMilliseconds));
    try {
      const answer = await fetch(panel.dataset.progress, { headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(String(answer.status));
      const news = await answer.json();
      if (news.state !== "running" && news.state !== "trying") {
        location.reload();
        return;
      }
      bar.value = news.percent;
      percent.textContent = `${news.percent} %`;
      text.textContent = news.text;
      waitMilliseconds = 500;
    } catch {
      // The server may be restarting: the import resumes by itself, and so does the bar.
      waitMilliseconds = Math.min(waitMilliseconds * 2, 10000);
    }
  }
}
