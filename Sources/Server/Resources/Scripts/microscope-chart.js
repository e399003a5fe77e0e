import { round } from "./microscope-view.js";

// Draws curves over a common axis in micrometres, below `top` pixels that stay free. Each curve: `start`, `step`,
// `heights`, `colour`. Tells where positions lie.
export function drawChart(canvas, curves, { ticks = [], cursor, top = 0 } = {}) {
  const ratio = Math.min(2, window.devicePixelRatio || 1);
  const { clientWidth: width, clientHeight: height } = canvas;
  if (width === 0) return undefined;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const context = canvas.getContext("2d");
  context.scale(ratio, ratio);
  const heights = curves.flatMap(({ heights: all }) => all.filter((height) => height !== undefined && height !== null));
  if (heights.length < 2) return undefined;
  const [low, high] = [Math.min(...bounds(heights, Math.min)), Math.max(...bounds(heights, Math.max))];
  const starts = curves.map(({ start }) => start);
  const ends = curves.map(({ start, step, heights: all }) => start + step * (all.length - 1));
  const [from, to] = [Math.min(...starts), Math.max(...ends)];
  const box = { left: 56, right: width - 12, top: top + 10, bottom: height - 24 };
  const x = (position) => box.left + ((position - from) / (to - from || 1)) * (box.right - box.left);
  const y = (value) => box.bottom - ((value - low) / (high - low || 1)) * (box.bottom - box.top);
  context.font = '11px system-ui, "Noto Sans", sans-serif';
  context.fillStyle = "#93a1b3";
  context.strokeStyle = "rgb(255 255 255 / 9%)";
  context.lineWidth = 1;
  context.textBaseline = "middle";
  context.textAlign = "right";
  for (const value of evenSteps(low, high, 4)) {
    context.beginPath();
    context.moveTo(box.left, y(value));
    context.lineTo(box.right, y(value));
    context.stroke();
    context.fillText(`${round(value, 3)}`, box.left - 6, y(value));
  }
  context.textAlign = "center";
  context.textBaseline = "top";
  for (const position of evenSteps(from, to, Math.max(3, width / 110))) {
    context.beginPath();
    context.moveTo(x(position), box.bottom);
    context.lineTo(x(position), box.bottom + 4);
    context.stroke();
    context.fillText(`${round(position, 2)}`, x(position), box.bottom + 7);
  }
  context.textAlign = "left";
  context.fillText("µm", 6, box.bottom + 7);
  context.strokeStyle = "rgb(47 211 155 / 45%)";
  for (const position of ticks) {
    context.beginPath();
    context.moveTo(x(position), box.top);
    context.lineTo(x(position), box.bottom);
    context.stroke();
  }
  context.lineWidth = 1.6;
  for (const curve of curves) {
    context.strokeStyle = curve.colour;
    context.beginPath();
    let isDown = false;
    curve.heights.forEach((value, index) => {
      const isThere = value !== undefined && value !== null;
      if (isThere) {
        const [px, py] = [x(curve.start + index * curve.step), y(value)];
        if (isDown) context.lineTo(px, py);
        else context.moveTo(px, py);
      }
      isDown = isThere;
    });
    context.stroke();
  }
  if (cursor !== undefined) {
    context.strokeStyle = "rgb(255 255 255 / 55%)";
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(x(cursor), box.top);
    context.lineTo(x(cursor), box.bottom);
    context.stroke();
  }
  return { context, ratio, position: (pixel) => from + ((pixel - box.left) / (box.right - box.left)) * (to - from), from, to };
}

// In pieces: a list may be too long for one call.
function bounds(values, choose) {
  const found = [];
  for (let start = 0; start < values.length; start += 10000) found.push(choose(...values.slice(start, start + 10000)));
  return found;
}

function evenSteps(low, high, most) {
  const rough = (high - low) / most;
  if (!(rough > 0)) return [];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough);
  const steps = [];
  for (let value = Math.ceil(low / step) * step; value <= high + step * 1e-6; value += step) steps.push(value);
  return steps;
}
