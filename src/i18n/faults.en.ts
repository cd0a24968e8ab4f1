/** What can be wrong with a project or a record that comes from outside, in English. `{detail}` is filled in. */

export const faultsEn = {
  at: '{place}: {what}',
  path: 'a path has letters, digits, “.”, “-”, “_”, “@” and “+”, with “/” between folders',
  'long-path': 'a path has at most {detail} characters',
  'path-steps': 'a path has no “.” or “..” as a step',
  'path-name': 'this name belongs to every object',
  target: 'a link leads to a relative path, with “/” between folders',
  'target-inside': 'a link leads out of the project',
  condition: 'a condition is a name of letters and digits',
  package: 'a package has a name as an import has it, such as “kit” or “@scope/kit”',
  'alias-target': 'an alias stands for a package or a path',
  external: 'a specifier has no blanks and at most one “*”',
  'many-aliases': 'too many aliases',
  'many-files': 'too many files',
  'many-links': 'too many links',
  'long-file': 'a file is longer than {detail} characters',
  'much-text': 'the files have too much text',
  version: 'a version looks like 2024.7.1',
  entry: 'the entry is none of the files',
  clash: 'a path is there twice, or lies in a file or a link',
  'work-id': 'it names no lab and no project',
  line: 'a line has letters, digits, “.”, “-” and “_”',
  key: 'it is not that of the record',
  type: 'the type should be {detail}',
  'too-large': 'more than {detail}',
  'unknown-key': '“{detail}” does not belong there',
  other: 'a value that cannot be',
}

export type FaultStrings = typeof faultsEn
