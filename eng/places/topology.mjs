// Reads a TopoJSON file: areas share arcs, so that an arc that is simplified once stays the same for both neighbours.

/** The arcs as lists of [x, y], in the file's units. */
export function decodeArcs({ arcs, transform: { scale, translate } }) {
  return arcs.map(arc => {
    let x = 0, y = 0;
    return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
  });
}

/** The rings of an area: closed lists of points, outer rings and holes alike. */
export function ringsOf(geometry, arcs) {
  const polygons = geometry.type === 'MultiPolygon' ? geometry.arcs : geometry.type === 'Polygon' ? [geometry.arcs] : [];
  return polygons.flat().map(ring => ring.flatMap((index, i) => {
    const arc = index < 0 ? arcs[~index].toReversed() : arcs[index];
    return i === 0 ? arc : arc.slice(1);
  }));
}

/** Visvalingam's simplification: drops points whose triangle with both neighbours is smaller than this area. The ends are kept. */
export function simplify(points, smallest) {
  const kept = points.slice();
  while (kept.length > 3) {
    let at = 0, least = smallest;
    for (let i = 1; i < kept.length - 1; i++) {
      const area = triangle(kept[i - 1], kept[i], kept[i + 1]);
      if (area < least) [at, least] = [i, area];
    }
    if (at === 0) break;
    kept.splice(at, 1);
  }
  return kept;
}

const triangle = ([ax, ay], [bx, by], [cx, cy]) => Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;

/** The area inside a ring, without its sign. */
export const areaOf = ring => Math.abs(ring.reduce((sum, [x, y], i) => {
  const [nextX, nextY] = ring[(i + 1) % ring.length];
  return sum + x * nextY - nextX * y;
}, 0)) / 2;
