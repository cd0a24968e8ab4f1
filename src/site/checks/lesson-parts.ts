/** Takes a lesson's MDX apart: headings, components, code, names, links, numbers. */
import { lineAt } from '../lesson-prose.ts'

export interface Part {
  readonly text: string
  readonly line: number
}

export interface ComponentUse extends Part {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

const FENCE = /^( *)```[\s\S]*?^ *```$/gm
const INLINE_CODE = /`[^`\n]+`/g

export function headingsOf(mdx: string): readonly Part[] {
  return find(withoutCode(mdx), /^#+ .*$/gm)
}

/** Code blocks, without the indentation that a list gives them. */
export function fencesIn(mdx: string): readonly Part[] {
  return [...mdx.matchAll(FENCE)].map(({ 0: text, 1: indent = '', index }) => ({
    text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    line: lineAt(mdx, index),
  }))
}

/** Names in the text, with their backticks. */
export function namesIn(mdx: string): readonly Part[] {
  return find(blank(mdx, FENCE), INLINE_CODE)
}

export function componentsIn(mdx: string): readonly ComponentUse[] {
  const text = withoutCode(mdx)
  return [...text.matchAll(/<([A-Z]\w*)\b([^>]*)>/g)].map(({ 0: whole, 1: name = '', 2: rest = '', index }) => ({
    text: whole,
    line: lineAt(mdx, index),
    name,
    attributes: Object.fromEntries(
      [...rest.matchAll(/([a-zA-Z]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
    ),
  }))
}

/** The addresses of links. */
export function linksIn(mdx: string): readonly Part[] {
  const text = withoutCode(mdx)
  return [...text.matchAll(/\]\(([^)\s]*)\)/g)].map(({ 1: address = '', index }) => ({
    text: address,
    line: lineAt(mdx, index),
  }))
}

/** Versions, numbers of issues and years; a single digit is a word in one language and a digit in the other. */
export function numbersIn(mdx: string): readonly Part[] {
  return find(withoutCode(mdx).replaceAll(/\]\([^)]*\)/g, ''), /\d[\d.]*\d/g)
}

/** What the text calls a tab of the results: `**Modules** tab`, `**模块**标签页`. */
export function tabsNamedIn(mdx: string): readonly Part[] {
  const text = withoutCode(mdx)
  return [...text.matchAll(/\*\*([^*\n]+)\*\*(?: tab\b|这个标签页|标签页)/g)].map(({ 1: name = '', index }) => ({
    text: name,
    line: lineAt(mdx, index),
  }))
}

function find(text: string, pattern: RegExp): readonly Part[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ text: found, line: lineAt(text, index) }))
}

function withoutCode(mdx: string): string {
  return blank(blank(mdx, FENCE), INLINE_CODE)
}

/** Places stay the same. */
function blank(text: string, pattern: RegExp): string {
  return text.replaceAll(pattern, (piece) => piece.replaceAll(/[^\n]/g, ' '))
}
