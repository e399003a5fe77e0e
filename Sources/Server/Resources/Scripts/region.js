// Drawing the region of a mark on its scan: circle, ring, polygon, or a mask with a brush; by mouse, touch and keyboard.
//
// Circles and rings are what the number fields say, in micrometres; without this script the fields alone do. Polygons and
// masks go into the hidden field as the JSON that the API takes, too.
const form = document.getElementById("region");
const picture = document.getElementById("region-picture");
const canvas = document.getElementById("region-canvas");
const shape = document.getElementById("shape");
const drawn = document.getElementById("drawn");
const numbers = document.getElementById("region-numbers");
const brush = document.getElementById("region-brush");
const clear = document.getElementById("region-clear");
const news = document.getElementById("region-news");
const fields = Object.fromEntries(["x", "y", "radius", "innerX", "innerY", "innerRadius"].map((id) => [id, document.getElementById(id)]));
const width = Number(form.dataset.width);
const height = Number(form.dataset.height);
const inset = { x: Number(form.dataset.insetX), y: Number(form.dataset.insetY) };
// A mask has points of some two pixels of the picture: finer than a hand draws.
const maskSide = 512;
const stepPixels = 4;

let corners = [];
let mask = null;
let cursor = { x: width / 2, y: height / 2 };
let drag = null;

await picture.decode().catch(() => {});
canvas.hidden = false;
canvas.width = picture.naturalWidth;
canvas.height = picture.naturalHeight;
clear.hidden = false;
const pen = canvas.getContext("2d");
// Micrometres from the border of the scan to pixels, and back.
const scale = canvas.width / width;
restore();
choose();

shape.addEventListener("change", () => {
  if (isRound() && Number.isNaN(value("radius"))) fill({ x: width / 2, y: height / 2, radius: Math.min(width, height) / 3 });
  choose();
});
for (const field of Object.values(fields)) field.addEventListener("input", draw);
clear.addEventListener("click", () => {
  corners = [];
  mask = null;
  for (const field of Object.values(fields)) field.value = "";
  draw();
});
canvas.addEventListener("pointerdown", press);
canvas.addEventListener("pointermove", move);
for (const kind of ["pointerup", "pointercancel"]) canvas.addEventListener(kind, () => { drag = null; });
canvas.addEventListener("keydown", type);
canvas.addEventListener("dblclick", (event) => event.preventDefault());
form.addEventListener("submit", (event) => {
  if (event.submitter?.name === "search") return;
  drawn.value = shape.value === "polygon" ? polygonText() : shape.value === "bitmap" ? maskText() : "";
});

function isRound() { return shape.value === "circle" || shape.value === "ring"; }
function value(name) { return fields[name].value === "" ? NaN : Number(fields[name].value.replace(",", ".")); }
// Fields count from the first point of the scan, which lies half a step inside its border.
function fill(values) {
  for (const [name, number] of Object.entries(values)) {
    const offset = /x$/i.test(name) ? inset.x : /y$/i.test(name) ? inset.y : 0;
    fields[name].value = String(Math.round(number - offset));
  }
}
function circle() { return { x: value("x") + inset.x, y: value("y") + inset.y, radius: value("radius") }; }
// The hole of a ring has the ring's centre unless it is said to have another.
function hole() {
  const { x, y } = circle();
  const [own, too] = [value("innerX") + inset.x, value("innerY") + inset.y];
  return { x: Number.isNaN(own) ? x : own, y: Number.isNaN(too) ? y : too, radius: value("innerRadius") };
}

function choose() {
  numbers.hidden = !isRound();
  for (const name of ["innerX", "innerY", "innerRadius"]) fields[name].closest(".field").hidden = shape.value !== "ring";
  brush.hidden = shape.value !== "bitmap";
  if (shape.value === "ring" && Number.isNaN(value("innerRadius"))) fill({ innerRadius: (value("radius") || width / 3) / 2 });
  draw();
}

function place(event) {
  const box = canvas.getBoundingClientRect();
  return {
    x: (event.clientX - box.left) / box.width * width,
    y: (event.clientY - box.top) / box.height * height,
  };
}
const distance = (one, other) => Math.hypot(one.x - other.x, one.y - other.y);

