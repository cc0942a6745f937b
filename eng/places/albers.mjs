// Albers' equal-area conic projection, with north up at a middle meridian: how a state is drawn alone.
const radians = degrees => degrees * Math.PI / 180;

/** A projection for this box of degrees [west, south, east, north], with its two parallels a sixth from either edge. */
export function albers([west, south, east, north]) {
  const middle = (west + east) / 2, sixth = (north - south) / 6;
  const sines = [south + sixth, north - sixth].map(degrees => Math.sin(radians(degrees)));
  const n = (sines[0] + sines[1]) / 2;
  const c = 1 - sines[0] ** 2 + 2 * n * sines[0];
  return ([longitude, latitude]) => {
    const radius = Math.sqrt(c - 2 * n * Math.sin(radians(latitude))) / n;
    const angle = n * radians(longitude - middle);
    return [radius * Math.sin(angle), -(Math.sqrt(c) / n) + radius * Math.cos(angle)];
  };
}
