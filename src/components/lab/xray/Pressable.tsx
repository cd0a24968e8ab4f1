/** A thing that answers to a press; in a still drawing, where nothing can answer, only what it shows. */
import { createContext, type HTMLAttributes, useContext } from 'react'

/** Whether all below is a drawing on a page, and no part of a lab that runs. */
export const StillContext = createContext(false)

export function useIsStill(): boolean {
  return useContext(StillContext)
}

export function Pressable(props: HTMLAttributes<HTMLElement>) {
  const isStill = useIsStill()
  if (!isStill) return <button type="button" {...props} />
  const { onClick, title, 'aria-pressed': pressed, 'aria-expanded': expanded, ...shown } = props
  return <span {...shown} />
}
