import { ask } from "./microscope-question.js";
import { colourBytes, differenceColours, gradientStops, greyBytes } from "./microscope-colours.js";
import { Controls } from "./microscope-controls.js";
import { drawOverlay } from "./microscope-overlay.js";
import { Material } from "./microscope-material.js";
import { modes, otherSide, Settings, sides } from "./microscope-state.js";
import { differenceReach, heightRange, sceneOf, shadings } from "./microscope-scene.js";
import { Readout } from "./microscope-readout.js";
import { Renderer } from "./microscope-renderer.js";
import { snapshot } from "./microscope-snapshot.js";
import { StageInput } from "./microscope-input.js";
import { Surface } from "./microscope-tiles.js";
import { Tool } from "./microscope-tools.js";

// The comparison microscope: holds its parts together, and draws when something changed.
const flickerMilliseconds = 600;

class Microscope {
  constructor(place, renderer, data) {
    this.place = place;
    this.renderer = renderer;
    this.data = data;
    this.stage = place.querySelector("#stage");
    this.drawing = place.querySelector("#drawing");
    const surfaces = Object.fromEntries(sides.map((side) => [side, new Surface(data[side], renderer.largestSide)]));
    this.settings = new Settings(surfaces);
    this.lines = [];
    this.flickering = "first";
    this.usualSlopes = {};
    this.palettes = { ...data.colours, grey: undefined };
    for (const name of Object.keys(this.palettes)) {
      this.palettes[name] = name === "grey" ? greyBytes : colourBytes(this.palettes[name]);
    }
    renderer.takeColours(this.palettes[this.settings.colours]);
    this.tool = new Tool(this);
    this.controls = new Controls(place, this);
    this.input = new StageInput(this.stage, this);
    this.material = new Material(data, document.getElementById("material"));
    this.material.changed = () => this.changed();
    this.say = (key, gaps = {}) => Object.entries(gaps).reduce(
      (words, [name, value]) => words.replace(`{${name}}`, value), data.texts[key] ?? key,
    );
    this.readout = new Readout(place, this.settings, this.say);
    new ResizeObserver(() => this.resized()).observe(this.stage);
    renderer.canvas.addEventListener("webglcontextlost", (event) => event.preventDefault());
    renderer.canvas.addEventListener("webglcontextrestored", () => this.restore());
    document.fonts?.ready.then(() => this.changed());
  }

  async open() {
    this.resized();
    this.stage.focus({ preventScroll: true });
    await Promise.all(sides.map((side) => this.settings.surfaces[side].load((finest, coarsest) => {
      this.renderer.take(side, this.settings.surfaces[side], finest, coarsest);
      this.usualSlopes[side] = this.settings.surfaces[side].usualSlope;
      if (sides.every((each) => this.usualSlopes[each] !== undefined)) this.show();
    })));
    // Milliseconds since the page was asked for.
    this.place.dataset.whole = Math.round(performance.now());
    this.changed();
  }

  // Both surfaces can be seen.
  show() {
    this.place.querySelector("#loading").hidden = true;
    this.place.dataset.opened ??= Math.round(performance.now());
    this.isShown = true;
    this.changed();
  }

  // What the engine says of the pair, and of both bullets.
  async compare() {
    this.result = await this.fetched("result.json");
    if (!this.result) return;
    const { signatures } = this.result;
    this.controls.showResult(this.result, this.say);
    if (signatures) this.readout.introduce(signatures);
    this.place.dataset.compared = this.result.method;
    this.changed();
    const bullets = signatures ? await this.fetched("bullets.json") : undefined;
    const current = { first: this.data.first.number, second: this.data.second.number };
    if (bullets) this.readout.showBullets(bullets, current);
  }

  async fetched(part) {
    const answer = await fetch(`${this.data.path}/${part}`, { headers: { Accept: "application/json" } });
    return answer.ok ? answer.json() : undefined;
  }

  // What lies below the pointer.
  point(pixel) {
    if (this.isShown) this.readout.point(pixel);
  }

  resized() {
    const { clientWidth: width, clientHeight: height } = this.stage;
    if (width === 0) return;
    const { settings } = this;
    const stage = { width, height, ratio: Math.min(2, window.devicePixelRatio || 1) };
    if (settings.stage.width <= 1) settings.begin(stage);
    else settings.stage = stage;
    this.changed();
  }

  restore() {
    this.renderer.prepare();
    this.renderer.takeColours(this.palettes[this.settings.colours]);
    for (const side of sides) {
      const surface = this.settings.surfaces[side];
      this.renderer.take(side, surface, surface.finest, surface.levels.length - 1);
    }
    this.changed();
  }

