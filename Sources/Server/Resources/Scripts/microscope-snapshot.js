import { sideColours } from "./microscope-colours.js";

// The stage as one picture, with a line below that says what it shows.
const footer = 30;

export function snapshot(microscope) {
  const { settings, renderer, drawing, data } = microscope;
  const { ratio } = settings.stage;
  const canvas = document.createElement("canvas");
  canvas.width = renderer.canvas.width;
  canvas.height = renderer.canvas.height + Math.round(footer * ratio);
  const context = canvas.getContext("2d");
  context.fillStyle = "#0c0f13";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(renderer.canvas, 0, 0);
  context.drawImage(drawing, 0, 0);
  context.scale(ratio, ratio);
  context.font = '12px system-ui, "Noto Sans", sans-serif';
  context.textBaseline = "middle";
  const middle = settings.stage.height + footer / 2;
  let x = 14;
  for (const [words, colour] of [
    [`A ${data.first.number}`, sideColours.first], [`B ${data.second.number}`, sideColours.second],
    [microscope.say(`mode.${settings.mode}`), "#aeb9c6"], [lightText(settings), "#aeb9c6"],
    [settings.isAligned ? microscope.say("aligned") : "", "#aeb9c6"], [new Date().toISOString().slice(0, 19) + "Z", "#aeb9c6"],
  ]) {
    if (!words) continue;
    context.fillStyle = colour;
    context.fillText(words, x, middle);
    x += context.measureText(words).width + 18;
  }
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

function lightText(settings) {
  const one = settings.light("first");
  const other = settings.light("second");
  const words = ({ azimuth, elevation }) => `☀ ${azimuth}° / ${elevation}°`;
  return one.azimuth === other.azimuth && one.elevation === other.elevation
    ? words(one) : `A ${words(one)}  B ${words(other)}`;
}
