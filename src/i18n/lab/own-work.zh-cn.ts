/** Interface texts of what is kept of a reader's own work, in Simplified Chinese. `{name}` is filled in. */
import type { ownWorkEn } from './own-work.en.ts'

export const ownWorkZhCn: typeof ownWorkEn = {
  workPath: 'zh-cn/your-work/',
  workPage: '查看已保存的内容',
  workTrouble: {
    full: '浏览器的存储空间已满，你的代码暂时只留在这个页面里。请腾出一些空间，或在离开之前把代码下载下来；一有空间就会自动保存。',
    denied: '浏览器不允许本站保存任何内容。你的代码只留在这个页面里，离开就没有了。',
    newer: '这个浏览器里已打开过本站的新版本，请刷新页面。在此之前，你的代码只留在这个页面里。',
    silent: '浏览器的存储没有响应。你的代码暂时只留在这个页面里。本站会继续尝试。',
    failed: '你的代码没能保存，暂时只留在这个页面里。本站会继续尝试。',
    missing: '负责保存代码的那部分没能加载，你的代码只留在这个页面里。联网之后请刷新页面。',
  },
  workRecovered: '你的代码又能保存了，已经存好。',
  workNewer: '另有更新的代码，{when} 由别的标签页或导入的文件存入。',
  workOther: '这里你还有另一份代码，保存于 {when}。',
  workTake: '换成那一份',
  workKeepMine: '保留现在这份',
  workEarlier: '这个实验更新过。你在旧版本上写过代码，保存于 {when}。',
  workShowEarlier: '拿来用',
  workStartFresh: '从头开始',
  workTaken: '已换成那一份。原来的那份也留着。',
  workKept: '现在这份不变。另一份也留着。',
  workBroken: '有 {count} 条保存的记录读不出来，已原样另存；导出时会一并带上。',
  workFromNewer: '有 {count} 条记录是本站的新版本写的，这里读不了，已原样另存；导出时会一并带上。',
  workDismiss: '知道了',
}
