import { evenLength, lengthText, turn } from "./microscope-view.js";
import { cellColours, sideColours } from "./microscope-colours.js";
import { sides } from "./microscope-state.js";

// What lies over the surfaces: the line between them, cells, lines, notes, scales. Drawn on a canvas of its own.

const ink = "#e8edf3";
const font = (size) => `${size}px system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif`;

export function drawOverlay(context, settings, content) {
  const { width, height, ratio } = settings.stage;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  context.lineJoin = "round";
  const shown = settings.mode === "flicker" ? [content.flickering] : sides;
  for (const side of shown) {
    context.save();
    const { left, top, width: across, height: down } = settings.area(side);
    context.beginPath();
    context.rect(left, top, across, down);
    context.clip();
    if (settings.hasCells && content.cells) drawCells(context, settings, content.cells, side);
    drawLines(context, settings, content.lines, side);
    drawNotes(context, settings, content.notes, side);
    context.restore();
  }
  drawBoundary(context, settings);
  drawScales(context, settings, shown);
  drawNames(context, settings, content, shown);
  drawKey(context, settings, content);
  if (content.crosshair) drawCrosshair(context, settings, content.crosshair);
}

function drawBoundary(context, settings) {
  if (!settings.isDivided) return;
  const { width, height } = settings.stage;
  const { boundary, boundaryIsLevelled, isBeside } = settings;
  context.fillStyle = isBeside ? "rgb(255 255 255 / 22%)" : "rgb(255 255 255 / 75%)";
  if (boundaryIsLevelled) context.fillRect(0, boundary - 0.5, width, 1);
  else context.fillRect(boundary - 0.5, 0, 1, height);
  if (isBeside) return;
  // A handle in the middle of the line shows that it moves.
  const [x, y] = boundaryIsLevelled ? [width / 2, boundary] : [boundary, height / 2];
  const [long, wide] = boundaryIsLevelled ? [34, 12] : [12, 34];
  context.fillStyle = "rgb(20 26 34 / 85%)";
  context.strokeStyle = "rgb(255 255 255 / 75%)";
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(x - long / 2, y - wide / 2, long, wide, 6);
  context.fill();
  context.stroke();
  context.beginPath();
  for (const step of [-3, 3]) {
    if (boundaryIsLevelled) { context.moveTo(x - 8, y + step / 1.5); context.lineTo(x + 8, y + step / 1.5); }
    else { context.moveTo(x + step / 1.5, y - 8); context.lineTo(x + step / 1.5, y + 8); }
  }
  context.stroke();
}

// Cells of a side are drawn where they lie on it; congruent cells of the other side also where they were found.
function drawCells(context, settings, cells, side) {
  const lies = (list, other) => list.forEach((cell, index) => {
    const isFound = cell.status === "congruent";
    if (other && !isFound) return;
    const place = other ? cell.found : cell.place;
    drawCell(context, settings, side, place, cell.size, other ? cell.turn : 0, cell.status, `${index + 1}`,
      isFound ? cell.correlation : undefined);
  });
  const own = settings.cellsOf;
  if (side === own) lies(cells[own], false);
  else if (settings.isDivided || settings.mode === "flicker") lies(cells[own], true);
}

function drawCell(context, settings, side, place, size, degrees, status, label, correlation) {
  const { cos, sin } = turn(degrees);
  const inset = 1.5 / settings.views[side].scale;
  const half = [size[0] / 2 - inset, size[1] / 2 - inset];
  const corners = [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([x, y]) => settings.pixel(side, {
    x: place[0] + cos * x * half[0] - sin * y * half[1], y: place[1] + sin * x * half[0] + cos * y * half[1],
  }));
  const colour = cellColours[status];
  const isFound = status === "congruent";
  context.beginPath();
  corners.forEach(({ x, y }, corner) => (corner ? context.lineTo(x, y) : context.moveTo(x, y)));
  context.closePath();
  context.globalAlpha = isFound ? 0.12 : 0;
  context.fillStyle = colour;
  if (isFound) context.fill();
  context.globalAlpha = isFound ? 1 : status === "notEnoughPoints" ? 0.35 : 0.8;
  context.strokeStyle = colour;
  context.lineWidth = isFound ? 2 : 1;
  context.setLineDash(isFound ? [] : [4, 3]);
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
  if (status === "notEnoughPoints") return;
  const across = Math.hypot(corners[1].x - corners[0].x, corners[1].y - corners[0].y);
  if (across < 26) return;
  const middle = settings.pixel(side, { x: place[0], y: place[1] });
  text(context, label, middle.x, middle.y, { size: across > 56 ? 14 : 11, colour, align: "center", weight: 600 });
  if (correlation !== undefined && across > 60) {
    text(context, correlation.toFixed(2), middle.x, middle.y + 15, { size: 11, colour, align: "center" });
  }
}

// Lines are anchored on one surface and shown where they lie on both.
function drawLines(context, settings, lines, side) {
  lines.forEach((line, index) => {
    const [from, to] = settings.endsOn(line, side).map((place) => settings.pixel(side, place));
    const isProfile = line.kind === "profile";
    if (!isProfile && line.side !== side) return;
    context.strokeStyle = isProfile ? sideColours[side] : ink;
    context.lineWidth = isProfile ? 2 : 1.5;
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.stroke();
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const across = { x: -((to.y - from.y) / length) * 6, y: ((to.x - from.x) / length) * 6 };
    context.beginPath();
    for (const end of [from, to]) {
      context.moveTo(end.x - across.x, end.y - across.y);
      context.lineTo(end.x + across.x, end.y + across.y);
    }
    context.stroke();
    if (line.cursor !== undefined) {
      const x = from.x + (to.x - from.x) * line.cursor;
      const y = from.y + (to.y - from.y) * line.cursor;
      context.beginPath();
      context.arc(x, y, 4, 0, 2 * Math.PI);
      context.stroke();
    }
    const label = isProfile ? "P" : `${index + 1}: ${lengthText(line.length)}`;
    text(context, label, (from.x + to.x) / 2 + across.x * 2, (from.y + to.y) / 2 + across.y * 2, {
      size: 12, colour: isProfile ? sideColours[side] : ink, align: "center",
    });
  });
}

