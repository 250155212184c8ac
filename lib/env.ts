import { z } from 'zod';

const schema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Signs cookies and keys hashes. */
  APP_SECRET: z.string().min(32).max(512),
  /** The public origin, `https://example.org`; else each request's own host is taken. */
  APP_URL: z.preprocess(
    // Empty is how many tools say absent.
    (value) => value || undefined,
    z
      .url({ protocol: /^https?$/ })
      .transform((url) => new URL(url).origin)
      .optional(),
  ),
});

export type Env = z.infer<typeof schema>;

let parsed: Env | undefined;

/** The settings of this process, read when first asked so that a build needs none. Throws readably. */
export function env(): Env {
  if (!parsed) {
    const result = schema.safeParse(process.env);
    if (!result.success) {
      throw new Error(`The environment is not usable. ${z.prettifyError(result.error)}`);
    }
    parsed = result.data;
  }
  return parsed;
}
