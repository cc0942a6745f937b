// Requests a new reading of every revision that an earlier version of the reader read. Each is one request: what is done is done, and
// running it again goes on where it stopped.
const usage = `usage: eng/reread ADDRESS [KEY]
  ADDRESS  of the app, as http://localhost:7071
  KEY      its function key; FUNCTION_KEY of the environment if left out (keys in arguments are seen by others)

Reads the kept files again with the app's current reader. Exit code: 0 when all were read, 1 when some could not be read
(their earlier readings stay in force, and the weeks' checks say so), 2 when the app refused or did not answer.`;

const [address, key = process.env.FUNCTION_KEY] = process.argv.slice(2);
if (!address || address.startsWith('-') || !key) {
  console.error(usage);
  process.exit(2);
}

const attempts = 3;

async function ask(method, path) {
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await fetch(new URL(path, address), { method, headers: method === 'GET' ? {} : { 'x-functions-key': key } });
      if (answer.ok) return await answer.json();
      // Only what may pass is tried again.
      if (answer.status < 500 || attempt === attempts) throw new Refused(`${method} ${path} is answered ${answer.status}: ${await answer.text()}`);
    } catch (failure) {
      if (failure instanceof Refused || attempt === attempts) throw failure;
    }
    await new Promise(resolve => setTimeout(resolve, 1000 * attempt));
  }
}

class Refused extends Error {}

async function* pages(path, rows) {
  let next = null;
  do {
    const page = await ask('GET', `${path}?limit=1000${next ? `&cursor=${encodeURIComponent(next)}` : ''}`);
    yield* page[rows];
    next = page.next;
  } while (next);
}

try {
  const weeks = [];
  for await (const { week } of pages('/api/weeks', 'weeks')) weeks.push(week);

  const counts = { current: 0, same: 0, reread: 0, failed: 0 };
  for (const [position, week] of weeks.entries()) {
    // As they are before any of them changes.
    const revisions = [];
    for await (const { revision } of pages(`/api/weeks/${week}/revisions`, 'revisions')) revisions.push(revision);
    for (const revision of revisions.sort((a, b) => a - b)) {
      const { outcome, code, message } = await ask('PUT', `/api/weeks/${week}/revisions/${revision}/reading`);
      counts[outcome]++;
      console.log(`${position + 1}/${weeks.length}  ${week}  revision ${revision}  ${outcome}${code ? `  ${code}: ${message}` : ''}`);
    }
  }

  console.log(Object.entries(counts).map(([outcome, count]) => `${outcome}: ${count}`).join(', '));
  process.exitCode = counts.failed > 0 ? 1 : 0;
} catch (failure) {
  console.error(`${failure.message}${failure.cause ? ` (${failure.cause.message})` : ''}`);
  process.exitCode = 2;
}
