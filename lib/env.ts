import { z } from 'zod';

const settings = z.object({
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
  /** The server that takes mail, `smtps://user:password@host:465`; without it mail stays in the outbox. */
  SMTP_URL: z.preprocess((value) => value || undefined, z.url({ protocol: /^smtps?$/ }).optional()),
  /** Who mail comes from, `Jisseki <mail@example.org>`. */
  MAIL_FROM: z.preprocess(
    (value) => value || undefined,
    z
      .string()
      .max(320)
      .regex(/^[^\r\n]+@[^\r\n]+$/)
      .optional(),
  ),
  /** The folder for mail that no server takes; `npm start` names one in the data folder. */
  OUTBOX: z.preprocess((value) => value || undefined, z.string().optional()),
  /** The header in which a trusted proxy names the reader's country; without it none is counted. */
  COUNTRY_HEADER: z.preprocess(
    (value) => value || undefined,
    z
      .string()
      .regex(/^[A-Za-z0-9-]{1,64}$/)
      .transform((name) => name.toLowerCase())
      .optional(),
  ),
});

/** What leaves this machine must lead back to it: `http://localhost` is nowhere to whoever reads it. */
const schema = settings
  .superRefine(({ SMTP_URL, APP_URL, MAIL_FROM }, context) => {
    if (!SMTP_URL) return;
    const missing = (path: string, why: string) =>
      context.addIssue({ code: 'custom', path: [path], message: `SMTP_URL needs ${path}: ${why}` });
    if (!APP_URL) missing('APP_URL', 'letters have links.');
    if (!MAIL_FROM) missing('MAIL_FROM', 'letters come from somebody.');
  })
  .transform((set) => ({ ...set, MAIL_FROM: set.MAIL_FROM ?? 'Jisseki <jisseki@localhost>' }));

export type Env = z.infer<typeof schema>;

let parsed: Env | undefined;

/** The settings of this process, read when first asked so that a build needs none. Throws readably. */
export function env(): Env {
  parsed ??= readEnv(process.env);
  return parsed;
}

/** The settings that `from` names. Throws readably. */
export function readEnv(from: Readonly<Record<string, string | undefined>>): Env {
  const result = schema.safeParse(from);
  if (!result.success) {
    throw new Error(`The environment is not usable. ${z.prettifyError(result.error)}`);
  }
  return result.data;
}
