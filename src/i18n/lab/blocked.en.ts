/** What the console says of things that a program tried and may not do, in English. `{target}` is an address or a name. */
export const blockedEn = {
  blockedLabel: 'Blocked',
  blocked: {
    network: 'This program tried to open a connection to {target}. Programs here have no network.',
    code: 'This program tried to load code from {target}. Programs here run only their own files and packages.',
    eval: 'This program tried to make code out of a text. In programs here, eval and new Function are switched off.',
    worker:
      'This program tried to start a worker ({target}). Programs here run in one worker and cannot start another.',
    storage: 'This program tried to use {target}. Programs here cannot keep anything in the browser.',
    channel: 'This program tried to open a {target}. Programs here cannot talk to other pages.',
  },
}
