// How one surface lies on the screen: which place is in the middle of its pane, how large it is and how far it is turned.
// Places are micrometres from the surface's first point, y downwards; angles are degrees, clockwise.
export class View {
  constructor(x = 0, y = 0, scale = 1, rotation = 0) {
    this.x = x;
    this.y = y;
    // Pixels for a micrometre.
    this.scale = scale;
    this.rotation = rotation;
  }

  copy() {
    return new View(this.x, this.y, this.scale, this.rotation);
  }

  // The place that pixels so far from the middle of the pane show.
  place({ x, y }) {
    const { cos, sin } = turn(this.rotation);
    return { x: this.x + (cos * x + sin * y) / this.scale, y: this.y + (cos * y - sin * x) / this.scale };
  }

  // Pixels from the middle of the pane to where a place is shown.
  pixel({ x, y }) {
    const { cos, sin } = turn(this.rotation);
    const across = (x - this.x) * this.scale;
    const down = (y - this.y) * this.scale;
    return { x: cos * across - sin * down, y: sin * across + cos * down };
  }

  // Moves the surface by pixels.
  pan(x, y) {
    const middle = this.place({ x: -x, y: -y });
    this.x = middle.x;
    this.y = middle.y;
  }

  // Makes it larger about a pixel that stays where it is.
  zoom(factor, pixel = { x: 0, y: 0 }) {
    this.keeping(pixel, () => { this.scale = Math.min(80, Math.max(0.002, this.scale * factor)); });
  }

  // Turns it about a pixel that stays where it is.
  turn(degrees, pixel = { x: 0, y: 0 }) {
    this.keeping(pixel, () => { this.rotation = within(this.rotation + degrees); });
  }

  keeping(pixel, change) {
    const before = this.place(pixel);
    change();
    const after = this.place(pixel);
    this.x += before.x - after.x;
    this.y += before.y - after.y;
  }

  // The view of a second surface that lies on this one as a registration says: the place `first` of this surface is the
  // place `second` of the other, which is turned by `rotation`.
  laying({ rotation, first, second }) {
    const { cos, sin } = turn(rotation);
    const across = this.x - first[0];
    const down = this.y - first[1];
    return new View(
      second[0] + cos * across + sin * down, second[1] + cos * down - sin * across, this.scale,
      within(this.rotation + rotation),
    );
  }
}

export function turn(degrees) {
  const angle = (degrees * Math.PI) / 180;
  return { cos: Math.cos(angle), sin: Math.sin(angle) };
}

// The same direction between -180 and 180 degrees.
export function within(degrees) {
  const turned = degrees % 360;
  return turned > 180 ? turned - 360 : turned <= -180 ? turned + 360 : turned;
}

// The longest of 1, 2 and 5 times a power of ten that is no longer.
export function evenLength(length) {
  const power = 10 ** Math.floor(Math.log10(length));
  return [5, 2, 1].map((step) => step * power).find((step) => step <= length) ?? power;
}

// A length in micrometres as people read it.
export function lengthText(micrometres) {
  if (Math.abs(micrometres) >= 1000) return `${round(micrometres / 1000, 3)} mm`;
  return `${round(micrometres, Math.abs(micrometres) < 10 ? 2 : 1)} µm`;
}

export function round(value, digits) {
  return Number(value.toFixed(digits)).toString();
}
