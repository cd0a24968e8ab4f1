/** Interface texts of what is kept of a reader's own work, in English. `{name}` is filled in. */
export const ownWorkEn = {
  /** The page that lists what is kept, below the site's root. */
  workPath: 'your-work/',
  workPage: 'See what is kept',
  workTrouble: {
    full: 'The browser’s storage is full: your work is only in this page for now. Make room, or download it before you leave. It is kept as soon as there is room.',
    denied:
      'This browser does not let the site keep anything: your work is only in this page, and is gone when you leave it.',
    newer:
      'A newer version of this site is open in this browser: reload this page. Until then your work is only in it.',
    silent: 'The browser’s storage does not answer. Your work is only in this page for now. The site goes on trying.',
    failed: 'Your work could not be kept: it is only in this page for now. The site goes on trying.',
    missing:
      'The part of the site that keeps your work could not be loaded: it is only in this page. Reload when you are back online.',
  },
  workRecovered: 'Your work is kept again.',
  workNewer: 'There is newer work on this, saved {when} in another tab or from a file.',
  workOther: 'There is another copy of your work on this, saved {when}.',
  workTake: 'Take it',
  workKeepMine: 'Keep mine',
  workEarlier: 'You have work on an earlier version of this lab, saved {when}.',
  workShowEarlier: 'Show it',
  workStartFresh: 'Start fresh',
  workTaken: 'Here it is. What was here before is kept as well.',
  workKept: 'Yours stays. The other is kept as well.',
  workBroken:
    'Kept records that could not be read: {count}. They are set aside as they were, and are part of an export.',
  workFromNewer:
    'Kept records from a newer version of this site: {count}. They are set aside as they were, and are part of an export.',
  workDismiss: 'All right',
}
