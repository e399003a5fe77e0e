import { fragment, vertex } from "./microscope-shaders.js";
import { turn } from "./microscope-view.js";

// Draws both surfaces with the graphics hardware.
export class Renderer {
  // Undefined where the browser has no WebGL 2.
  static on(canvas) {
    const gl = canvas.getContext("webgl2", { antialias: false, alpha: false, preserveDrawingBuffer: true });
    return gl ? new Renderer(canvas, gl) : undefined;
  }

  constructor(canvas, gl) {
    this.canvas = canvas;
    this.gl = gl;
    this.prepare();
  }

  get largestSide() {
    return this.gl.getParameter(this.gl.MAX_TEXTURE_SIZE);
  }

  // Everything the hardware keeps; done again when it lost it.
  prepare() {
    const { gl } = this;
    this.program = gl.createProgram();
    for (const [kind, text] of [[gl.VERTEX_SHADER, vertex], [gl.FRAGMENT_SHADER, fragment]]) {
      const shader = gl.createShader(kind);
      gl.shaderSource(shader, text);
      gl.compileShader(shader);
      gl.attachShader(this.program, shader);
    }
    gl.linkProgram(this.program);
    if (!gl.getProgramParameter(this.program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(this.program));
    gl.useProgram(this.program);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
    this.places = new Map();
    this.textures = { first: undefined, second: undefined };
    this.colours = gl.createTexture();
  }

  uniform(name) {
    if (!this.places.has(name)) this.places.set(name, this.gl.getUniformLocation(this.program, name));
    return this.places.get(name);
  }

  // Takes over levels of a surface, from the finest to the coarsest given.
  take(side, surface, finest, coarsest) {
    const { gl } = this;
    gl.activeTexture(side === "first" ? gl.TEXTURE0 : gl.TEXTURE1);
    if (!this.textures[side]) {
      this.textures[side] = gl.createTexture();
      gl.bindTexture(gl.TEXTURE_2D, this.textures[side]);
      const { columns, rows } = surface.levels[surface.base];
      gl.texStorage2D(gl.TEXTURE_2D, surface.levels.length - surface.base, gl.R32F, columns, rows);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST_MIPMAP_NEAREST);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
    }
    gl.bindTexture(gl.TEXTURE_2D, this.textures[side]);
    for (let level = finest; level <= coarsest; level += 1) {
      const { columns, rows, heights } = surface.levels[level];
      gl.texSubImage2D(gl.TEXTURE_2D, level - surface.base, 0, 0, columns, rows, gl.RED, gl.FLOAT, heights);
    }
  }

  // The colours for heights, from the lowest to the highest, three bytes each.
  takeColours(bytes) {
    const { gl } = this;
    gl.activeTexture(gl.TEXTURE2);
    gl.bindTexture(gl.TEXTURE_2D, this.colours);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGB8, bytes.length / 3, 1, 0, gl.RGB, gl.UNSIGNED_BYTE, bytes);
    for (const [name, value] of [
      [gl.TEXTURE_MIN_FILTER, gl.LINEAR], [gl.TEXTURE_MAG_FILTER, gl.LINEAR], [gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE],
      [gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE],
    ]) gl.texParameteri(gl.TEXTURE_2D, name, value);
  }

  // Draws a scene; see `sceneOf`.
  draw(scene) {
    const { gl } = this;
    const { width, height, ratio } = scene.stage;
    const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.canvas.width !== across || this.canvas.height !== down) {
      this.canvas.width = across;
      this.canvas.height = down;
    }
    this.ratio = down / height;
    gl.viewport(0, 0, across, down);
    gl.uniform2f(this.uniform("stage"), width, height);
    gl.uniform1f(this.uniform("ratio"), this.ratio);
    gl.uniform1i(this.uniform("mode"), scene.mode);
    gl.uniform1i(this.uniform("shading"), scene.shading);
    gl.uniform1f(this.uniform("boundary"), scene.boundary);
    gl.uniform1i(this.uniform("isLevelled"), scene.isLevelled ? 1 : 0);
    gl.uniform1f(this.uniform("opacity"), scene.opacity);
    gl.uniform1f(this.uniform("reach"), scene.reach);
    gl.uniform1i(this.uniform("firstHeights"), 0);
    gl.uniform1i(this.uniform("secondHeights"), 1);
    gl.uniform1i(this.uniform("colours"), 2);
    for (const side of ["first", "second"]) this.setSide(side, scene[side]);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
  }

  setSide(name, { view, surface, pane, light, exaggeration, range }) {
    const { gl } = this;
    const { cos, sin } = turn(view.rotation);
    const { x, y, scale } = view;
    // From a pixel p to points: ((p - pane) turned back / scale + middle) / pitch.
    const [a, b] = [cos / scale, sin / scale];
    const base = 2 ** surface.base;
    const [px, py] = [surface.pitchX * base, surface.pitchY * base];
    const shift = (1 / base - 1) / 2;
    const matrix = [
      a / px, -b / py, 0,
      b / px, a / py, 0,
      (x - a * pane.x - b * pane.y) / px + shift, (y + b * pane.x - a * pane.y) / py + shift, 1,
    ];
    gl.uniformMatrix3fv(this.uniform(`${name}.points`), false, matrix);
    gl.uniformMatrix2fv(this.uniform(`${name}.turned`), false, [cos, sin, -sin, cos]);
    gl.uniform2f(this.uniform(`${name}.pitch`), px, py);
    const level = surface.levelFor(1 / (scale * this.ratio));
    gl.uniform1i(this.uniform(`${name}.level`), level - surface.base);
    gl.uniform2i(this.uniform(`${name}.size`), surface.levels[level].columns, surface.levels[level].rows);
    const [sky, height] = [turn(light.azimuth), turn(light.elevation)];
    gl.uniform3f(this.uniform(`${name}.light`), sky.sin * height.cos, -sky.cos * height.cos, height.sin);
    gl.uniform1f(this.uniform(`${name}.exaggeration`), exaggeration);
    gl.uniform2f(this.uniform(`${name}.range`), range.low, range.high);
    gl.uniform1f(this.uniform(`${name}.mean`), surface.mean);
    gl.uniform1i(this.uniform(`${name}.isPicture`), surface.values === "reflectance" ? 1 : 0);
  }
}
