// Starts Azurite with this process's arguments, and stops it when standard input closes:
// so it never outlives the program that started it, even one that was killed.
'use strict';
process.stdin.resume();
process.stdin.once('end', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.once('error', () => process.kill(process.pid, 'SIGTERM'));
require('azurite/dist/src/azurite.js');
