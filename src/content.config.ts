/** Tells Astro what a lesson and a page of prose are: an MDX file per language, with what its head says. */
import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { z } from 'zod'

const head = { title: z.string().min(1), summary: z.string().min(1) }

const lessons = defineCollection({
  loader: glob({ base: './content/lessons', pattern: '{en,zh-cn}/*.mdx' }),
  schema: z.strictObject({ ...head, minutes: z.number().int().positive() }),
})

const pages = defineCollection({
  loader: glob({ base: './content/pages', pattern: '{en,zh-cn}/*.mdx' }),
  schema: z.strictObject(head),
})

export const collections = { lessons, pages }