function press(event) {
  event.preventDefault();
  canvas.focus();
  canvas.setPointerCapture(event.pointerId);
  const here = place(event);
  const near = 12 / scale * (canvas.width / canvas.getBoundingClientRect().width);
  cursor = here;
  if (isRound()) {
    const now = circle();
    const from = distance(here, now);
    const inner = hole();
    const isRing = shape.value === "ring";
    if (isRing && Math.abs(distance(here, inner) - inner.radius) < near) drag = { part: "inner" };
    else if (isRing && distance(here, inner) < inner.radius / 2) {
      drag = { part: "hole", by: { x: inner.x - here.x, y: inner.y - here.y } };
    }
    else if (Math.abs(from - now.radius) < near) drag = { part: "radius" };
    else if (from < now.radius) {
      drag = {
        part: "centre", by: { x: now.x - here.x, y: now.y - here.y }, inner: { x: inner.x - now.x, y: inner.y - now.y },
      };
    }
    else {
      fill({ x: here.x, y: here.y, radius: 1, ...(isRing ? { innerX: here.x, innerY: here.y, innerRadius: 0 } : {}) });
      drag = { part: "radius", isNew: true };
    }
  } else if (shape.value === "polygon") {
    const index = corners.findIndex((corner) => distance(corner, here) < near);
    if (index >= 0) drag = { part: "corner", index };
    else {
      corners.push(here);
      drag = { part: "corner", index: corners.length - 1 };
    }
  } else {
    drag = { part: "brush", last: here };
    paint(here, here);
  }
  draw();
}

function move(event) {
  if (!drag) return;
  const here = place(event);
  cursor = here;
  const now = circle();
  switch (drag.part) {
    case "radius": {
      const radius = Math.max(1, distance(here, now));
      fill({ radius, ...(drag.isNew && shape.value === "ring" ? { innerRadius: radius / 2 } : {}) });
      break;
    }
    case "inner": fill({ innerRadius: Math.max(1, Math.min(now.radius - 1, distance(here, hole()))) }); break;
    case "hole": fill({ innerX: here.x + drag.by.x, innerY: here.y + drag.by.y }); break;
    case "centre": {
      const centre = { x: here.x + drag.by.x, y: here.y + drag.by.y };
      fill(centre);
      if (shape.value === "ring") fill({ innerX: centre.x + drag.inner.x, innerY: centre.y + drag.inner.y });
      break;
    }
    case "corner": corners[drag.index] = here; break;
    case "brush":
      paint(drag.last, here);
      drag.last = here;
      break;
  }
  draw();
}

const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function type(event) {
  const step = (event.shiftKey ? 5 : 1) * stepPixels / scale;
  const [now, inner] = [circle(), hole()];
  if (arrows[event.key]) {
    const [x, y] = arrows[event.key];
    cursor = { x: clamp(cursor.x + x * step, width), y: clamp(cursor.y + y * step, height) };
    if (isRound()) fill({ x: now.x + x * step, y: now.y + y * step });
    if (shape.value === "ring") fill({ innerX: inner.x + x * step, innerY: inner.y + y * step });
    if (shape.value === "bitmap" && event.ctrlKey) paint(cursor, cursor);
  } else if (isRound() && (event.key === "+" || event.key === "=")) fill({ radius: now.radius + step });
  else if (isRound() && event.key === "-") fill({ radius: Math.max(1, now.radius - step) });
  else if (shape.value === "ring" && event.key === "]") fill({ innerRadius: Math.min(now.radius - 1, inner.radius + step) });
  else if (shape.value === "ring" && event.key === "[") fill({ innerRadius: Math.max(1, inner.radius - step) });
  else if (event.key === " ") {
    if (shape.value === "polygon") corners.push({ ...cursor });
    else if (shape.value === "bitmap") paint(cursor, cursor);
  } else if (event.key === "Backspace" && shape.value === "polygon") corners.pop();
  else return;
  event.preventDefault();
  draw();
  tell();
}
const clamp = (number, end) => Math.max(0, Math.min(end, number));

// Readers of the page hear where the cursor or the circle is.
function tell() {
  const now = circle();
  const um = (number) => Math.round(number);
  news.textContent = isRound()
    ? `${um(now.x)}, ${um(now.y)}, ${um(now.radius)}${shape.value === "ring" ? `, ${um(hole().radius)}` : ""}`
    : `${um(cursor.x)}, ${um(cursor.y)}${shape.value === "polygon" ? ` · ${corners.length}` : ""}`;
}

// MARK: The mask

function emptyMask() {
  const longest = Math.max(width, height);
  const columns = Math.max(1, Math.round(maskSide * width / longest));
  const rows = Math.max(1, Math.round(maskSide * height / longest));
  return { columns, rows, points: new Uint8Array(columns * rows) };
}

