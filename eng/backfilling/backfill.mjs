// Lets the app fetch the mementos of a TimeMap, some seconds at a time, and shows how far it is. The app stores what it has fetched:
// running this again goes on where it stopped, and fetches nothing twice.
const usage = `usage: eng/backfill TIMEMAP [--match REGEX] --to ADDRESS [--key KEY]
  TIMEMAP  address of a Memento TimeMap in link format (RFC 7089), such as
           https://web.archive.org/web/timemap/link/https://agency.example/report.pdf
  --match  regular expression over the addresses of the mementos to fetch (default: all)
  --to     address of the app, such as http://localhost:7071
  --key    its function key; FUNCTION_KEY of the environment if left out (others can see keys in arguments)

Fetches each memento once, one request at a time, and drops those whose bytes differ from the one before, with the moment at which the
archive captured them. An app of eng/run reaches an archive on this machine only with --source.

Exit code: 0 when all were fetched, 1 when some could not be fetched, 2 when the app or the archive refused or did not answer.`;

const options = { match: '', key: process.env.FUNCTION_KEY };
let timemap;
const given = process.argv.slice(2);
for (let i = 0; i < given.length; i++) {
  const name = /^--(match|to|key)$/.exec(given[i])?.[1];
  if (name && i + 1 < given.length) options[name] = given[++i];
  else if (!given[i].startsWith('-') && !timemap) timemap = given[i];
  else exit(usage);
}
if (!timemap || !options.to || !options.key) exit(usage);

function exit(message) {
  console.error(message);
  process.exit(2);
}

const pause = seconds => new Promise(resolve => setTimeout(resolve, 1000 * seconds));

async function run() {
  const address = new URL(`/api/backfill?timemap=${encodeURIComponent(timemap)}&match=${encodeURIComponent(options.match)}`, options.to);
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await fetch(address, { method: 'POST', headers: { 'x-functions-key': options.key } });
      if (answer.ok) return await answer.json();
      // Only what may be temporary is tried again.
      if (answer.status < 500 || attempt === 3) exit(`The app answered ${answer.status}: ${await answer.text()}`);
    } catch (failure) {
      if (attempt === 3) exit(`The app did not answer: ${failure.message}${failure.cause ? ` (${failure.cause.message})` : ''}`);
    }
    await pause(attempt);
  }
}

for (;;) {
  const progress = await run();
  const { mementos, fetched, fetchedNow, dropped, failed, failures, done, waitUntil, error, status } = progress;
  if (error === 'running') {
    console.log('Another run of this backfill is not finished; waiting …');
    await pause(10);
  } else if (waitUntil) {
    const seconds = Math.max(1, Math.ceil((new Date(waitUntil) - Date.now()) / 1000));
    console.log(`${fetched}/${mementos} fetched, ${dropped} dropped. The archive asks to wait for ${seconds} s …`);
    await pause(seconds);
  } else if (error) {
    exit(`The TimeMap could not be read: ${error}${status ? `, status ${status}` : ''}`);
  } else {
    console.log(`${fetched}/${mementos} fetched (${fetchedNow} now), ${dropped} dropped${failed ? `, ${failed} failed` : ''}`);
    if (done) {
      for (const failure of failures) console.log(`  ${failure.address}  ${failure.error}${failure.status ? ` ${failure.status}` : ''}`);
      process.exitCode = failed > 0 ? 1 : 0;
      break;
    }
  }
}
