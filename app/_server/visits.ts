import { sessionCookie } from '@/lib/auth/token';
import { env } from '@/lib/env';
import { knownShare } from '@/lib/record/public';
import { addressBucket } from '@/lib/throttle/rules';
import { VisitBuffer } from '@/lib/visit/buffer';
import { sweepVisits, writeReadings } from '@/lib/visit/mutations';
import { browserOf, countedAs, isShareCode, type Reading } from '@/lib/visit/rules';
import { countryOf, siteOf } from '@/lib/visit/source.rules';
import type { Asked } from './document';
import { originOf } from './origin';

// Next bundles each entry apart: one buffer a process all the same. bin/server.mjs ends it.
const shared = globalThis as { jissekiVisits?: VisitBuffer };

function buffer(): VisitBuffer {
  shared.jissekiVisits ??= new VisitBuffer({ write });
  return shared.jissekiVisits;
}

async function write(id: string, readings: readonly Reading[]): Promise<void> {
  const { beganDay } = await writeReadings(id, readings, new Date());
  if (beganDay) await sweep();
}

/** The document that is read: a record's page, or the page of one of its milestones. */
export type Read = { readonly handle: string; readonly milestone?: string };

/**
 * Counts `request` as a visit if `answer` was a document and whoever asked counts as a reader, and
 * gives the answer on. It waits for nothing: what is worth counting is written later.
 */
export function counted(request: Request, read: Read, answer: Response): Response {
  if (answer.status === 200 || answer.status === 304) {
    const reading = readingOf(request, read, new Date());
    if (reading) buffer().add(reading);
  }
  return answer;
}

/** What is kept of a request until it is counted; null: it does not count. */
export function readingOf(
  { method, url, headers }: Pick<Request, 'method' | 'url' | 'headers'>,
  { handle, milestone = '' }: Read,
  at: Date,
): Reading | null {
  const as = countedAs(method, headers);
  if (as.as === 'nothing') return null;
  const code = new URL(url).searchParams.get('s');
  const country = env().COUNTRY_HEADER;
  const isPreview = as.as === 'preview';
  return {
    at,
    handle: alone(handle),
    milestone: alone(milestone),
    share: isShareCode(code) ? code : '',
    source: isPreview ? as.source : sourceIn(headers),
    country: country && !isPreview ? countryOf(headers.get(country)) : '',
    isPreview,
    bucket: addressBucket(headers.get('x-jisseki-address')),
    userAgent: alone(browserOf(headers.get('user-agent'))),
    cookie: sessionIn(headers.get('cookie')),
  };
}

function sourceIn(headers: Headers): string {
  const referrer = headers.get('referer');
  return referrer ? alone(siteOf(referrer, ownHosts(headers))) : '';
}

/** By the address asked for: what it says is asked of every reading, and few things are said. */
const hostsOf = new Map<string, string[]>();
const mostHosts = 100;

function ownHosts(headers: Headers): string[] {
  const own = [originOf(headers), `http://${headers.get('host')}`];
  const key = own.join(' ');
  const known = hostsOf.get(key);
  if (known) return known;
  const hosts = own.flatMap((url) => (URL.canParse(url) ? [new URL(url).hostname] : []));
  if (hostsOf.size >= mostHosts) hostsOf.clear();
  hostsOf.set(key, hosts);
  return hosts;
}

/**
 * `text` without what it was cut from: a part of a long header keeps the whole of it in memory for as
 * long as the reading waits. What is shorter than 13 signs V8 copies by itself.
 */
function alone(text: string): string {
  return text.length < 13 ? text : Buffer.from(text).toString();
}

/** The session cookie among `cookies`, with its name: whether it opens anything is asked later. */
function sessionIn(cookies: string | null): string {
  if (!cookies) return '';
  const { name } = sessionCookie();
  const ours = cookies.split(/;\s*/).find((cookie) => cookie.startsWith(`${name}=`));
  return ours && ours.length <= 2_000 ? alone(ours) : '';
}

/**
 * `asked` with the share that its address names, if it is one of this record's: then its links take
 * the code along. A code that nobody made is none, and makes no page of its own.
 */
export async function withShare(asked: Asked, handle: string): Promise<Asked> {
  const share = await knownShare(handle, asked.query.get('s'));
  return share ? { ...asked, share } : asked;
}

const hour = 3_600_000;

/** Sweeps out what visits must not leave behind: now, and every hour while the process lives. */
export async function keepSweeping(): Promise<void> {
  const isDone = await sweep();
  setTimeout(keepSweeping, isDone ? hour : hour / 60).unref();
}

async function sweep(): Promise<boolean> {
  try {
    await sweepVisits(new Date());
    return true;
  } catch (error) {
    console.error('Old visits could not be swept out.', error);
    return false;
  }
}