function paint(from, to) {
  mask ??= emptyMask();
  const wanted = document.getElementById("brush-erases").checked ? 0 : 1;
  const perPoint = width / mask.columns;
  const radius = Number(document.getElementById("brush-size").value) / scale / perPoint;
  const steps = Math.max(1, Math.ceil(distance(from, to) / perPoint));
  for (let step = 0; step <= steps; step += 1) {
    const column = (from.x + (to.x - from.x) * step / steps) / perPoint;
    const row = (from.y + (to.y - from.y) * step / steps) / perPoint;
    for (let y = Math.max(0, Math.floor(row - radius)); y <= Math.min(mask.rows - 1, row + radius); y += 1) {
      for (let x = Math.max(0, Math.floor(column - radius)); x <= Math.min(mask.columns - 1, column + radius); x += 1) {
        if (Math.hypot(x + 0.5 - column, y + 0.5 - row) <= radius) mask.points[y * mask.columns + x] = wanted;
      }
    }
  }
}

// MARK: Drawing

function draw() {
  pen.clearRect(0, 0, canvas.width, canvas.height);
  const path = new Path2D();
  if (isRound()) {
    const now = circle();
    if (now.radius > 0) {
      path.arc(now.x * scale, now.y * scale, now.radius * scale, 0, 2 * Math.PI);
      const inner = hole();
      if (shape.value === "ring" && inner.radius > 0) {
        path.moveTo((inner.x + inner.radius) * scale, inner.y * scale);
        path.arc(inner.x * scale, inner.y * scale, inner.radius * scale, 0, 2 * Math.PI);
      }
    }
  } else if (shape.value === "polygon") {
    corners.forEach((corner, index) => path[index ? "lineTo" : "moveTo"](corner.x * scale, corner.y * scale));
    if (corners.length > 2) path.closePath();
  }
  if (shape.value === "bitmap") drawMask();
  else {
    const outside = new Path2D();
    outside.rect(0, 0, canvas.width, canvas.height);
    outside.addPath(path);
    pen.fillStyle = "rgb(213 94 0 / 30%)";
    pen.fill(outside, "evenodd");
  }
  pen.lineWidth = 2.5;
  pen.strokeStyle = "#ffffff";
  pen.stroke(path);
  pen.lineWidth = 1.5;
  pen.strokeStyle = "#d55e00";
  pen.stroke(path);
  if (shape.value === "polygon") for (const corner of corners) dot(corner);
  if (!isRound()) cross();
}

function drawMask() {
  const image = new ImageData(mask?.columns ?? 1, mask?.rows ?? 1);
  for (let point = 0; point < image.width * image.height; point += 1) {
    image.data.set([213, 94, 0, mask?.points[point] ? 0 : 90], 4 * point);
  }
  const small = new OffscreenCanvas(image.width, image.height);
  small.getContext("2d").putImageData(image, 0, 0);
  pen.imageSmoothingEnabled = false;
  pen.drawImage(small, 0, 0, canvas.width, canvas.height);
}

function dot(corner) {
  pen.beginPath();
  pen.arc(corner.x * scale, corner.y * scale, 5, 0, 2 * Math.PI);
  pen.fillStyle = "#d55e00";
  pen.fill();
  pen.strokeStyle = "#ffffff";
  pen.stroke();
}

function cross() {
  const [x, y] = [cursor.x * scale, cursor.y * scale];
  pen.beginPath();
  for (const [dx, dy] of [[9, 0], [0, 9]]) {
    pen.moveTo(x - dx, y - dy);
    pen.lineTo(x + dx, y + dy);
  }
  pen.lineWidth = 1.5;
  pen.strokeStyle = "#0072b2";
  pen.stroke();
}

// MARK: What is sent and what was

function polygonText() {
  return JSON.stringify({
    shape: "polygon", corners: corners.map(({ x, y }) => ({ x: Math.round(x - inset.x), y: Math.round(y - inset.y) })),
  });
}

function maskText() {
  const { columns, rows, points } = mask ?? emptyMask();
  const runs = [];
  let [now, length] = [0, 0];
  for (const point of points) {
    if (point !== now) {
      runs.push(length);
      [now, length] = [point, 0];
    }
    length += 1;
  }
  runs.push(length);
  return JSON.stringify({ shape: "bitmap", bitmap: { columns, rows, runs } });
}

function restore() {
  if (!drawn.value) return;
  const region = JSON.parse(drawn.value);
  if (region.shape === "polygon") corners = region.corners.map(({ x, y }) => ({ x: x + inset.x, y: y + inset.y }));
  if (region.shape === "bitmap" && region.bitmap.columns <= 4096) {
    const points = new Uint8Array(region.bitmap.columns * region.bitmap.rows);
    let at = 0;
    region.bitmap.runs.forEach((run, index) => {
      if (index % 2) points.fill(1, at, at + run);
      at += run;
    });
    mask = { columns: region.bitmap.columns, rows: region.bitmap.rows, points };
  }
}
