/** Reads how the page sets its code, so that the editor stands exactly where the printed code stood. */

export interface CodeMetrics {
  readonly fontFamily: string
  /** In pixels, as the two that follow. */
  readonly fontSize: number
  readonly lineHeight: number
  readonly padding: number
  /** Whether there is no room to scroll sideways, as on a phone. */
  readonly isNarrow: boolean
}

const NARROW = 480

/** The custom properties that a container may set, each with what stands in for it. */
const PROBE_STYLE = `
  position: absolute; visibility: hidden; box-sizing: border-box; width: 100%;
  font-family: var(--code-font, var(--font-code, 'JetBrains Mono Variable', ui-monospace, monospace));
  font-size: var(--code-size, var(--size-code, 14px));
  line-height: var(--code-line, 22px);
  padding-top: var(--code-pad, 16px);
`

export function readMetrics(container: HTMLElement): CodeMetrics {
  const probe = document.createElement('div')
  probe.style.cssText = PROBE_STYLE
  container.append(probe)
  const { fontFamily, fontSize, lineHeight, paddingTop } = getComputedStyle(probe)
  probe.remove()
  return {
    fontFamily,
    fontSize: Number.parseFloat(fontSize),
    lineHeight: Number.parseFloat(lineHeight),
    padding: Number.parseFloat(paddingTop),
    isNarrow: container.clientWidth < NARROW,
  }
}
