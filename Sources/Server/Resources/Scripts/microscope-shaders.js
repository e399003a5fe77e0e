// The programs of the graphics hardware: one triangle covers the stage, and every pixel looks up both surfaces.
export const vertex = `#version 300 es
void main() {
  gl_Position = vec4(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0, 0.0, 1.0);
}`;

export const fragment = `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;

struct Side {
  mat3 points;      // from a pixel to the points of level 0
  mat2 turned;      // from slopes on the surface to slopes on the screen
  vec2 pitch;       // micrometres between points of level 0
  int level;
  ivec2 size;       // points of that level
  vec3 light;
  float exaggeration;
  vec2 range;       // heights at the ends of the colours
  float mean;
  bool isPicture;
};

uniform sampler2D firstHeights;
uniform sampler2D secondHeights;
uniform sampler2D colours;
uniform Side first;
uniform Side second;
uniform int mode;        // 0 divided, 1 first, 2 second, 3 overlay, 4 difference
uniform int shading;     // 0 relief, 1 coloured relief, 2 heights
uniform vec2 stage;      // pixels of the page
uniform float ratio;     // pixels of the screen in one of the page
uniform float boundary;
uniform bool isLevelled; // whether the boundary runs from left to right
uniform float opacity;
uniform float reach;     // the height difference at the end of the colours
out vec4 colour;

const float nothing = -1.0e8;
const vec3 ground = vec3(0.047, 0.058, 0.072);

struct Look { bool isThere; float height; vec2 slope; };

// Whether no neighbour of the place looked at lies outside its surface: most do not, and need not be asked about.
bool isInside = false;

float at(sampler2D heights, ivec2 place, int level, ivec2 size) {
  if (!isInside && (any(lessThan(place, ivec2(0))) || any(greaterThanEqual(place, size)))) return -1.0e9;
  return texelFetch(heights, place, level).r;
}

// From the neighbours that were measured, so that the border of a mark casts no false edge.
float slope(float before, float here, float after) {
  if (before < nothing) return after < nothing ? 0.0 : after - here;
  return after < nothing ? here - before : (after - before) * 0.5;
}

Look look(sampler2D heights, Side side, vec2 pixel) {
  Look seen = Look(false, 0.0, vec2(0.0));
  vec2 point = (side.points * vec3(pixel, 1.0)).xy;
  float scale = exp2(float(side.level));
  vec2 place = (point + 0.5) / scale - 0.5;
  vec2 base = floor(place);
  ivec2 here = ivec2(base);
  ivec2 size = side.size;
  if (any(lessThan(here, ivec2(-1))) || any(greaterThanEqual(here, size))) return seen;
  isInside = all(greaterThan(here, ivec2(0))) && all(lessThan(here, size - 2));
  vec2 part = place - base;
  int level = side.level;
  float a = at(heights, here, level, size);
  float b = at(heights, here + ivec2(1, 0), level, size);
  float c = at(heights, here + ivec2(0, 1), level, size);
  float d = at(heights, here + ivec2(1, 1), level, size);
  vec4 weight = vec4((1.0 - part.x) * (1.0 - part.y), part.x * (1.0 - part.y), (1.0 - part.x) * part.y,
    part.x * part.y);
  vec4 four = vec4(a, b, c, d);
  weight *= vec4(greaterThan(four, vec4(nothing)));
  float total = weight.x + weight.y + weight.z + weight.w;
  if (total < 0.5) return seen;
  weight /= total;
  seen.isThere = true;
  seen.height = dot(weight, max(four, vec4(nothing)));
  if (side.isPicture) return seen;
  float before0 = at(heights, here + ivec2(-1, 0), level, size);
  float before1 = at(heights, here + ivec2(-1, 1), level, size);
  float after0 = at(heights, here + ivec2(2, 0), level, size);
  float after1 = at(heights, here + ivec2(2, 1), level, size);
  float above0 = at(heights, here + ivec2(0, -1), level, size);
  float above1 = at(heights, here + ivec2(1, -1), level, size);
  float below0 = at(heights, here + ivec2(0, 2), level, size);
  float below1 = at(heights, here + ivec2(1, 2), level, size);
  vec4 across = vec4(slope(before0, a, b), slope(a, b, after0), slope(before1, c, d), slope(c, d, after1));
  vec4 down = vec4(slope(above0, a, c), slope(above1, b, d), slope(a, c, below0), slope(b, d, below1));
  // A point without a height has no slope either.
  seen.slope = vec2(
    dot(weight, mix(vec4(0.0), across, vec4(greaterThan(weight, vec4(0.0))))),
    dot(weight, mix(vec4(0.0), down, vec4(greaterThan(weight, vec4(0.0)))))
  ) / (side.pitch * scale);
  return seen;
}

float brightness(Look seen, Side side) {
  if (side.isPicture) return seen.height;
  vec2 slopes = side.turned * seen.slope * side.exaggeration;
  vec3 normal = normalize(vec3(-slopes, 1.0));
  float lambert = max(0.0, dot(normal, side.light));
  // A little gloss, as metal has it.
  vec3 halfway = normalize(side.light + vec3(0.0, 0.0, 1.0));
  float gloss = pow(max(0.0, dot(normal, halfway)), 24.0);
  return lambert * 0.92 + gloss * 0.16;
}

vec3 ramp(float place) { return texture(colours, vec2(clamp(place, 0.0, 1.0) * 0.99609375 + 0.001953125, 0.5)).rgb; }

vec3 shown(Look seen, Side side) {
  float light = brightness(seen, side);
  if (shading == 0 || side.isPicture) return light * vec3(0.985, 0.965, 0.925);
  vec3 tone = ramp((seen.height - side.range.x) / max(1.0e-6, side.range.y - side.range.x));
  return shading == 2 ? tone : tone * (0.3 + light);
}

// Blue below, nearly black where both are the same, orange above: told apart by all eyes, and quiet where they agree.
vec3 differing(float place) {
  float strength = min(1.0, abs(place));
  vec3 end = place < 0.0 ? vec3(0.36, 0.68, 1.0) : vec3(1.0, 0.63, 0.2);
  return mix(vec3(0.09, 0.1, 0.115), end, strength);
}

vec3 empty(vec2 pixel, bool isNear) {
  float stripe = step(7.0, mod(pixel.x + pixel.y, 8.0));
  return ground + (isNear ? 0.03 + 0.02 * stripe : 0.0);
}

// Whether a pixel lies on the rectangle of a scan.
bool covers(Side side, vec2 pixel) {
  vec2 point = (side.points * vec3(pixel, 1.0)).xy / exp2(float(side.level));
  return all(greaterThan(point, vec2(-0.5))) && all(lessThan(point, vec2(side.size) - 0.5));
}

void main() {
  vec2 pixel = vec2(gl_FragCoord.x / ratio, stage.y - gl_FragCoord.y / ratio);
  bool isSecond = mode == 2 || (mode == 0 && (isLevelled ? pixel.y : pixel.x) >= boundary);
  vec3 result;
  if (mode <= 2) {
    Look seen;
    if (isSecond) seen = look(secondHeights, second, pixel);
    else seen = look(firstHeights, first, pixel);
    if (!seen.isThere) result = empty(pixel, isSecond ? covers(second, pixel) : covers(first, pixel));
    else if (isSecond) result = shown(seen, second);
    else result = shown(seen, first);
  } else {
    Look one = look(firstHeights, first, pixel);
    Look other = look(secondHeights, second, pixel);
    if (mode == 4) {
      result = one.isThere && other.isThere
        ? differing(((one.height - first.mean) - (other.height - second.mean)) / reach)
        : empty(pixel, covers(first, pixel) || covers(second, pixel));
    } else {
      vec3 a = shown(one, first) * vec3(0.72, 0.95, 1.2);
      vec3 b = shown(other, second) * vec3(1.2, 0.98, 0.7);
      float share = opacity;
      if (!one.isThere) share = 1.0;
      if (!other.isThere) share = 0.0;
      result = one.isThere || other.isThere
        ? mix(a, b, share) : empty(pixel, covers(first, pixel) || covers(second, pixel));
    }
  }
  colour = vec4(result, 1.0);
}`;
