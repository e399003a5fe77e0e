import { lengthText, round } from "./microscope-view.js";
import { sides } from "./microscope-state.js";
import { sideColours } from "./microscope-colours.js";

// Lines drawn on the stage: profiles along both surfaces, and lengths.

// A line between two places of one surface.
export class Line {
  constructor(kind, side, from, to) {
    this.kind = kind;
    this.side = side;
    this.from = from;
    this.to = to;
  }

  get length() {
    return Math.hypot(this.to.x - this.from.x, this.to.y - this.from.y);
  }
}

// Heights along a line on both surfaces, micrometres, at equal distances.
export function profiles(settings, line) {
  const heights = {};
  const pitch = Math.min(settings.surfaces.first.pitchX, settings.surfaces.second.pitchX);
  const count = Math.max(2, Math.min(4000, Math.round(line.length / pitch) + 1));
  for (const side of sides) {
    const [from, to] = settings.endsOn(line, side);
    heights[side] = Array.from({ length: count }, (_, index) => {
      const part = index / (count - 1);
      const place = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
      return settings.surfaces[side].heightAt(place);
    });
  }
  return { heights, step: line.length / (count - 1) };
}

// Pearson's correlation of two lists where both have a value; undefined with fewer than ten.
export function correlation(one, other) {
  let [count, a, b, aa, bb, ab] = [0, 0, 0, 0, 0, 0];
  one.forEach((height, index) => {
    const second = other[index];
    if (height === undefined || second === undefined) return;
    count += 1;
    a += height;
    b += second;
    aa += height * height;
    bb += second * second;
    ab += height * second;
  });
  const [left, right] = [aa - (a * a) / count, bb - (b * b) / count];
  return count < 10 || left <= 0 || right <= 0 ? undefined : (ab - (a * b) / count) / Math.sqrt(left * right);
}

// What a length says in the list: the distance, and the step in height between its ends.
export function measured(settings, line) {
  const [low, high] = [line.from, line.to].map((place) => settings.surfaces[line.side].heightAt(place));
  const angle = (Math.atan2(line.to.y - line.from.y, line.to.x - line.from.x) * 180) / Math.PI;
  const rise = low === undefined || high === undefined ? "" : `, Δz ${round(high - low, 3)} µm`;
  return `${line.side === "first" ? "A" : "B"}: ${lengthText(line.length)}, ${round(angle, 1)}°${rise}`;
}

// The profile of a line as two curves about their own means.
export function profileCurves(settings, line) {
  const { heights, step } = profiles(settings, line);
  return sides.map((side) => {
    const there = heights[side].filter((height) => height !== undefined);
    const mean = there.reduce((sum, height) => sum + height, 0) / Math.max(1, there.length);
    return {
      start: 0, step, colour: sideColours[side],
      heights: heights[side].map((height) => (height === undefined ? undefined : height - mean)),
    };
  });
}
