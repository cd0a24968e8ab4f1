/** Interface texts of the site, in Simplified Chinese. `{name}` is filled in. */
import type { Strings } from './en.ts'
import { reference } from './reference.zh-cn.ts'

export const zhCn = {
  ...reference,
  siteName: '同名异类',
  siteDescription:
    '一门只讲一个 bug 的互动课程：同一个类经由两条模块路径加载，就成了两个类。程序是真的，报错也是真的，全部在浏览器里运行。',
  otherLanguage: 'English',

  skipToContent: '跳到正文',
  contents: '目录',
  courseNavigation: '课程目录',
  home: '首页',
  chapter: '第 {number} 章：{title}',
  inPreparation: '（准备中）',
  progressStarted: '（已开始）',
  progressDone: '（已完成）',
  breadcrumbs: '当前位置',
  neighbours: '上一课与下一课',
  previous: '上一课',
  next: '下一课',
  nextInPreparation: '下一课（准备中）',

  theme: '主题',
  themeSystem: '跟随系统',
  themeLight: '浅色',
  themeDark: '深色',
  themeLabel: '主题：{theme}',

  playground: '演练场',
  embed: '嵌入的实验',
  playgroundDescription:
    '文件由你自己安排的工作台：用包、符号链接或构建设置，让同一个类经由两条模块路径加载，看看会怎样。',

  search: '搜索',
  searchTitle: '搜索课程',
  searchLabel: '输入要找的词',
  searchClose: '关闭',
  searchIdle: '输入时，结果会出现在这里。',
  searchNone: '没有找到“{query}”。换一个更短的词试试。',
  searchOne: '找到 1 个页面。',
  searchMany: '找到 {count} 个页面。',
  searchFailed: '搜索索引没能加载。它由构建生成：请运行 npm run build，或直接使用目录。',

  minutes: '{minutes} 分钟',
  asidePython: '写给 Python 读者',
  asideJavascript: '写给 JavaScript 读者',
  transcript: '真实 Dask {version} 的运行记录，Python {python}',
  transcriptOn: '{on} 的运行记录',
  takeaway: '记住这几点',

  keyboard: '键盘与读屏软件',
  updateReady: '网站有了新版本。',
  updateNow: '重新加载',
  footerOpen: '开源项目，MIT 许可。',
  footerPrivacy: '没有跟踪，没有 Cookie，也不从别处加载任何东西。代码和学习进度只保存在这台设备上。',
  footerWork: '你的代码与进度',
  footerFacts: '文中关于 Dask 的说法，都在 2023.9.1 到 2026.7.1 的真实版本上实测过。',

  notFoundTitle: '没有这个页面',
  notFoundText: '这个地址下什么也没有。页面也许挪了位置，到首页的目录里找找看。',
  notFoundHome: '回首页',
  notFoundLesson: '去第一课',

  homeTitle: '同一个类，加载两次，就是两个类',
  homeLead:
    '你明明继承了 WorkerPlugin，Dask 却说没有。拼写没错，环境也没坏：同一个文件以两个名字各执行了一遍，每一遍都造出了一个自己的类。',
  homeStart: '从“不可能的报错”开始',
  learnTitle: '学完之后，你会明白',
  learn: [
    '为什么一个类是某次模块执行的产物，既不等于它的名字，也不等于它的源码。',
    '检查失败时，怎样一步一步读出它走过的链，说清它停在哪里。',
    '怎样修好它而不放陌生人进来，又怎样从设计上让它不再发生。',
  ],
  methodTitle: '一课是怎样上的',
  method:
    '先预测程序会怎样，再运行它。程序是真的，报错也是真的。你会看到哪些模块执行过、各自造出了哪些类，然后动手改代码；是否达成目标，看的是这次运行做了什么，而不是你敲了什么字。这一切都发生在你的浏览器里。',
  audienceTitle: '适合谁读',
  audiencePython:
    '你写 Python，在 Dask 里见过“Registering duck-typed plugins is not allowed”，或者遇到过本该为真的 isinstance。',
  audienceJavascript:
    '你写 JavaScript 或 TypeScript，见过“Invalid hook call”“from another module or realm”，或者一个毫无道理地为假的 instanceof。',
  audienceBoth: '实验用 TypeScript 写成，这两种语言会一种就够。',
  contentsLead: '带链接的几课已经写好，其余各课正在准备。先把题目列在这里，让你看到这条路通向哪里。',

  figureTitle: '一个文件，两次印刷',
  figureChoice: '基类从哪里导入',
  figureSheet: '同一个文件',
  figurePrints: '执行它得到了什么',
  figureCheck: '沿着继承链向上，能遇到 {identity} 吗？',
  figureOutOfRegister: '未套准：两个类',
  figureInRegister: '套准：一个类',
  figureRegistered: 'register_plugin 认识的类',
  figureYours: '你继承的类',
  figureBoth: '你继承的，正是 register_plugin 认识的',
  figureNeverRun: '没有人用这个名字导入，文件也就不会再执行一遍。',
  figureStart: '你的插件',
  figureHopOwn: '你自己的类，不是 Dask 的',
  figureHopTwin: '名字相同，类不同',
  figureHopMet: '正是它',
  figureHopEnd: '链到头了：没有对上',
  figureHopUnasked: '不必再问',
  figureRejected: 'Dask 2024.7.1 拒绝了这个插件',
  figureAccepted: 'Dask 接受了这个插件',
  figureAcceptedDetail: '每个工作节点都会执行 setup，并回答 {status}。',
  figureWords: '用文字说明这幅图',
  figureWordsDeep: [
    '文件 distributed/diagnostics/plugin.py 以 distributed.diagnostics.plugin 这个名字执行了一遍，造出 1 号类 WorkerPlugin。register_plugin 认识的就是它。',
    '你的 import 要的名字是 dask.distributed.diagnostics.plugin。Python 还不认识这个名字，找到的却是同一个文件，于是又执行了一遍，造出 2 号类，它也叫 WorkerPlugin。',
    '你的插件继承的是 2 号类。检查从你的类走到 2 号类，再走到 object，一路上没有 1 号类。',
    '检查停在链的尽头，Dask 抛出 TypeError。',
  ],
  figureWordsCanonical: [
    '文件 distributed/diagnostics/plugin.py 只以 distributed.diagnostics.plugin 这个名字执行了一遍，造出 1 号类 WorkerPlugin。',
    '你的 import 要的是同一个名字，得到的也就是同一个类。',
    '检查从你的类出发，下一步就遇到 1 号类。Dask 接受了这个插件。',
  ],
  figureCaption:
    '每遇到一个新名字，Python 就把模块执行一遍。dask.distributed 里的一小段转接代码，给已经执行过的文件又添了一个名字。',
} satisfies Strings
