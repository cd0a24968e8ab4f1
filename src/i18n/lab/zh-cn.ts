/** Interface texts of the lab, in Simplified Chinese. `{name}` is filled in. */
import { blockedZhCn } from './blocked.zh-cn.ts'
import { consoleZhCn } from './console.zh-cn.ts'
import type { LabStrings } from './en.ts'
import { helpZhCn } from './help.zh-cn.ts'
import { ownWorkZhCn } from './own-work.zh-cn.ts'
import { xrayClassesZhCn } from './xray-classes.zh-cn.ts'
import { xrayDrawingZhCn } from './xray-drawing.zh-cn.ts'
import { xrayModulesZhCn } from './xray-modules.zh-cn.ts'
import { xrayTimelineZhCn } from './xray-timeline.zh-cn.ts'

export const zhCn: LabStrings = {
  prediction: { heading: '先猜一猜', right: '没错。', wrong: '不是这样。' },
  files: '文件',
  results: '结果',
  goals: '目标',
  edit: '编辑',
  run: '运行',
  stop: '停止',
  reset: '重置',
  undoReset: '找回我的代码',
  live: '边写边运行',
  daskVersion: 'Dask',
  openInPlayground: '在演练场中打开',
  oldResults: '这是改动之前的结果；现在的代码还没有运行过。',
  runHint: '也可按 {shortcut} 运行',
  editorLoading: '正在加载编辑器……',
  editorFailed: '编辑器加载失败：{message} 上面的代码仍可运行。可以再按一次“编辑”重试，也可以改用纯文本编辑器。',
  editorLabel: '{file}，可编辑。按 Escape 离开编辑器。',
  codeLabel: '{file}，只读。按“编辑”即可修改。',
  editorHint: '开始输入之前，Tab 会移到下一个控件；按 Escape 离开编辑器。',
  editedMark: '已修改',
  noScript: '要运行这段程序，请为本页启用 JavaScript。上面就是将要运行的代码。',

  tabConsole: '控制台',
  tabClasses: '类',
  tabModules: '模块',
  tabChecks: '检查',
  tabCluster: '集群',
  tabBundle: '打包结果',
  ...helpZhCn,
  ...xrayModulesZhCn,
  ...consoleZhCn,
  consoleEmpty: '程序的输出会出现在这里。请按“运行”。',
  consoleSilent: '程序运行结束，没有任何输出。',

  statusIdle: '就绪，请按“运行”。',
  statusEdited: '上次运行之后代码有改动。',
  statusLoading: '正在加载打包器……',
  statusBundling: '正在打包……',
  statusRunning: '正在运行……',
  statusJudging: '正在检查目标……',
  statusRejected: '未运行：{place} {message}',
  statusCompleted: '运行结束：{all} 个目标中达成 {met} 个。',
  statusFinished: '运行结束。',
  statusEndedBy: '因 {error} 而终止。',
  statusFailed: '因 {error} 而终止：{all} 个目标中达成 {met} 个。',
  statusStoppedByReader: '已由你停止。',
  statusStoppedByWatchdog: '{seconds} 秒后自动停止：程序一直没有结束。',
  statusBroken: '本页无法运行这段程序：{message}',

  goalMet: '已达成',
  goalUnmet: '未达成',
  goalSeen: '实际情况：',
  seenNotBundled: '程序无法打包：{message}',
  seenStopped: '程序没有运行到结束。',
  seenCrashed: '程序因 {message} 而终止',
  seenHiddenNotBundled: '隐藏程序和你的文件放在一起无法打包：{message}',
  seenPrivateField: '“{message}”。工作节点和 Nanny 手里是插件的副本，#私有字段却不会跟着副本过去。应当改用普通字段。',

  fromLibrary: '来自 {process}',
  uncaught: '未捕获',
  causedBy: '起因',
  dropped: '还有 {count} 行，未保留',
  droppedEvents: '还有 {count} 个事件，未保留',
  showPlace: '定位到 {file} 第 {line} 行',
  diagnosticError: '错误',
  diagnosticWarning: '警告',
  alreadyShown: '上文已展示',
  more: '另有 {count} 项',
  promise: 'Promise',

  ...ownWorkZhCn,
  ...xrayClassesZhCn,
  ...xrayTimelineZhCn,
  ...xrayDrawingZhCn,
  ...blockedZhCn,
}
