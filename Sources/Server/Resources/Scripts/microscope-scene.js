import { sides } from "./microscope-state.js";

// What the renderer draws, from the settings.
export const shadings = ["relief", "coloured", "height"];
const modeNumbers = { beside: 0, split: 0, overlay: 3, difference: 4 };
// Slopes as steep as usual are shown this steep.
const shownSlope = 0.4;

// `usualSlopes` of both surfaces; `flickering` is the side that flicker shows now.
export function sceneOf(settings, usualSlopes, flickering) {
  // One factor for both: a mark must not look deeper than the other because it is smoother.
  const usual = Math.max(...sides.map((side) => usualSlopes[side] ?? 0));
  const exaggeration = (usual > 0 ? shownSlope / usual : 1) * 2 ** settings.exaggeration;
  const side = (name) => ({
    view: settings.views[name], surface: settings.surfaces[name], pane: settings.pane(name),
    light: settings.light(name), exaggeration, range: heightRange(settings, name),
  });
  const flickerNumber = flickering === "first" ? 1 : 2;
  return {
    stage: settings.stage, mode: modeNumbers[settings.mode] ?? flickerNumber,
    shading: shadings.indexOf(settings.shading), boundary: settings.boundary,
    isLevelled: settings.boundaryIsLevelled, opacity: settings.opacity, reach: differenceReach(settings),
    first: side("first"), second: side("second"),
  };
}

// Heights at the ends of the colours: both surfaces about their own mean, over the same range.
export function heightRange(settings, side) {
  const half = Math.max(1e-6, ...sides.flatMap((each) => {
    const { mean, low, high } = settings.surfaces[each];
    return [mean - low, high - mean];
  }));
  const { mean } = settings.surfaces[side];
  return { low: mean - half, high: mean + half };
}

// The difference at the end of the colours: twice the deviation of the rougher surface.
export function differenceReach(settings) {
  return Math.max(1e-6, 2 * Math.max(...sides.map((side) => settings.surfaces[side].deviation)));
}
