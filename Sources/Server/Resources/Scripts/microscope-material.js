// Notes and snapshots: kept on the server, listed on the page.
export class Material {
  constructor(data, place) {
    this.data = data;
    this.place = place;
    this.annotations = data.material.annotations;
    this.snapshots = data.material.snapshots;
    place.addEventListener("submit", (event) => this.withdraw(event));
  }

  // Sends a change; the server answers with all that is kept now.
  async send(part, body) {
    const answer = await fetch(`${this.data.path}/${part}`, {
      method: "POST", body, headers: { Accept: "application/json", "X-CSRF-Token": this.data.forgerySecret },
    });
    if (!answer.ok) {
      const problem = await answer.json().catch(() => ({}));
      throw new Error(problem.detail || problem.title || `${answer.status}`);
    }
    const kept = await answer.json();
    this.annotations = kept.annotations;
    this.snapshots = kept.snapshots;
    this.list();
  }

  keepNote({ side, x, y, text }) {
    return this.send("annotations", new URLSearchParams({ side, x: x.toFixed(2), y: y.toFixed(2), text }));
  }

  keepSnapshot(picture, caption, settings) {
    const form = new FormData();
    // The secret comes first: the server reads nothing before it.
    form.append("csrf", this.data.forgerySecret);
    form.append("caption", caption);
    form.append("settings", JSON.stringify(settings));
    form.append("file", picture, "snapshot.png");
    return this.send("snapshots", form);
  }

  async withdraw(event) {
    const id = event.target.elements.id?.value;
    if (!id) return;
    event.preventDefault();
    await this.send("withdraw", new URLSearchParams({ id }));
    this.changed?.();
  }

  list() {
    const pictures = this.place.querySelector("#snapshots");
    const notes = this.place.querySelector("#notes");
    pictures.replaceChildren(...this.snapshots.map((shot) => this.item(shot.id, shot.caption || shot.createdAt, shot.path)));
    notes.replaceChildren(...this.annotations.map((note) => {
      const number = this.data[note.side].number;
      return this.item(note.id, `${number}: ${note.text}`);
    }));
  }

  item(id, words, path) {
    const line = document.createElement("li");
    line.dataset.id = id;
    if (path) {
      const link = document.createElement("a");
      link.href = path;
      const picture = document.createElement("img");
      picture.src = path;
      picture.alt = words;
      link.append(picture);
      line.append(link);
    }
    const text = document.createElement("p");
    text.textContent = words;
    const form = document.createElement("form");
    form.method = "post";
    form.action = `${this.data.path}/withdraw`;
    for (const [name, value] of [["csrf", this.data.forgerySecret], ["id", id]]) {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name, value });
      form.append(field);
    }
    const button = document.createElement("button");
    button.className = "button button--small";
    button.textContent = this.data.texts.withdraw;
    form.append(button);
    line.append(text, form);
    return line;
  }
}
