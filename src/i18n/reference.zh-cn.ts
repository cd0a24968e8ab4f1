/** 供查阅的页面的文字：术语表，以及名称对照表。 */
import type { reference as en } from './reference.en.ts'

export const reference: typeof en = {
  referenceNavigation: '查阅',

  glossary: '术语表',
  glossaryLead: '本课程的用词，每个词只有一个意思。课文里第一次用到时，都会链接到这里。',
  glossarySee: '另见',
  glossaryUsed: '出现在',

  names: '与 Dask 的名称对照',
  namesSummary: 'Dask distributed 里的名称在实验里叫什么，又有哪些不同。',
  namesLead:
    '实验背后是 Dask distributed 的一个小模型。名称由下划线写法改为驼峰写法，关键字参数合成一个对象。下表列出模型的全部公开名称。凡是关于 Dask 的说法，除非注明版本，在 2024.7.1 和 2026.7.1 上都成立。',
  namesPython: '在 Dask 里',
  namesOurs: '在这里',
  namesDiffers: '不同之处',
  namesOwn: '只有这里才有：',
  namesMissing: '没有模拟的，例如：',
}
