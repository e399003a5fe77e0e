// The colours of the stage.

// The palette of Okabe and Ito, lightened for a dark ground: told apart by all eyes.
export const cellColours = {
  congruent: "#2fd39b", elsewhere: "#f0b429", otherRotation: "#d98ab8", correlationTooLow: "#f07f3c",
  noOverlap: "#6cc0f5", notEnoughPoints: "#66707d",
};
export const sideColours = { first: "#7cc4ff", second: "#ffb45e" };

// Blue, nearly black, orange: as the shader has them.
export const differenceColours = [[0, "rgb(92 173 255)"], [0.5, "rgb(23 26 29)"], [1, "rgb(255 161 51)"]];

// A colour map as bytes, three a colour, from six hexadecimal digits a colour.
export function colourBytes(hexadecimal) {
  return Uint8Array.from(hexadecimal.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

export const greyBytes = Uint8Array.from({ length: 768 }, (_, index) => Math.floor(index / 3));

// The same for a gradient of the canvas.
export function gradientStops(bytes) {
  return Array.from({ length: 17 }, (_, index) => {
    const at = Math.round((index / 16) * (bytes.length / 3 - 1)) * 3;
    return [index / 16, `rgb(${bytes[at]} ${bytes[at + 1]} ${bytes[at + 2]})`];
  });
}
