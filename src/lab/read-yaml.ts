/** Reads a YAML text into what a schema wants. Whatever is wrong with it is told with the file's name, the place and the next step. */
import { parse } from 'yaml'
import { z } from 'zod'

/**
 * @param file names the text in errors, e.g. `content/labs/re-export/shim/lab.yaml`
 * @throws Error for a text that is no YAML, and for one that the schema does not accept
 */
export function readYaml<T>(text: string, file: string, schema: z.ZodType<T>): T {
  const result = schema.safeParse(parseText(text, file))
  if (result.success) return result.data
  throw new Error(`${file} is not valid. Mend what is named here:\n${z.prettifyError(result.error)}`)
}

function parseText(text: string, file: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    // The parser's own words name line and column.
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`${file} is no YAML. Mend what is named here, or put the text into quotes:\n${reason}`, {
      cause: error,
    })
  }
}
