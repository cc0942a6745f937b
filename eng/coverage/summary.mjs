// Prints what share of each project's lines and branches the tests ran, and fails where it is below its floor.
//   node summary.mjs SUMMARY [FLOORS]
// SUMMARY is ReportGenerator's JsonSummary; FLOORS maps a project's name to { line, branch }, in percent.
import { readFileSync } from 'node:fs'

const read = file => JSON.parse(readFileSync(file, 'utf8'))
const [summary, floorsFile] = process.argv.slice(2)
const measured = new Map(read(summary).coverage.assemblies.map(it => [it.name, {
  line: 100 * it.coveredlines / it.coverablelines,
  branch: 100 * it.coveredbranches / it.totalbranches
}]))
const floors = floorsFile ? read(floorsFile) : {}

// Rounded down: 89.99 isn't 90.
const shown = share => `${(Math.floor(share * 10) / 10).toFixed(1)} %`.padStart(9)
console.log(`\n${'coverage'.padEnd(16)}${'lines'.padStart(9)}${'branches'.padStart(10)}`)
for (const [name, { line, branch }] of measured) console.log(`${name.padEnd(16)}${shown(line)} ${shown(branch)}`)

for (const name of measured.keys())
  if (floorsFile && !floors[name]) fail(`${name} has no floor in ${floorsFile}.`)
for (const [name, floor] of Object.entries(floors))
  for (const kind of ['line', 'branch'])
    // Not below, and not missing either.
    if (!(measured.get(name)?.[kind] >= floor[kind]))
      fail(`${name}: ${kind} coverage is ${measured.has(name) ? shown(measured.get(name)[kind]).trim() : 'not measured'}, below the floor of ${floor[kind]} %.`)

function fail(message) {
  console.error(message)
  process.exitCode = 1
}
