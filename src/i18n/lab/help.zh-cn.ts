/** Interface texts of what helps a reader along: hints, the solution, the choice of editor. In Simplified Chinese. */
import type { helpEn } from './help.en.ts'

export const helpZhCn: typeof helpEn = {
  hints: '提示',
  nextHint: '给我提示（第 {number} 条，共 {count} 条）',
  noMoreHints: '没有更多提示了',

  showSolution: '查看参考答案',
  hideSolution: '收起参考答案',
  solutionLoading: '正在加载参考答案……',
  solutionFailed: '参考答案没能加载：{message} 请先点“收起参考答案”，再试一次。',
  solutionIsYours: '你的代码和这份参考答案一字不差。',
  takeSolution: '把参考答案放进我的代码',
  takeSolutionNote: '你自己的代码会留着：点“找回我的代码”就能回来。',
  diffYours: '你的代码',
  diffSolution: '参考答案',

  plainEditorHint: 'Tab 移到下一处，Escape 离开编辑器。',
  plainEditor: '纯文本编辑器',
  /** Below the site's root. */
  keyboardPage: 'zh-cn/keyboard/',
  keyboardHelp: '键盘与读屏软件',
}
