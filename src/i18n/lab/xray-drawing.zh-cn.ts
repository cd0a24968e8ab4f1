/** Interface texts of the drawings in the lessons' prose, in Simplified Chinese. */
import type { xrayDrawingEn } from './xray-drawing.en.ts'

export const xrayDrawingZhCn: typeof xrayDrawingEn = {
  drawingModules: '图：一次运行中的模块',
  drawingClasses: '图：一次运行中的类',
  drawingCheck: '图：一次检查，逐步来看',
  drawingInWords: '文字说明',
  drawnFromStart: '根据实验初始程序的一次运行绘制。',
  drawnFromSolution: '根据修改后程序的一次运行绘制。',
}
