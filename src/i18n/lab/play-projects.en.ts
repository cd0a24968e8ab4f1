/** Interface texts of the playground's projects and folders, in English. `{name}` is filled in. */

export const playProjectsEn = {
  projectName: 'Project name',
  fromLinkName: 'Project from a link',
  unnamedProject: 'Project of mine',
  archiveName: 'doppelclass-{name}',
  archiveUnnamed: 'project',

  renameFolder: 'Rename folder…',
  renameFolderTitle: 'Rename a folder',
  folder: 'Folder',
  newPath: 'New path',
  renameFolderHint:
    'Everything in it moves along. Imports and symlinks stay as they are written: the next run reports those that lead nowhere then.',
  renamedFolder: '{from} is now {to}. Files and links in it: {count}.',
  bringBackLink: 'Bring back the symlink {link}',
}
