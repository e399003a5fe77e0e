// Uploads of scans: several files, dropped or chosen, in pieces by the tus protocol 1.0.0. An upload that was cut off goes
// on where it ended, also after the page was left: what is needed for that is kept in the browser until it is done.
import { renew, watch } from "./marks.js";

const form = document.getElementById("upload");
const input = document.getElementById("file");
const zone = document.getElementById("drop");
const list = document.getElementById("upload-list");
const words = form.dataset;
const pieceBytes = 1 << 20;
const longestPauseMilliseconds = 15000;
const store = `cartouche-uploads:${words.mark ?? words.exhibit}`;

input.multiple = true;
input.required = false;
document.getElementById("upload-send").hidden = true;
for (const kind of ["dragenter", "dragover"]) {
  zone.addEventListener(kind, (event) => {
    event.preventDefault();
    zone.classList.add("drop--over");
  });
}
for (const kind of ["dragleave", "drop"]) zone.addEventListener(kind, () => zone.classList.remove("drop--over"));
zone.addEventListener("drop", (event) => {
  event.preventDefault();
  take(event.dataTransfer.files);
});
input.addEventListener("change", () => {
  take(input.files);
  input.value = "";
});

// Files are sent one after the other: a connection is shared by all, and the first is done sooner.
let queue = Promise.resolve();

function take(files) {
  for (const file of files) {
    const row = new Row(file.name);
    queue = queue.then(() => send(file, row));
  }
}

async function send(file, row) {
  let pause = 500;
  let path = remembered(file);
  for (;;) {
    try {
      let offset = path ? await arrived(path) : null;
      if (offset === null) {
        path = await begin(file);
        remember(file, path);
        offset = 0;
      }
      // An upload whose every byte arrived before the answer was lost ends with an empty piece.
      do {
        row.show(words.sending, offset / file.size);
        const answer = await request("PATCH", path, {
          "Upload-Offset": String(offset), "Content-Type": "application/offset+octet-stream",
        }, file.slice(offset, offset + pieceBytes));
        if (answer.status === 409 && answer.headers.get("Content-Type")?.includes("problem")) {
          const problem = await answer.json();
          if (problem.errors?.[0]?.code !== "wrong-offset") throw new Refusal(problem);
          offset = await arrived(path) ?? 0;
          continue;
        }
        if (!answer.ok) throw await failure(answer);
        offset = Number(answer.headers.get("Upload-Offset"));
        pause = 500;
      } while (offset < file.size);
      forget(file);
      row.done(words.sent);
      await renew(words.watch);
      watch(words.watch);
      return;
    } catch (error) {
      if (error instanceof Refusal) {
        forget(file);
        row.fail(error.message || words.failed);
        return;
      }
      // The connection or the server is away for a while.
      row.show(words.paused, null);
      await row.wait(pause);
      pause = Math.min(pause * 2, longestPauseMilliseconds);
    }
  }
}

class Refusal extends Error {
  constructor(problem) {
    const errors = (problem.errors ?? []).map((error) => error.message ?? error.code).join(" · ");
    super(errors || problem.detail || problem.title || "");
  }
}

async function failure(answer) {
  if (answer.status >= 500) return new Error(String(answer.status));
  return new Refusal(await answer.json().catch(() => ({})));
}

async function begin(file) {
  const label = document.getElementById("upload-label")?.value.trim() || file.name.replace(/\.[^.]+$/, "");
  const target = words.mark
    ? { mark: words.mark }
    : { exhibit: words.exhibit, kind: document.getElementById("upload-kind").value, label };
  const scale = {};
  for (const [name, id] of [["pitch", "upload-pitch"], ["heightUnit", "upload-unit"]]) {
    const value = document.getElementById(id).value.trim();
    if (value) scale[name] = value;
  }
  const metadata = Object.entries({ ...target, ...scale, filename: file.name })
    .map(([name, value]) => `${name} ${encoded(value)}`).join(",");
  const answer = await request("POST", "/uploads", {
    "Upload-Length": String(file.size), "Upload-Metadata": metadata,
  });
  if (!answer.ok) throw await failure(answer);
  return answer.headers.get("Location");
}

// How many bytes of an upload have arrived; null where it has ended or was given up.
async function arrived(path) {
  const answer = await request("HEAD", path, {});
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(String(answer.status));
  return Number(answer.headers.get("Upload-Offset"));
}

function request(method, path, headers, body) {
  return fetch(path, {
    method, body,
    headers: { Accept: "application/json", "Tus-Resumable": "1.0.0", "X-CSRF-Token": words.csrf, ...headers },
  });
}

function encoded(text) {
  return btoa(String.fromCodePoint(...new TextEncoder().encode(text)));
}

const key = (file) => `${file.name}:${file.size}:${file.lastModified}`;
const kept = () => JSON.parse(localStorage.getItem(store) ?? "{}");
const remembered = (file) => kept()[key(file)] ?? null;
const remember = (file, path) => localStorage.setItem(store, JSON.stringify({ ...kept(), [key(file)]: path }));
function forget(file) {
  const rest = kept();
  delete rest[key(file)];
  localStorage.setItem(store, JSON.stringify(rest));
}

// A file in the list with its progress.
class Row {
  #bar = document.createElement("progress");
  #text = document.createElement("span");
  #item = document.createElement("li");

  constructor(name) {
    const title = document.createElement("span");
    title.className = "upload-name";
    title.textContent = name;
    this.#bar.max = 1;
    this.#bar.value = 0;
    this.#item.append(title, this.#bar, this.#text);
    list.append(this.#item);
  }

  show(text, part) {
    if (part !== null) this.#bar.value = part;
    this.#text.textContent = part === null ? text : `${text} ${Math.floor(part * 100)} %`;
  }

  done(text) {
    this.#bar.value = 1;
    this.#text.textContent = text;
    this.#item.className = "upload-done";
  }

  fail(text) {
    this.#bar.hidden = true;
    this.#text.textContent = text;
    this.#item.className = "upload-failed";
  }

  // Waits, or goes on at once when asked to.
  async wait(milliseconds) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button--small";
    button.textContent = words.resume;
    this.#item.append(button);
    await new Promise((resolve) => {
      button.addEventListener("click", resolve);
      setTimeout(resolve, milliseconds);
    });
    button.remove();
  }
}
