// Starts Azurite with this process's arguments, and stops it when standard input closes:
// so it never outlives the program that started it, even one that was killed.
'use strict';
const stop = () => process.kill(process.pid, 'SIGTERM');
process.stdin.resume();
process.stdin.once('end', stop);
process.stdin.once('error', stop);
// Ctrl+C reaches every process of a terminal. Storage is the last to go: whoever writes to it has to end first.
process.on('SIGINT', () => {});
const once = process.once;
process.once = (event, listener) => (event === 'SIGINT' ? process : once.call(process, event, listener));
require('azurite/dist/src/azurite.js');
