// Writes the register of counties and their equivalents that the ledger carries: npm ci && npm run write
// The source has codes and bare names. What a county is called in print (Parish, Borough, city ...) and which
// cities are also counties is defined here; the names of kinds are the Census Bureau's.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const source = require('us-atlas/package.json');
const atlas = require('us-atlas/counties-10m.json');

const states = {
  '01': 'AL', '02': 'AK', '04': 'AZ', '05': 'AR', '06': 'CA', '08': 'CO', '09': 'CT', 10: 'DE', 11: 'DC', 12: 'FL', 13: 'GA',
  15: 'HI', 16: 'ID', 17: 'IL', 18: 'IN', 19: 'IA', 20: 'KS', 21: 'KY', 22: 'LA', 23: 'ME', 24: 'MD', 25: 'MA', 26: 'MI',
  27: 'MN', 28: 'MS', 29: 'MO', 30: 'MT', 31: 'NE', 32: 'NV', 33: 'NH', 34: 'NJ', 35: 'NM', 36: 'NY', 37: 'NC', 38: 'ND',
  39: 'OH', 40: 'OK', 41: 'OR', 42: 'PA', 44: 'RI', 45: 'SC', 46: 'SD', 47: 'TN', 48: 'TX', 49: 'UT', 50: 'VT', 51: 'VA',
  53: 'WA', 54: 'WV', 55: 'WI', 56: 'WY', 60: 'AS', 66: 'GU', 69: 'MP', 72: 'PR', 78: 'VI',
};

// Cities whose limits and government are the county's. New York City is five counties, and Lexington, Nashville and
// the like share theirs with other places or are known by the county's own name: they are not here.
const oneWithTheirCounty = {
  '02020': 'Anchorage', '02110': 'Juneau', '02220': 'Sitka', '02230': 'Skagway', '02275': 'Wrangell', '02282': 'Yakutat',
  '06075': 'San Francisco', '08014': 'Broomfield', '08031': 'Denver', 15003: 'Honolulu', 22071: 'New Orleans', 42101: 'Philadelphia',
};

const alaska = {
  ' Municipality': ['02020', '02230'],
  ' City and Borough': ['02110', '02220', '02275', '02282'],
  ' Census Area': ['02016', '02050', '02070', '02105', '02158', '02180', '02198', '02240', '02261', '02290'],
};

const territories = { AS: ' District', GU: '', MP: ' Municipality', PR: ' Municipio', VI: ' Island' };

// Virginia's independent cities, Baltimore, St. Louis and Carson City: their codes begin at 510.
const isIndependentCity = (fips, state) => state !== 'AK' && !(state in territories) && Number(fips.slice(2)) >= 510;

function suffix(fips, state, name) {
  if (state === 'DC' || name.endsWith(' City') && isIndependentCity(fips, state)) return '';
  if (isIndependentCity(fips, state)) return ' city';
  if (state === 'LA') return ' Parish';
  if (state === 'AK') return Object.keys(alaska).find(kind => alaska[kind].includes(fips)) ?? ' Borough';
  return territories[state] ?? ' County';
}

const city = (fips, state, name) =>
  isIndependentCity(fips, state) || state === 'PR' ? name : oneWithTheirCounty[fips] ?? '';

const rows = atlas.objects.counties.geometries
  .map(({ id, properties: { name } }) => ({ fips: id, state: states[id.slice(0, 2)], name }))
  .sort((a, b) => a.fips < b.fips ? -1 : 1)
  .map(({ fips, state, name }) => [fips, state, name + suffix(fips, state, name), city(fips, state, name)].join('\t').trimEnd());

// A county that the source no longer has would silently lose its city.
for (const fips of [...Object.keys(oneWithTheirCounty), ...Object.values(alaska).flat()])
  if (!rows.some(row => row.startsWith(fips))) throw new Error(`${source.name} ${source.version} has no county ${fips}`);
// Any other place with a city's code would be of a kind that this script doesn't know.
for (const row of rows)
  if (row.includes(' city\t') && !/^(24510|29510|51)/.test(row)) throw new Error(`What is ${row}?`);

const target = new URL('../../src/Ledger/Places/counties.tsv', import.meta.url);
const header = [
  `# Counties and their equivalents, with their FIPS codes: US Census Bureau, by ${source.name} ${source.version} (licence ${source.license}).`,
  '# Written by eng/places/write-counties.mjs. Columns: FIPS code, state, name, and the name of the city if it is one.',
];
const text = [...header, ...rows].join('\n') + '\n';
writeFileSync(target, text);
console.log(`${rows.length} counties written.`);
