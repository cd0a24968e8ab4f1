/** Reads a lesson's page as its author wrote it: what it shows as code, output or table, for tests that run these. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const LANGUAGES = ['en', 'zh-cn'] as const

export function readLesson(language: (typeof LANGUAGES)[number], slug: string): string {
  return readText(`content/lessons/${language}/${slug}.mdx`)
}

/** A recorded run or the program that made it, e.g. `readTranscript('impossible-error/register', 'monitor.py')`. */
export function readTranscript(lab: string, name: string): string {
  return readText(`content/labs/${lab}/transcripts/${name}`)
}

/** The code blocks of a language, without the indentation that a list gives them. */
export function fencesOf(lesson: string, language: string): string[] {
  return [...lesson.matchAll(/^( *)```(\w+)\n([\s\S]*?)^ *```$/gm)]
    .filter(([, , found]) => found === language)
    .map(([, indent = '', , text = '']) => text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''))
}

/** The rows of a page's tables, as cells without their backticks; neither the headings nor the rules below them. */
export function rowsOf(lesson: string): string[][] {
  const rows = [...lesson.matchAll(/^\|(.*)\|\n(?!\|---)/gm)].map(([, row = '']) => row)
  return rows
    .filter((row) => !row.startsWith('---'))
    .map((row) => row.split('|').map((cell) => cell.trim().replaceAll('`', '')))
}

/** Lines without their indentation, for asking whether a program has those that a page quotes. */
export function trimmedLines(text: string): string[] {
  return text.split('\n').map((line) => line.trim())
}

/** What has to be equal in every language: code, labs, figures but for their captions, links, the levels of headings, the first cells of tables. */
export function sharedParts(lesson: string): string[][] {
  const text = lesson.replaceAll(/ caption="[^"]*"/g, '')
  return [
    /^ *```[\s\S]*?^ *```/gm,
    /<(?:Lab|Prediction|Transcript|Aside|Ghost|Drawing|OneSheetTwoPrints)\b[^>]*>/g,
    /\]\(([^)]*)\)/g,
    /^#+ /gm,
    /^\| `[^`]+` \|/gm,
  ].map((pattern) => text.match(pattern) ?? [])
}

function readText(path: string): string {
  return readFileSync(join(process.cwd(), path), 'utf8')
}
