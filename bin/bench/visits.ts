import { Agent, request } from 'node:http';
import autocannon from 'autocannon';
import type { Client } from 'pg';
import { uuidv7 } from 'uuidv7';
import { dateFromDay, today } from '@/lib/calendar';
import { limits } from '@/lib/limits';
import { paths } from '@/lib/paths';
import { withClient } from '@/prisma/embedded/postmaster';
import { cookieOf, personWith } from './people';
import { type Finding, median, readable } from './report';

const ROUNDS = 7;
const SECONDS = 2;
const CONNECTIONS = 10;
const READERS = 300;
const REQUESTS = 20_000;
/** Three times what readings gather for: by then all is written, and nothing is to follow. */
const SETTLED_MS = 6_000;
const PATIENCE_MS = 60_000;

/** One of many browsers; all of them are at one address here, so only so many of them are people. */
function browser(number: number): string {
  return `Mozilla/5.0 (X11; Linux x86_64; rv:${number}.0) Gecko/20100101 Firefox/${number}.0`;
}

async function requestsPerSecond(url: string, more: Record<string, string>): Promise<number> {
  const requests = Array.from({ length: READERS }, (_, i) => ({
    headers: { 'User-Agent': browser(i + 1), Referer: 'https://t.co/x', ...more },
  }));
  const options = { url, connections: CONNECTIONS, duration: SECONDS, requests };
  const result = await autocannon(options);
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url}: ${result.non2xx} answers were not 2xx, ${result.errors} failed`);
  }
  return result.requests.average;
}

/** A record that counts its readers against the same for readers who decline, in alternating rounds. */
export async function measureCounting(address: string, databaseUrl: string): Promise<Finding> {
  const { handle } = await personWith(databaseUrl, 50);
  const url = address + paths.publicRecord(handle);
  const rates = { counting: [] as number[], without: [] as number[] };
  await requestsPerSecond(url, {});
  for (let round = 0; round < ROUNDS; round++) {
    // What one leaves to be written is written during the other: each comes first every other time.
    const order = ['counting', 'without'] as const;
    for (const which of round % 2 === 0 ? order : [...order].reverse()) {
      rates[which].push(await requestsPerSecond(url, which === 'counting' ? {} : { DNT: '1' }));
    }
  }
  const [counting, without] = [median(rates.counting), median(rates.without)];
  return {
    name: `/u/<handle> with ${READERS} readers counted against not counted`,
    ratio: counting / without,
    aim: 'at least 0.95',
    met: counting / without >= 0.95,
    figures: `${readable(counting)} against ${readable(without)} requests/s`,
  };
}

type Totals = { views: number; visits: number; previews: number };
type Made = {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  /** That it should count as a view, and where its reader counts once. */
  readonly place?: string;
  readonly isPreview?: boolean;
};

/** Every kind of request there is, in turn, by many people. */
async function mixOf(address: string, client: Client, databaseUrl: string) {
  const viewer = await personWith(databaseUrl, 50);
  const { userId, handle } = viewer;
  const record = paths.publicRecord(handle);
  const page = await (await fetch(address + record, { headers: { DNT: '1' } })).text();
  const milestone = paths.publicMilestone(handle, /\/m\/([0-9a-f-]{36})/.exec(page)?.[1] ?? '');
  const code = userId.replaceAll('-', '').slice(-10);
  await client.query(`SELECT set_config('app.viewer', $1, false)`, [userId]);
  await client.query(
    `INSERT INTO share (owner_id, id, code, network, language, text)
     VALUES ($1, $2, $3, 'x', 'en', '')`,
    [userId, uuidv7(), code],
  );
  const cookie = await cookieOf(viewer);
  const kinds: (() => Made)[] = [
    () => ({ path: record, place: 'record' }),
    () => ({ path: milestone, place: 'milestone' }),
    () => ({ path: `${record}?s=${code}`, place: 'record, share' }),
    () => ({ path: `${milestone}?s=${code}&lang=en`, place: 'milestone, share' }),
    () => ({ path: `${record}?s=AAAAAAAAAA`, place: 'record' }),
    () => ({ path: record, headers: { 'If-None-Match': '*' }, place: 'record' }),
    () => ({ path: record, headers: { Cookie: cookie } }),
    () => ({ path: record, method: 'HEAD' }),
    () => ({ path: record, headers: { DNT: '1' } }),
    () => ({ path: record, headers: { 'Sec-GPC': '1' } }),
    () => ({ path: record, headers: { 'Sec-Purpose': 'prefetch' } }),
    () => ({ path: record, headers: { 'User-Agent': 'Googlebot/2.1' } }),
    () => ({
      path: `${record}?s=${code}`,
      headers: { 'User-Agent': 'Twitterbot/1.0' },
      isPreview: true,
    }),
    () => ({ path: paths.shortShare(code) }),
    () => ({ path: paths.publicBadge(handle) }),
    () => ({ path: `${record}?year=1901` }),
  ];
  const made = Array.from({ length: REQUESTS }, (_, i): Made => {
    const reader = browser(1 + (Math.floor(i / kinds.length) % READERS));
    const one = kinds[i % kinds.length]?.() ?? { path: record };
    return { ...one, headers: { 'User-Agent': reader, ...one.headers } };
  });
  return { viewer, made };
}

async function send(address: string, made: readonly Made[]): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const waiting = made.values();
  const one = ({ path, method = 'GET', headers }: Made) =>
    new Promise<void>((settle, fail) => {
      const sent = request(address + path, { agent, method, headers }, (answer) => {
        answer.resume().on('end', settle).on('error', fail);
      });
      sent.on('error', fail).end();
    });
  const worker = async () => {
    for (const next of waiting) await one(next);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  agent.destroy();
}

/** What is counted once nothing is added to it any more. */
async function settled(client: Client, ownerId: string): Promise<Totals> {
  const read = async () => {
    const { rows } = await client.query<Totals>(
      `SELECT coalesce(sum(views), 0)::int AS views, coalesce(sum(visits), 0)::int AS visits,
              coalesce(sum(previews), 0)::int AS previews
         FROM visit_count WHERE owner_id = $1`,
      [ownerId],
    );
    return rows[0] ?? { views: 0, visits: 0, previews: 0 };
  };
  const end = performance.now() + PATIENCE_MS;
  let [last, since] = [await read(), performance.now()];
  while (performance.now() - since < SETTLED_MS && performance.now() < end) {
    await new Promise((settle) => setTimeout(settle, 250));
    const next = await read();
    if (JSON.stringify(next) !== JSON.stringify(last)) [last, since] = [next, performance.now()];
  }
  return last;
}

/** The browsers that count at one address count once in each place where they read. */
function visitsOf(views: readonly Made[]): number {
  const places = new Map<string, Set<string>>();
  for (const { place = '', headers = {} } of views) {
    places.set(place, (places.get(place) ?? new Set()).add(headers['User-Agent'] ?? ''));
  }
  const most = limits.visitsAnAddress.people;
  return [...places.values()].reduce((all, { size }) => all + Math.min(size, most), 0);
}

/** 20,000 requests of every kind: counted is made minus excluded, exactly. */
export async function reconcileVisits(address: string, databaseUrl: string): Promise<Finding> {
  return withClient(databaseUrl, async (client) => {
    const { viewer, made } = await mixOf(address, client, databaseUrl);
    // One person on both sides of their host's midnight would be two.
    const day = () => dateFromDay(today(viewer.zone, new Date())).getTime();
    const began = day();
    await send(address, made);
    const views = made.filter(({ place }) => place);
    const people = visitsOf(views);
    const previews = made.filter(({ isPreview }) => isPreview).length;
    const counted = await settled(client, viewer.userId);
    const isExact =
      counted.views === views.length &&
      counted.previews === previews &&
      (counted.visits === people || day() !== began);
    const all = counted.views + counted.previews;
    return {
      name: `${readable(REQUESTS)} requests of a known mix, counted against made minus excluded`,
      ratio: all / (views.length + previews),
      aim: 'exactly 1',
      met: isExact,
      figures: `${counted.views} of ${views.length} views, ${counted.visits} of ${people} visits, ${counted.previews} of ${previews} previews`,
    };
  });
}