  // Draws at the next frame.
  changed() {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = undefined;
      this.render();
    });
  }

  render() {
    const { settings } = this;
    this.controls.follow(settings, this.result?.cells);
    this.tool.follow();
    if (!this.isShown) return;
    this.renderer.draw(sceneOf(this.settings, this.usualSlopes, this.flickering));
    this.renderOverlay();
    this.readout.follow(this.lines, this.result?.signatures);
    this.place.dataset.drawn = Number(this.place.dataset.drawn ?? 0) + 1;
  }

  overlayContent() {
    const { low, high } = heightRange(this.settings, "first");
    const { mean } = this.settings.surfaces.first;
    return {
      names: { first: this.data.first.number, second: this.data.second.number },
      cells: this.result?.cells, lines: this.lines, notes: this.material.annotations, flickering: this.flickering,
      crosshair: this.hasCrosshair ? this.settings.pane(this.settings.active) : undefined,
      heightColours: gradientStops(this.palettes[this.settings.colours]), differenceColours,
      range: { low: low - mean, high: high - mean }, reach: differenceReach(this.settings),
    };
  }

  renderOverlay() {
    const { width, height, ratio } = this.settings.stage;
    const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.drawing.width !== across || this.drawing.height !== down) {
      this.drawing.width = across;
      this.drawing.height = down;
    }
    drawOverlay(this.drawing.getContext("2d"), this.settings, this.overlayContent());
  }

  set(name, value) {
    const { settings } = this;
    if (name === "mode" && !modes.includes(value)) return;
    settings[name] = value;
    if (name === "colours") this.renderer.takeColours(this.palettes[value]);
    if (name === "mode") this.flicker();
    this.changed();
  }

  flicker() {
    clearInterval(this.clock);
    if (this.settings.mode !== "flicker") return;
    this.clock = setInterval(() => {
      this.flickering = this.flickering === "first" ? "second" : "first";
      this.changed();
    }, flickerMilliseconds);
  }

  activate(side) {
    this.settings.active = side;
    this.changed();
  }

  moveSplit(part) {
    this.settings.split = Math.min(0.98, Math.max(0.02, this.settings.split + part));
    this.changed();
  }

  turnLight(azimuth, elevation) {
    const { settings } = this;
    const light = settings.light(settings.active);
    light.azimuth = (light.azimuth + azimuth + 360) % 360;
    light.elevation = Math.min(85, Math.max(5, light.elevation + elevation));
    this.changed();
  }

  takeTool(name) {
    if (name === "note" && !this.data.mayExamine) return;
    this.tool.cancel();
    this.settings.tool = name;
    this.crosshair(name !== "move");
    this.stage.dataset.tool = name;
    this.changed();
  }

  leaveTool() {
    this.takeTool("move");
  }

  crosshair(isShown) {
    if (this.hasCrosshair === isShown) return;
    this.hasCrosshair = isShown;
    this.changed();
  }

  placeByKey() {
    if (this.settings.tool === "move") return;
    this.crosshair(true);
    this.tool.place();
    this.changed();
  }

  // A line is under way.
  draw(line) {
    if (line.kind === "profile") this.lines = this.lines.filter(({ kind }) => kind !== "profile");
    this.lines.push(line);
    this.changed();
  }

  drawn() {
    this.controls.showLines(this.lines, this.say);
    this.changed();
  }

  remove(line) {
    this.lines = this.lines.filter((each) => each !== line);
    this.controls.showLines(this.lines, this.say);
    this.changed();
  }

  act(name) {
    const { settings } = this;
    const each = (body) => {
      for (const side of settings.moved(settings.active)) body(settings.views[side]);
    };
    switch (name) {
      case "align": if (this.result?.registration) settings.align(this.result.registration); break;
      case "unalign": settings.unalign(); break;
      case "fit": {
        const wasAligned = settings.isAligned;
        settings.fit();
        if (wasAligned) settings.align(this.result.registration);
        break;
      }
      case "zoom-in": each((view) => view.zoom(1.25)); break;
      case "zoom-out": each((view) => view.zoom(0.8)); break;
      case "rotate-left": each((view) => view.turn(-1)); break;
      case "rotate-right": each((view) => view.turn(1)); break;
      case "shading": this.set("shading", shadings[(shadings.indexOf(settings.shading) + 1) % shadings.length]); break;
      case "colours": {
        const names = ["cividis", "viridis", "grey"];
        this.set("colours", names[(names.indexOf(settings.colours) + 1) % names.length]);
        break;
      }
      case "cells-of": this.set("cellsOf", otherSide(settings.cellsOf)); break;
      case "snapshot": this.keepSnapshot(); break;
      case "help": this.place.querySelector("#help").showModal(); break;
      default: return;
    }
    this.changed();
  }

  async ask(heading, label, isRequired) {
    const words = await ask(this.place.querySelector("#ask"), {
      heading: this.say(heading), label: this.say(label), keep: this.say("keep"), isRequired,
    });
    this.stage.focus({ preventScroll: true });
    return words;
  }

  async askNote(side, { x, y }) {
    const words = await this.ask("note", "note-text", true);
    if (!words) return;
    await this.telling(() => this.material.keepNote({ side, x, y, text: words }));
  }

  async keepSnapshot() {
    this.render();
    const picture = await snapshot(this);
    if (!this.data.mayExamine) {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(picture);
      link.download = `${this.data.first.number} ${this.data.second.number}.png`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
      return;
    }
    const words = await this.ask("snapshot", "caption", false);
    if (words === undefined) return;
    await this.telling(() => this.material.keepSnapshot(picture, words, this.settings.summary));
  }

  // Says what the server refused.
  async telling(body) {
    try {
      await body();
      this.place.dataset.kept = Number(this.place.dataset.kept ?? 0) + 1;
    } catch (error) {
      this.readout.tell(this.say("not-kept", { reason: error.message }));
    }
    this.changed();
  }
}

function start() {
  const place = document.getElementById("microscope");
  const canvas = place.querySelector("#surfaces");
  const renderer = typeof DecompressionStream === "undefined" ? undefined : Renderer.on(canvas);
  if (!renderer) return;
  place.hidden = false;
  document.getElementById("plain").hidden = true;
  const microscope = new Microscope(place, renderer, JSON.parse(place.dataset.microscope));
  const failed = () => {
    place.querySelector("#loading").textContent = microscope.say("failed");
    place.querySelector("#loading").hidden = false;
  };
  // The surfaces come first: the engine would take the server's time from them.
  microscope.open().catch(failed).then(() => microscope.compare()).catch(() => {});
}

start();
