import { View } from "./microscope-view.js";

export const modes = ["beside", "split", "overlay", "difference", "flicker"];
export const sides = ["first", "second"];
export const otherSide = (side) => (side === "first" ? "second" : "first");

// Names stand above the surfaces and scales below.
const margin = 0.9;

// How the microscope is set: what is shown and how. Whoever changes it calls `changed`.
export class Settings {
  constructor(surfaces) {
    this.surfaces = surfaces;
    this.views = { first: new View(), second: new View() };
    this.mode = "beside";
    this.isLocked = true;
    this.active = "first";
    // Where the split line is, a part of the stage, and whether it runs from left to right.
    this.split = 0.5;
    this.isLevelled = false;
    this.opacity = 0.5;
    this.shading = "relief";
    this.colours = "cividis";
    // How much stronger slopes are shown than usual, as a power of two.
    this.exaggeration = 0;
    this.lights = { first: { azimuth: 315, elevation: 45 }, second: { azimuth: 315, elevation: 45 } };
    this.isLightShared = true;
    this.hasCells = false;
    // Whose cells are drawn; those that agree also where they were found on the other surface.
    this.cellsOf = "first";
    this.tool = "move";
    this.isAligned = false;
    this.stage = { width: 1, height: 1, ratio: 1 };
  }

  // The stage has a size for the first time.
  begin(stage) {
    this.stage = stage;
    this.isLevelled = this.isStacked;
    this.fit();
  }

  // Whether both surfaces have a pane of their own; else they lie on each other.
  get isBeside() {
    return this.mode === "beside";
  }

  // Whether panes lie one above the other: on a phone, and for lands, whose striae then go on from pane to pane.
  get isStacked() {
    const { width, height } = this.stage;
    const { first, second } = this.surfaces;
    const [across, down] = [Math.max(first.width, second.width), Math.max(first.height, second.height)];
    return Math.min(width / across, height / 2 / down) > Math.min(width / 2 / across, height / down);
  }

  get isDivided() {
    return this.mode === "beside" || this.mode === "split";
  }

  // Whether the line between the surfaces runs from left to right.
  get boundaryIsLevelled() {
    return this.isBeside ? this.isStacked : this.isLevelled;
  }

  // Where that line is, pixels.
  get boundary() {
    const length = this.boundaryIsLevelled ? this.stage.height : this.stage.width;
    return length * (this.isBeside ? 0.5 : this.split);
  }

  // The rectangle a surface may be seen in.
  area(side) {
    const { width, height } = this.stage;
    const whole = { left: 0, top: 0, width, height };
    if (!this.isDivided) return whole;
    const { boundary } = this;
    if (this.boundaryIsLevelled) {
      return side === "first" ? { ...whole, height: boundary } : { ...whole, top: boundary, height: height - boundary };
    }
    return side === "first" ? { ...whole, width: boundary } : { ...whole, left: boundary, width: width - boundary };
  }

  // The middle of the pane, about which its view turns.
  pane(side) {
    const { left, top, width, height } = this.isBeside
      ? this.area(side) : { left: 0, top: 0, ...this.stage };
    return { x: left + width / 2, y: top + height / 2 };
  }

  // The surface that is seen at a pixel.
  sideAt({ x, y }) {
    if (!this.isDivided) return this.active;
    return (this.boundaryIsLevelled ? y : x) < this.boundary ? "first" : "second";
  }

  // The sides that a gesture moves.
  moved(side) {
    return this.isLocked ? sides : [side];
  }

  light(side) {
    return this.lights[this.isLightShared ? "first" : side];
  }

  place(side, pixel) {
    const pane = this.pane(side);
    return this.views[side].place({ x: pixel.x - pane.x, y: pixel.y - pane.y });
  }

  pixel(side, place) {
    const pane = this.pane(side);
    const { x, y } = this.views[side].pixel(place);
    return { x: x + pane.x, y: y + pane.y };
  }

  // The ends of a line on a surface: on the other one than it was drawn on, where they lie now.
  endsOn(line, side) {
    if (line.side === side) return [line.from, line.to];
    return [line.from, line.to].map((place) => this.views[side].place(this.views[line.side].pixel(place)));
  }

  // Shows both surfaces whole, upright, at one scale.
  fit() {
    const area = this.isBeside ? this.area("first") : { width: this.stage.width, height: this.stage.height };
    const scales = sides.map((side) => {
      const { width, height } = this.surfaces[side];
      return Math.min(area.width / width, area.height / height);
    });
    for (const side of sides) {
      const { width, height } = this.surfaces[side];
      this.views[side] = new View(width / 2, height / 2, margin * Math.min(...scales), 0);
    }
    this.isAligned = false;
  }

  // Lays the second surface on the first.
  align(registration) {
    this.views.second = this.views.first.laying(registration);
    this.isAligned = true;
  }

  // Shows the second surface upright again, its middle where the first one's is.
  unalign() {
    const { first } = this.views;
    const own = this.surfaces.second;
    const other = this.surfaces.first;
    this.views.second = new View(
      first.x - other.width / 2 + own.width / 2, first.y - other.height / 2 + own.height / 2, first.scale, first.rotation,
    );
    this.isAligned = false;
  }

  // What an examiner needs to see a snapshot again.
  get summary() {
    const { mode, views, shading, colours, exaggeration, isLightShared, opacity, split, isLevelled, isAligned } = this;
    const lights = isLightShared ? { both: this.lights.first } : this.lights;
    return { mode, views, shading, colours, exaggeration, lights, opacity, split, isLevelled, isAligned };
  }
}
