import { drawChart } from "./microscope-chart.js";
import { sideColours } from "./microscope-colours.js";

// Two signatures under one another: lit strips as on the stage of a comparison microscope, and their heights.
const stripHeight = 56;

export function drawSignatures(canvas, found) {
  const width = canvas.clientWidth;
  const curves = ["first", "second"].map((side) => ({
    start: found[side].start, step: found[side].pitch, heights: found[side].heights, colour: sideColours[side],
  }));
  const ticks = found.pairs.map(([first]) => found.first.striae[first]).filter((place) => place !== undefined);
  const axis = drawChart(canvas, curves, { ticks, top: 2 * stripHeight });
  if (!axis) return;
  const { context, ratio } = axis;
  const [left, right] = [56, width - 12];
  for (const [index, side] of ["first", "second"].entries()) {
    drawStrip(context, found[side], axis, { left, right, top: index * stripHeight, height: stripHeight }, ratio);
    context.fillStyle = sideColours[side];
    context.font = '600 12px system-ui, "Noto Sans", sans-serif';
    context.textAlign = "right";
    context.textBaseline = "middle";
    context.fillText(side === "first" ? "A" : "B", left - 8, (index + 0.5) * stripHeight);
  }
  context.fillStyle = "rgb(255 255 255 / 70%)";
  context.fillRect(left, stripHeight - 0.5, right - left, 1);
}

// Every column as bright as the slope at its position is steep towards the light on the left.
function drawStrip(context, line, axis, { left, right, top, height }, ratio) {
  const there = line.heights.filter((value) => value !== null);
  const slopes = [];
  for (let index = 1; index < there.length; index += 1) slopes.push(Math.abs(there[index] - there[index - 1]));
  slopes.sort((one, other) => one - other);
  const usual = slopes[Math.floor(slopes.length * 0.8)] || 1;
  for (let x = left; x < right; x += 1 / ratio) {
    const position = axis.position(x);
    const index = Math.round((position - line.start) / line.pitch);
    const [before, after] = [line.heights[index - 1], line.heights[index + 1]];
    const isThere = before !== undefined && before !== null && after !== undefined && after !== null;
    const slope = isThere ? (after - before) / (2 * usual) : 0;
    const level = Math.round(255 * Math.max(0.04, Math.min(1, 0.5 + 0.34 * slope)));
    context.fillStyle = isThere ? `rgb(${level} ${level} ${Math.round(level * 0.95)})` : "rgb(24 29 36)";
    context.fillRect(x, top, 1 / ratio + 0.05, height);
  }
}

// All lands of both bullets: how well each pair agrees, and the phase in which they fit.
export function bulletTable(found, current, { path, say }) {
  const table = document.createElement("table");
  table.className = "scope-table";
  const caption = table.createCaption();
  caption.textContent = say("bullets", {
    score: found.score.toFixed(2), difference: found.difference.toFixed(2), offset: `${found.best}`,
  });
  const head = table.createTHead().insertRow();
  const corner = document.createElement("td");
  corner.textContent = "A \\ B";
  head.append(corner);
  const short = (number) => number.slice(number.lastIndexOf(".") + 1);
  for (const number of found.second) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.textContent = short(number);
    head.append(cell);
  }
  const body = table.createTBody();
  found.first.forEach((number, first) => {
    const row = body.insertRow();
    const name = document.createElement("th");
    name.scope = "row";
    name.textContent = short(number);
    row.append(name);
    found.second.forEach((other, second) => {
      const cell = row.insertCell();
      const pair = found.pairs.find((candidate) => candidate.first === first && candidate.second === second);
      const isBest = (((second - first) % found.lands) + found.lands) % found.lands === found.best;
      const isCurrent = number === current.first && other === current.second;
      const link = document.createElement("a");
      link.href = path(number, other);
      const score = pair?.score;
      link.textContent = score === null || score === undefined ? "–" : score.toFixed(2);
      if (isCurrent) link.setAttribute("aria-current", "true");
      if (isBest) cell.className = "scope-table--best";
      cell.style.setProperty("--strength", `${Math.round(Math.max(0, score ?? 0) * 100)}%`);
      cell.append(link);
    });
  });
  return table;
}
