/** Texts of the pages to look things up in: the glossary and the table of names. */

export const reference = {
  referenceNavigation: 'To look things up',

  glossary: 'Glossary',
  glossaryLead: 'The words of this course, each with one meaning. Lessons link to them where they first use them.',
  glossarySee: 'See also',
  glossaryUsed: 'In the lessons',

  names: 'Names in Dask and here',
  namesSummary: 'Which name of Dask’s distributed is which name in the labs, and what differs.',
  namesLead:
    'The labs run against a small model of Dask’s distributed. Names go from snake to camel, and keyword arguments become one object. The table has every public name of the model. What is said of Dask holds for 2024.7.1 and 2026.7.1 unless a version is named.',
  namesPython: 'In Dask',
  namesOurs: 'Here',
  namesDiffers: 'What differs',
  namesOwn: 'Only here:',
  namesMissing: 'Not modelled, among others:',
}