function drawNotes(context, settings, notes, side) {
  notes.forEach((note, index) => {
    if (note.side !== side) return;
    const { x, y } = settings.pixel(side, note);
    context.fillStyle = "#f4d35e";
    context.strokeStyle = "#14181e";
    context.lineWidth = 1.5;
    context.beginPath();
    context.moveTo(x, y);
    context.arc(x, y - 16, 9, 0.75 * Math.PI, 0.25 * Math.PI);
    context.closePath();
    context.fill();
    context.stroke();
    context.fillStyle = "#14181e";
    context.font = `700 ${font(11)}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText(`${index + 1}`, x, y - 16);
    text(context, note.text.length > 40 ? `${note.text.slice(0, 39)}…` : note.text, x + 13, y - 16, {
      size: 12, colour: "#f4d35e", align: "left",
    });
  });
}

// One scale where both sides have the same, else one in each pane.
function drawScales(context, settings, shown) {
  const { views } = settings;
  const isSame = Math.abs(views.first.scale / views.second.scale - 1) < 1e-6;
  const needed = isSame && !settings.isBeside ? [shown[0]] : shown;
  for (const side of needed) {
    const area = isSame && !settings.isBeside ? { left: 0, top: 0, ...settings.stage } : settings.area(side);
    const { scale } = views[side];
    const micrometres = evenLength(Math.max(60, Math.min(180, area.width * 0.3)) / scale);
    const length = micrometres * scale;
    const [x, y] = [area.left + 16.5, area.top + area.height - 18.5];
    for (const [colour, width] of [["rgb(0 0 0 / 70%)", 4], [ink, 1.5]]) {
      context.strokeStyle = colour;
      context.lineWidth = width;
      context.beginPath();
      context.moveTo(x, y - 5);
      context.lineTo(x, y + 5);
      context.moveTo(x, y);
      context.lineTo(x + length, y);
      context.moveTo(x + length, y - 5);
      context.lineTo(x + length, y + 5);
      context.moveTo(x + length / 2, y);
      context.lineTo(x + length / 2, y + 3);
      context.stroke();
    }
    text(context, lengthText(micrometres), x + length + 9, y, { size: 12, align: "left" });
  }
}

function drawNames(context, settings, content, shown) {
  const isShared = !settings.isDivided && settings.mode !== "flicker";
  shown.forEach((side, index) => {
    const area = settings.isDivided ? settings.area(side) : { left: 0, top: 0, ...settings.stage };
    if (area.width < 60 || area.height < 40) return;
    const name = `${side === "first" ? "A" : "B"}  ${content.names[side]}`;
    const turned = settings.views[side].rotation;
    const angle = Math.abs(turned) > 0.005 ? `  ${turned.toFixed(1)}°` : "";
    const isActive = !settings.isLocked && settings.active === side;
    text(context, name + angle + (isActive ? "  ●" : ""), area.left + 14, area.top + 18 + (isShared ? index * 18 : 0), {
      size: 13, colour: sideColours[side], align: "left", weight: 600,
    });
  });
}

// The colours of heights or differences with their ends.
function drawKey(context, settings, content) {
  const isDifference = settings.mode === "difference";
  if (!isDifference && settings.shading === "relief") return;
  const { width, height } = settings.stage;
  const [bar, thick] = [Math.min(150, width * 0.3), 9];
  const [x, y] = [width - bar - 16, height - 24];
  const gradient = context.createLinearGradient(x, 0, x + bar, 0);
  for (const [place, colour] of isDifference ? content.differenceColours : content.heightColours) {
    gradient.addColorStop(place, colour);
  }
  context.fillStyle = gradient;
  context.fillRect(x, y, bar, thick);
  context.strokeStyle = "rgb(255 255 255 / 50%)";
  context.lineWidth = 1;
  context.strokeRect(x - 0.5, y - 0.5, bar + 1, thick + 1);
  const [low, high] = isDifference ? [-content.reach, content.reach] : [content.range.low, content.range.high];
  text(context, lengthText(low), x, y - 9, { size: 11, align: "left" });
  text(context, lengthText(high), x + bar, y - 9, { size: 11, align: "right" });
}

function drawCrosshair(context, settings, { x, y }) {
  context.strokeStyle = "rgb(255 255 255 / 80%)";
  context.lineWidth = 1;
  context.beginPath();
  for (const [across, down] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
    context.moveTo(x + across * 5, y + down * 5);
    context.lineTo(x + across * 16, y + down * 16);
  }
  context.stroke();
}

function text(context, words, x, y, { size = 12, colour = ink, align = "left", weight = 500 }) {
  context.font = `${weight} ${font(size)}`;
  context.textAlign = align;
  context.textBaseline = "middle";
  context.lineWidth = 3;
  context.strokeStyle = "rgb(8 11 15 / 85%)";
  context.strokeText(words, x, y);
  context.fillStyle = colour;
  context.fillText(words, x, y);
}
