// How well two surfaces agree as they lie on each other now.
// Looks at about `side` times `side` places of the first surface; undefined where hardly anything overlaps.
export function agreement(settings, side = 140) {
  const { first, second } = settings.surfaces;
  const step = Math.max(first.width, first.height) / side;
  const levels = [first.levelFor(step), second.levelFor(step)];
  const { views } = settings;
  let [count, seen] = [0, 0];
  let [a, b, aa, bb, ab] = [0, 0, 0, 0, 0];
  for (let y = step / 2; y < first.height; y += step) {
    for (let x = step / 2; x < first.width; x += step) {
      const place = { x, y };
      const one = first.heightAt(place, levels[0]);
      if (one === undefined) continue;
      seen += 1;
      const other = second.heightAt(views.second.place(views.first.pixel(place)), levels[1]);
      if (other === undefined) continue;
      count += 1;
      a += one;
      b += other;
      aa += one * one;
      bb += other * other;
      ab += one * other;
    }
  }
  if (count < 40) return undefined;
  const [one, other] = [aa - (a * a) / count, bb - (b * b) / count];
  const both = ab - (a * b) / count;
  return {
    share: count / seen,
    correlation: one > 0 && other > 0 ? both / Math.sqrt(one * other) : 0,
    difference: Math.sqrt(Math.max(0, one + other - 2 * both) / count),
  };
}
