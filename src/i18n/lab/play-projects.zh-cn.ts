/** Interface texts of the playground's projects and folders, in Simplified Chinese. */
import type { playProjectsEn } from './play-projects.en.ts'

export const playProjectsZhCn: typeof playProjectsEn = {
  projectName: '项目名称',
  fromLinkName: '来自链接的项目',
  unnamedProject: '我的项目',
  archiveName: 'doppelclass-{name}',
  archiveUnnamed: 'project',

  renameFolder: '重命名文件夹…',
  renameFolderTitle: '重命名文件夹',
  folder: '文件夹',
  newPath: '新路径',
  renameFolderHint: '文件夹里的东西会一起移过去。import 和符号链接保持原样：哪些因此找不到目标，下一次运行会报出来。',
  renamedFolder: '{from} 现在是 {to}，其中有 {count} 个文件和链接。',
  bringBackLink: '恢复符号链接 {link}',
}
