import { Line } from "./microscope-lines.js";

// The tool in the hand: draws profiles and lengths, and places notes.
export class Tool {
  constructor(microscope) {
    this.microscope = microscope;
  }

  get settings() {
    return this.microscope.settings;
  }

  get kind() {
    return this.settings.tool;
  }

  begin(side, pixel) {
    const place = this.settings.place(side, pixel);
    if (this.kind === "note") {
      this.note = { side, place };
      return;
    }
    this.line = new Line(this.kind, side, place, place);
    this.microscope.draw(this.line);
  }

  move(pixel) {
    if (this.line) this.line.to = this.settings.place(this.line.side, pixel);
    if (this.note) this.note.place = this.settings.place(this.note.side, pixel);
  }

  end(pixel) {
    this.move(pixel);
    const { line, note } = this;
    this.line = undefined;
    this.note = undefined;
    if (note) this.microscope.askNote(note.side, note.place);
    if (!line) return;
    // A tap without a way is no line.
    const isShort = line.length * this.settings.views[line.side].scale < 4;
    if (isShort) this.microscope.remove(line);
    else this.microscope.drawn(line);
  }

  cancel() {
    if (this.line) this.microscope.remove(this.line);
    this.line = undefined;
    this.note = undefined;
  }

  // By keys: the first press begins at the cross in the middle of the active pane, the second ends there after the
  // surface was moved below it.
  place() {
    const pixel = this.settings.pane(this.settings.active);
    if (this.line || this.note) {
      this.end(pixel);
      return false;
    }
    this.begin(this.settings.active, pixel);
    if (this.kind !== "note") return true;
    this.end(pixel);
    return false;
  }

  // The line under way follows the cross.
  follow() {
    if (this.line) this.move(this.settings.pane(this.settings.active));
  }
}
