/** What the console says of things that a program tried and may not do, in Simplified Chinese. `{target}` is an address or a name. */
import type { blockedEn } from './blocked.en.ts'

export const blockedZhCn: typeof blockedEn = {
  blockedLabel: '已拦截',
  blocked: {
    network: '程序试图连接 {target}。这里的程序不能访问网络。',
    code: '程序试图从 {target} 加载代码。这里的程序只能运行自己的文件和包。',
    eval: '程序试图把一段文本当作代码执行。这里的程序不能使用 eval 和 new Function。',
    worker: '程序试图启动 worker（{target}）。这里的程序只在一个 worker 里运行，不能再启动别的。',
    storage: '程序试图使用 {target}。这里的程序不能在浏览器里保存任何东西。',
    channel: '程序试图打开 {target}。这里的程序不能与其他页面通信。',
  },
}
