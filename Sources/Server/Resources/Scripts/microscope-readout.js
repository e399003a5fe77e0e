import { agreement } from "./microscope-statistics.js";
import { bulletTable, drawSignatures } from "./microscope-signatures.js";
import { correlation, profileCurves } from "./microscope-lines.js";
import { drawChart } from "./microscope-chart.js";
import { round } from "./microscope-view.js";
import { sides } from "./microscope-state.js";

// What is told below the stage: the place under the pointer, how well the surfaces agree, profile, signatures, bullets.
const pauseMilliseconds = 120;

export class Readout {
  constructor(place, settings, say) {
    this.place = place;
    this.settings = settings;
    this.say = say;
  }

  find(selector) {
    return this.place.querySelector(selector);
  }

  // Follows a drawn frame; what takes long waits until nothing moves.
  follow(lines, signatures) {
    const { surfaces } = this.settings;
    const level = Math.max(...sides.map((side) => surfaces[side].finest));
    const isWhole = sides.every((side) => surfaces[side].isWhole);
    this.find("#status-level").textContent = isWhole ? this.say("whole") : this.say("level", { factor: `${2 ** level}` });
    this.showProfile(lines.find(({ kind }) => kind === "profile"));
    if (signatures) drawSignatures(this.find("#signatures-chart"), signatures);
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.tellAgreement(), pauseMilliseconds);
  }

  showProfile(line) {
    this.find("#profile").hidden = !line;
    if (!line) return;
    const curves = profileCurves(this.settings, line);
    const found = correlation(curves[0].heights, curves[1].heights);
    this.find("#profile-text").textContent = this.say("profile", {
      length: round(line.length, 1), correlation: found === undefined ? "–" : found.toFixed(2),
    });
    this.place.dataset.profile = found === undefined ? "" : found.toFixed(4);
    drawChart(this.find("#profile-chart"), curves);
  }

  // How well the surfaces agree as they lie on each other now, whether or not they are shown so.
  tellAgreement() {
    const found = agreement(this.settings);
    const words = found ? this.say("agreement", {
      correlation: found.correlation.toFixed(2), difference: round(found.difference, 2),
      share: `${Math.round(found.share * 100)}`,
    }) : "";
    const line = this.find("#status-agreement");
    if (line.textContent !== words) line.textContent = words;
    this.place.dataset.correlation = found ? found.correlation.toFixed(4) : "";
    this.place.dataset.difference = found ? found.difference.toFixed(4) : "";
  }

  // What lies below the pointer.
  point(pixel) {
    const { settings } = this;
    const shown = !pixel ? [] : settings.isDivided ? [settings.sideAt(pixel)] : sides;
    this.tell(shown.map((side) => {
      const { x, y } = settings.place(side, pixel);
      const height = settings.surfaces[side].heightAt({ x, y });
      const name = side === "first" ? "A" : "B";
      const rise = height === undefined ? "–" : `${round(height, 3)} µm`;
      return `${name}  x ${round(x, 1)}  y ${round(y, 1)}  z ${rise}`;
    }).join("    "));
  }

  tell(words) {
    this.find("#status-place").textContent = words;
  }

  introduce(signatures) {
    this.find("#signatures").hidden = false;
    this.find("#signatures-text").textContent = this.say("signatures", {
      correlation: signatures.correlation.toFixed(2), matches: `${signatures.matches}`,
      segments: `${signatures.congruentSegments}`,
    });
  }

  showBullets(found, current) {
    const path = (one, other) => `/comparisons/${encodeURIComponent(one)}/${encodeURIComponent(other)}`;
    const area = this.find("#bullets");
    area.hidden = false;
    area.replaceChildren(bulletTable(found, current, { path, say: this.say }));
  }
}
