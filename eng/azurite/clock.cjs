// Preloaded into the emulator by tests (node --require): on SIGUSR2, eleven minutes pass for it at once.
'use strict';
const RealDate = Date;
let ahead = 0;
process.on('SIGUSR2', () => { ahead += 11 * 60 * 1000; });
globalThis.Date = class extends RealDate {
  constructor(...values) {
    if (values.length === 0) super(RealDate.now() + ahead);
    else super(...values);
  }

  static now() { return RealDate.now() + ahead; }
};
