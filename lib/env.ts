import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { normaliseEmail } from './email';
import { limits } from './limits';

/** The name of a request header, lower-cased; absent where it is empty. */
const headerName = z.preprocess(
  (value) => value || undefined,
  z
    .string()
    .regex(/^[A-Za-z0-9-]{1,64}$/)
    .transform((name) => name.toLowerCase())
    .optional(),
);

/** E-mail addresses by commas, as accounts have them. */
const emails = z.preprocess(
  (value) => value || undefined,
  z
    .string()
    .max(10_000)
    .transform((list) => [...new Set(list.split(',').map(normaliseEmail).filter(Boolean))])
    .pipe(z.array(z.email().max(limits.email)).max(limits.operators))
    .default([]),
);

const word = z.preprocess((value) => value || undefined, z.string().max(500).optional());
const url = z.preprocess((value) => value || undefined, z.url({ protocol: /^https?$/ }).optional());

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
  /**
   * The folder for files that wait to be imported or restored; `npm start` names one in the data folder.
   * It is of one database alone: files that this does not know are swept out.
   */
  UPLOADS: z.preprocess((value) => value || undefined, z.string().optional()),
  /** The data folder, where there is one. */
  JISSEKI_DATA: z.preprocess((value) => value || undefined, z.string().optional()),
  /** The header in which a trusted proxy says in words where a request comes from; else no list shows places. */
  PLACE_HEADER: headerName,
  /** The header in which a trusted proxy names the reader's country; without it none is counted. */
  COUNTRY_HEADER: headerName,
  /** Signing in by an account elsewhere; each shows once its pair is set. They lead back to APP_URL. */
  GITHUB_ID: word,
  GITHUB_SECRET: word,
  /** A GitHub of one's own, `https://github.example.org`. */
  GITHUB_URL: url,
  GOOGLE_ID: word,
  GOOGLE_SECRET: word,
  /** Any provider of OpenID Connect, by the address its discovery stands under. */
  OIDC_ISSUER: url,
  OIDC_ID: word,
  OIDC_SECRET: word,
  /** What its button says. */
  OIDC_NAME: word,
  /** Who may sign up: everyone, who was invited, or nobody. */
  SIGNUP: z.preprocess(
    (value) => value || undefined,
    z.enum(['open', 'invite', 'closed']).default('open'),
  ),
  /** How the server complains on standard error: lines for people, or lines of JSON; see bin/http/log.mjs. */
  LOG_FORMAT: z.preprocess((value) => value || undefined, z.enum(['text', 'json']).default('text')),
  /** Who runs this: the e-mails of their accounts. */
  OPERATORS: emails,
});

/** What one setting of a provider needs beside it. */
const providerSettings = [
  ['GITHUB_ID', 'GITHUB_SECRET', 'APP_URL'],
  ['GITHUB_SECRET', 'GITHUB_ID'],
  ['GOOGLE_ID', 'GOOGLE_SECRET', 'APP_URL'],
  ['GOOGLE_SECRET', 'GOOGLE_ID'],
  ['OIDC_ISSUER', 'OIDC_ID', 'OIDC_SECRET', 'APP_URL'],
  ['OIDC_ID', 'OIDC_ISSUER'],
  ['OIDC_SECRET', 'OIDC_ISSUER'],
] as const;

/** What leaves this machine must lead back to it: `http://localhost` is nowhere to whoever reads it. */
const schema = settings
  .superRefine(({ SMTP_URL, APP_URL, MAIL_FROM }, context) => {
    if (!SMTP_URL) return;
    const missing = (path: string, why: string) =>
      context.addIssue({ code: 'custom', path: [path], message: `SMTP_URL needs ${path}: ${why}` });
    if (!APP_URL) missing('APP_URL', 'letters have links.');
    if (!MAIL_FROM) missing('MAIL_FROM', 'letters come from somebody.');
  })
  .superRefine((set, context) => {
    for (const [path, ...others] of providerSettings) {
      if (!set[path]) continue;
      for (const other of others) {
        if (!set[other]) {
          const message = `${path} needs ${other}.`;
          context.addIssue({ code: 'custom', path: [other], message });
        }
      }
    }
  })
  .transform((set) => ({
    ...set,
    MAIL_FROM: set.MAIL_FROM ?? 'Jisseki <jisseki@localhost>',
    UPLOADS: path.resolve(set.UPLOADS ?? uploadsBeside(set)),
  }));

/** In the data folder; else one for each database, for two on a machine would sweep each other's files. */
function uploadsBeside(set: z.infer<typeof settings>): string {
  if (set.JISSEKI_DATA) return path.join(set.JISSEKI_DATA, 'uploads');
  const { host, pathname } = new URL(set.DATABASE_URL);
  const database = createHash('sha256')
    .update(host + pathname)
    .digest('hex');
  return path.join(tmpdir(), `jisseki-uploads-${database.slice(0, 16)}`);
}

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
