/** Tells Astro what a lesson is: an MDX file per language with a title, a summary and a length. */
import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { z } from 'zod'

const lessons = defineCollection({
  loader: glob({ base: './content/lessons', pattern: '{en,zh-cn}/*.mdx' }),
  schema: z.strictObject({
    title: z.string().min(1),
    summary: z.string().min(1),
    minutes: z.number().int().positive(),
  }),
})

export const collections = { lessons }
