/** Where the focus is, and whether a reader sees it: its outline, as the browser draws it, in the window. */
import type { ElementHandle, Page } from '@playwright/test'

export interface FocusState {
  readonly isSeen: boolean
  /** Whether it is the target itself that has the focus. */
  readonly isThere: boolean
  /** Whether the target, or anything in it, has the focus. */
  readonly isInside: boolean
  /** What has the focus, and what was measured there. */
  readonly at: string
}

export function lookAtFocus(page: Page, target: ElementHandle<Element> | null = null): Promise<FocusState> {
  return page.evaluate((target) => {
    const element = document.activeElement ?? document.body
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element)
    const { top, bottom, left, right } = element.getBoundingClientRect()
    const isClear = /transparent|, 0\)$|\/ 0\)$/.test(outlineColor)
    const isDrawn = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !isClear
    const isInWindow = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth
    return {
      isSeen: element !== document.body && isDrawn && isInWindow,
      isThere: element === target,
      isInside: target?.contains(element) ?? false,
      at: `${outlineStyle} ${outlineWidth} ${outlineColor}, ${Math.round(left)} ${Math.round(top)}: ${element.outerHTML.slice(0, 160)}`,
    }
  }, target)
}
