// Surfaces in the memory of the browser, put together from tiles; see `SurfaceTile` of the server for their form.

// The value of a point that was not measured. Not NaN, which graphics hardware need not know.
export const missing = -1e9;

const parallel = 8;
// A surface with more points is shown at its next coarser level.
const mostPoints = 36e6;
// What is shown first has at most so many points.
const firstPoints = 300 * 300;

export class Surface {
  // `facts` is the server's description; `largestSide` what the graphics hardware takes.
  constructor(facts, largestSide) {
    Object.assign(this, facts);
    this.base = facts.levels.findIndex(
      ({ columns, rows }) => Math.max(columns, rows) <= largestSide && columns * rows <= mostPoints,
    );
    this.levels = facts.levels.map(({ columns, rows }) => ({ columns, rows, heights: undefined }));
    // The finest level that is here.
    this.finest = this.levels.length;
    this.width = facts.levels[0].columns * this.pitchX;
    this.height = facts.levels[0].rows * this.pitchY;
  }

  get isWhole() {
    return this.finest === this.base;
  }

  // Fetches a coarse level, then the finest; `arrived` is called with each level that can be shown.
  async load(arrived) {
    const first = this.levels.findIndex(({ columns, rows }) => columns * rows <= firstPoints);
    const start = Math.max(this.base, first);
    await this.fetchLevel(start);
    for (let level = start + 1; level < this.levels.length; level += 1) this.halve(level);
    arrived(start, this.levels.length - 1);
    if (start === this.base) return;
    await this.fetchLevel(this.base);
    // Halving here is quicker than fetching, and the same.
    for (let level = this.base + 1; level < start; level += 1) this.halve(level);
    arrived(this.base, start - 1);
  }

  async fetchLevel(level) {
    const { columns, rows } = this.levels[level];
    const heights = new Float32Array(columns * rows);
    const across = Math.ceil(columns / this.tileSide);
    const down = Math.ceil(rows / this.tileSide);
    const places = [];
    for (let row = 0; row < down; row += 1) {
      for (let column = 0; column < across; column += 1) places.push({ column, row });
    }
    const far = ({ column, row }) => (column - (across - 1) / 2) ** 2 + (row - (down - 1) / 2) ** 2;
    places.sort((one, other) => far(one) - far(other));
    const next = async () => {
      for (let place = places.shift(); place; place = places.shift()) {
        const path = `${this.tiles}/${level}/${place.column}/${place.row}?preparation=${this.preparation}`;
        const answer = await fetch(path, { headers: { Accept: "application/octet-stream, application/json" } });
        if (!answer.ok) throw new Error(`${answer.status}`);
        const tile = await decoded(await answer.arrayBuffer());
        put(tile, heights, columns, place.column * this.tileSide, place.row * this.tileSide);
      }
    };
    await Promise.all(Array.from({ length: parallel }, next));
    this.levels[level].heights = heights;
    this.finest = Math.min(this.finest, level);
  }

  halve(level) {
    const { columns, rows } = this.levels[level];
    const from = this.levels[level - 1];
    const across = from.columns > 1 ? 2 : 1;
    const down = from.rows > 1 ? 2 : 1;
    const least = Math.max(1, (across * down) / 2);
    const heights = new Float32Array(columns * rows);
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        let sum = 0;
        let count = 0;
        for (let y = 0; y < down; y += 1) {
          const start = (row * down + y) * from.columns + column * across;
          for (let x = 0; x < across; x += 1) {
            const height = from.heights[start + x];
            if (height > missing) {
              sum += height;
              count += 1;
            }
          }
        }
        heights[row * columns + column] = count >= least ? sum / count : missing;
      }
    }
    this.levels[level].heights = heights;
  }

  // The level whose points lie about so far apart, micrometres, of those that are here.
  levelFor(distance) {
    const wanted = Math.floor(Math.log2(Math.max(1, distance / this.pitchX)) + 0.25);
    return Math.min(this.levels.length - 1, Math.max(this.finest, wanted));
  }

  // The height at a place, between four points; undefined where one of them is missing.
  heightAt({ x, y }, level = this.finest) {
    const { columns, rows, heights } = this.levels[level] ?? {};
    if (!heights) return undefined;
    const scale = 2 ** level;
    const across = (x / this.pitchX + 0.5) / scale - 0.5;
    const down = (y / this.pitchY + 0.5) / scale - 0.5;
    const left = Math.floor(across);
    const top = Math.floor(down);
    if (left < 0 || top < 0 || left + 1 >= columns || top + 1 >= rows) return undefined;
    const at = top * columns + left;
    const [a, b, c, d] = [heights[at], heights[at + 1], heights[at + columns], heights[at + columns + 1]];
    if (Math.min(a, b, c, d) <= missing) return undefined;
    const right = across - left;
    const below = down - top;
    const upper = a + (b - a) * right;
    return upper + (c + (d - c) * right - upper) * below;
  }

  // The root mean square slope, micrometres a micrometre, of the finest level that is here.
  get usualSlope() {
    const { columns, rows, heights } = this.levels[this.finest];
    const pitch = this.pitchX * 2 ** this.finest;
    const step = Math.max(1, Math.floor(rows / 200));
    let sum = 0;
    let count = 0;
    for (let row = 0; row < rows; row += step) {
      for (let column = 1; column < columns; column += 1) {
        const at = row * columns + column;
        if (heights[at] <= missing || heights[at - 1] <= missing) continue;
        sum += Math.min(2, Math.abs(heights[at] - heights[at - 1]) / pitch);
        count += 1;
      }
    }
    return count > 0 ? sum / count : 0;
  }
}

// A tile: its size and its heights.
export async function decoded(buffer) {
  const head = new DataView(buffer);
  if (buffer.byteLength < 16 || head.getUint8(0) !== 1) throw new Error("no tile");
  const isPlane = head.getUint8(1) === 1;
  const columns = head.getUint16(2, true);
  const rows = head.getUint16(4, true);
  const lowest = head.getFloat32(8, true);
  const step = head.getFloat32(12, true);
  const count = columns * rows;
  const heights = new Float32Array(count).fill(missing);
  if (step === 0) return { columns, rows, heights };
  const packed = new Blob([new Uint8Array(buffer, 16)]).stream().pipeThrough(new DecompressionStream("deflate"));
  const planes = new Uint8Array(await new Response(packed).arrayBuffer());
  if (planes.length !== 2 * count) throw new Error("no tile");
  const codes = new Uint16Array(count);
  let place = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const folded = (planes[place] << 8) | planes[count + place];
      let code = (folded >> 1) ^ -(folded & 1);
      if (column > 0) code += codes[place - 1];
      if (row > 0 && column === 0) code += codes[place - columns];
      else if (row > 0 && isPlane) code += codes[place - columns] - codes[place - columns - 1];
      code &= 0xffff;
      codes[place] = code;
      if (code > 0) heights[place] = lowest + (code - 1) * step;
      place += 1;
    }
  }
  return { columns, rows, heights };
}

function put(tile, heights, columns, left, top) {
  for (let row = 0; row < tile.rows; row += 1) {
    const line = tile.heights.subarray(row * tile.columns, (row + 1) * tile.columns);
    heights.set(line, (top + row) * columns + left);
  }
}
