// Writes the shapes of states and counties that the pages draw: npm ci && npm run write-shapes
// nation.tsv has the United States in one drawing, as the atlas projects them (Alaska and Hawaii moved beside the
// others, territories left out); states.tsv has each state in a drawing of its own, with north up.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { albers } from './albers.mjs';
import { areaOf, decodeArcs, ringsOf, simplify } from './topology.mjs';

const require = createRequire(import.meta.url);
const source = require('us-atlas/package.json');
const folder = new URL('../../src/Pages/Charts/Shapes/', import.meta.url);

const columns = 'FIPS code, box (x, y, width, height), SVG path';

const boxOf = points => points.reduce(
  ([left, top, right, bottom], [x, y]) => [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)],
  [Infinity, Infinity, -Infinity, -Infinity]);

/** The arcs on a grid of whole numbers whose origin is the box's corner, after simplification. */
const onGrid = (arcs, box, factor, smallest) => arcs.map(arc =>
  simplify(arc.map(([x, y]) => [(x - box[0]) * factor, (y - box[1]) * factor]), smallest).map(point => point.map(Math.round)));

/** The code of an area, the box around it and its path, without islands smaller than this area; the largest ring is always kept. */
function row(geometry, arcs, smallestIsland) {
  const rings = ringsOf(geometry, arcs);
  const least = Math.min(smallestIsland, Math.max(...rings.map(areaOf)));
  const drawn = rings.filter(ring => areaOf(ring) >= least);
  const [left, top, right, bottom] = boxOf(drawn.flat());
  return [geometry.id, [left, top, right - left, bottom - top].join(' '), pathOf(drawn)];
}

/** An SVG path of relative steps. */
function pathOf(rings) {
  let path = '', [penX, penY] = [0, 0];
  for (const ring of rings) {
    const points = ring.filter(([x, y], i) => i === 0 || x !== ring[i - 1][0] || y !== ring[i - 1][1]);
    const steps = points.slice(1, -1).map(([x, y], i) => `${x - points[i][0]},${y - points[i][1]}`);
    path += `m${points[0][0] - penX},${points[0][1] - penY}${steps.length > 0 ? 'l' + steps.join(' ') : ''}z`;
    [penX, penY] = points[0];
  }
  return path.replaceAll(',-', '-').replaceAll(' -', '-');
}

function write(file, what, columns, rows) {
  const header = [
    `# ${what}: US Census Bureau, by ${source.name} ${source.version}, the edition of 2017 (licence ${source.license}).`,
    `# Written by eng/places/write-shapes.mjs. Columns: ${columns}.`,
  ];
  const text = [...header, ...rows.map(row => row.join('\t'))].join('\n') + '\n';
  writeFileSync(new URL(file, folder), text);
  console.log(`${file}: ${rows.length} rows, ${text.length} bytes.`);
}

const byId = (a, b) => a.id < b.id ? -1 : 1;

function nation() {
  const atlas = require('us-atlas/counties-albers-10m.json');
  const arcs = decodeArcs(atlas);
  const box = boxOf(arcs.flat());
  const factor = 1800 / (box[2] - box[0]);
  const grid = onGrid(arcs, box, factor, 2);
  const geometries = [...atlas.objects.states.geometries].sort(byId).concat([...atlas.objects.counties.geometries].sort(byId));
  const size = [1800, Math.round((box[3] - box[1]) * factor)];
  write('nation.tsv', 'States and counties in one drawing', '"US" and the size of the drawing; then of each area: ' + columns,
    [['US', size.join(' ')], ...geometries.map(geometry => row(geometry, grid, 6))]);
}

function states() {
  const atlas = require('us-atlas/counties-10m.json');
  // The westernmost Aleutian Islands are beyond the antimeridian.
  const degrees = decodeArcs(atlas).map(arc => arc.map(([east, north]) => [east > 172 ? east - 360 : east, north]));
  const rows = [...atlas.objects.states.geometries].sort(byId).flatMap(state => {
    const counties = atlas.objects.counties.geometries.filter(county => county.id.startsWith(state.id)).sort(byId);
    const used = new Set(counties.flatMap(county => county.arcs.flat(2)).map(index => index < 0 ? ~index : index));
    const project = albers(boxOf(ringsOf(state, degrees).flat()));
    const arcs = degrees.map((arc, i) => used.has(i) ? arc.map(project) : []);
    const box = boxOf(arcs.flat());
    const factor = 700 / Math.max(box[2] - box[0], box[3] - box[1]);
    const grid = onGrid(arcs, box, factor, 1);
    const size = [(box[2] - box[0]) * factor, (box[3] - box[1]) * factor].map(Math.round);
    return [[state.id, size.join(' ')], ...counties.map(county => row(county, grid, 2))];
  });
  write('states.tsv', 'Each state in a drawing of its own',
    "the state's FIPS code and the size of its drawing; then of each county: " + columns, rows);
}

mkdirSync(folder, { recursive: true });
nation();
states();
