/** Texts of the page that lists what is kept, in Simplified Chinese. `{name}` is filled in. */

import { faultsZhCn } from './faults.zh-cn.ts'
import type { YourWorkStrings } from './your-work.en.ts'

export const yourWorkZhCn: YourWorkStrings = {
  faults: faultsZhCn,
  title: '你的代码与进度',
  description: '本站在你的浏览器里保存了什么：代码、答案和进度。可以导出带走，可以导入取回，也可以全部删除。',
  where:
    '你在这里写下的内容会随写随存：只存在这台设备的这个浏览器里，不会传到别处。清除本站数据，它们就没有了；有些浏览器在你很久没来之后也会自行清除。导出成文件，才真正归你保管。',
  noScript: '要查看保存的内容，请允许本页运行 JavaScript。',
  loading: '正在查找保存的内容……',
  refused: {
    full: '浏览器的存储空间已满。请在下面删掉一些，或在别处腾出空间，然后再试。',
    denied: '浏览器不允许本站保存任何内容。无痕窗口和严格的隐私设置会这样。',
    newer: '这个浏览器里已打开过本站的新版本，请刷新页面。',
    silent: '浏览器的存储没有响应。',
    failed: '浏览器的存储出错了：{message}',
  },
  triedAgain: '{trouble}本页会自动重试。',

  export: '导出全部',
  import: '导入文件……',
  fileName: 'doppelclass-work-{date}.json',
  imported: '已从 {file} 导入：代码 {copies} 份，答案和进度 {notes} 条，读不出的记录 {aside} 条。原有内容没有改动。',
  importedNothing: '没有新增任何内容：{file} 里的东西这里都有了。',
  importRefused: {
    'too-long': '没有导入 {file}：它有 {detail} 个字符，导出的文件不会这么大。什么都没有改动。',
    'not-json': '没有导入 {file}：它不是 JSON，或者不完整。什么都没有改动。',
    'not-ours': '没有导入 {file}：它不是本站导出的文件。什么都没有改动。',
    newer: '没有导入 {file}：它是本站的新版本导出的（{detail}）。请刷新页面再试。什么都没有改动。',
    broken: '没有导入 {file}：文件已损坏（{detail}）。什么都没有改动。',
  },

  codeTitle: '代码',
  codeNone: '还没有保存任何代码。改动实验里的代码之后，它会出现在这里。',
  columnWork: '实验',
  columnSaved: '保存时间',
  columnSize: '大小',
  columnActions: '操作',
  kilobytes: '{size} KB',
  newest: '实验里显示的就是它',
  older: '另一份',
  earlierRevision: '写于实验的旧版本',
  show: '在实验里显示',
  delete: '删除',
  deleteLabel: '删除 {work} 保存于 {when} 的那一份',
  showLabel: '在实验里显示 {work} 保存于 {when} 的那一份',
  playground: '演练场：{name}',
  playgroundPage: 'zh-cn/playground/',
  missingLab: '{id}（本站已没有这个实验）',

  restTitle: '答案与进度',
  rest: '答案 {answers} 个，已开始的课 {started} 节，已完成的课 {done} 节。',

  asideTitle: '另存的记录',
  asideLead: '这些记录读不出来，已原样保留，导出时会一并带上。',
  aside: { broken: '已损坏（{reason}），另存于 {when}', newer: '由本站的新版本写成（{reason}），另存于 {when}' },

  deleteAll: '全部删除',
  deleteAllQuestion: '要从这个浏览器里删除本站的全部代码、答案和进度吗？',
  deleteAllYes: '是，全部删除',
  deleteAllNo: '不，留着',
  deleted: '已删除。离开本页之前，还可以恢复。',
  undo: '恢复',
  undone: '已恢复。',
}
