import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { dateFromDay } from '@/lib/calendar';
import { asSystem } from '@/lib/db';
import type { Grain } from '@/lib/record/disclosure.rules';
import { disguise, type Earnings, earnings, grainOf, knownOf } from '@/lib/testing/grains';
import { addShown, alter, daysFromNow, type Known, openRecord, showAs } from '@/lib/testing/shown';
import { GET as getBadge } from './[handle]/badge.svg/route';
import { GET as getCard } from './[handle]/card.png/route';
import { GET as getEmbed } from './[handle]/embed/route';
import { GET as getFeedJson } from './[handle]/feed.json/route';
import { GET as getFeedXml } from './[handle]/feed.xml/route';
import { GET as getMilestoneCard } from './[handle]/m/[id]/card.png/route';
import { GET as getMilestone } from './[handle]/m/[id]/route';
import { GET as getQr } from './[handle]/qr.svg/route';
import { GET as getJson } from './[handle]/record.json/route';
import { GET as getResume } from './[handle]/resume.json/route';
import { GET as getPage } from './[handle]/route';

type Get = (
  request: Request,
  context: { params: Promise<{ handle: string }> },
) => Promise<Response>;

const ofRecord: readonly (readonly [path: string, get: Get])[] = [
  ['?lang=ja', getPage],
  ['?lang=en', getPage],
  ['?lang=en&year=2025', getPage],
  ['?lang=ja&year=2026', getPage],
  ['/record.json', getJson],
  ['/record.json?year=2026', getJson],
  ['/resume.json?lang=ja', getResume],
  ['/resume.json?lang=en', getResume],
  ['/feed.xml?lang=ja', getFeedXml],
  ['/feed.xml?lang=en', getFeedXml],
  ['/feed.json?lang=ja', getFeedJson],
  ['/feed.json?lang=en', getFeedJson],
  ['/embed?lang=ja', getEmbed],
  ['/embed?lang=en', getEmbed],
  ['/qr.svg', getQr],
  ['/card.png?lang=ja', getCard],
  ['/card.png?lang=en&size=story', getCard],
  ...['rung', 'income', 'milestones', 'held'].flatMap((show) =>
    ['ja', 'en'].map((lang) => [`/badge.svg?lang=${lang}&show=${show}`, getBadge] as const),
  ),
];

/** Every public document by its address, apart from the revision; pictures as the bytes they are. */
async function readAll({ handle }: Viewer, milestones: readonly Known[]) {
  const documents = new Map<string, string>();
  async function read(path: string, get: (request: Request) => Promise<Response>) {
    const response = await get(new Request(`http://localhost:3000/u/${handle}${path}`));
    const body = Buffer.from(await response.arrayBuffer()).toString('latin1');
    const bare = body.replace(/"revision":"[^"]*"/g, '');
    documents.set(path, `${response.status}\n${bare}`);
  }
  for (const [path, get] of ofRecord) {
    await read(path, (request) => get(request, { params: Promise.resolve({ handle }) }));
  }
  for (const [i, { publicId: id }] of milestones.entries()) {
    const context = { params: Promise.resolve({ handle, id }) };
    for (const lang of ['ja', 'en']) {
      await read(`/m/${id}?lang=${lang}`, (request) => getMilestone(request, context));
    }
    if (i > 1) continue;
    await read(`/m/${id}/card.png?lang=ja`, (request) => getMilestoneCard(request, context));
  }
  return documents;
}

const safe = {
  employerSafeAt: daysFromNow(-60),
  penName: '山の人',
  monthsOnly: true,
  checksLinks: true,
  isIndexed: false,
  hasFeeds: false,
  delayDays: 14,
};

async function store({ grain, isSafe, ladder, earned }: Earnings) {
  const person = await openRecord({ disclosure: grain, ...(isSafe && safe) });
  if (ladder) {
    const rungs = ladder.map(BigInt);
    await asSystem((tx) =>
      tx.ladder.create({ data: { ownerId: person.userId, currency: 'JPY', rungs } }),
    );
  }
  const milestones: Known[] = [];
  for (const { month, currency, minor, grain: own, visibility, isPinned } of earned) {
    milestones.push(
      await addShown(person, {
        minor: BigInt(minor),
        currency,
        happenedOn: dateFromDay(`${month}-01`),
        disclosure: own,
        visibility,
        pinnedAt: isPinned ? daysFromNow(-1) : null,
      }),
    );
  }
  return { person, milestones };
}

function differing(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...before.keys()].filter((path) => before.get(path) !== after.get(path));
}

test('where months are shown, no document tells a day', async () => {
  const person = await openRecord({ publishedAt: new Date('2026-03-29T03:00:00Z') });
  const said = { happenedOn: dateFromDay('2026-05-17'), pinnedAt: new Date() };
  const [recordedAt, publishedAt] = [19, 23].map((day) => new Date(`2026-05-${day}T03:00:00Z`));
  const milestone = await addShown(person, { ...said, recordedAt, publishedAt });
  const days = /2026.0?[35].(17|19|23|29)|[35]月(17|19|23|29)日|(Mar|May)\w* (17|19|23|29)\b/;
  const telling = async () => {
    const documents = [...(await readAll(person, [milestone]))].map(([path, body]) => {
      const text = Buffer.from(body, 'latin1').toString('utf8');
      return path.includes('.png') || !days.test(text) ? [] : [path];
    });
    return documents.flat();
  };
  expect((await telling()).length).toBeGreaterThan(10);
  await showAs(person, { monthsOnly: true });
  expect(await telling()).toEqual([]);
});

test('no document tells more of an amount than its grain', async () => {
  const chance = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }));
  const disguised = new Set<Grain>();
  const run = fc.asyncProperty(earnings, chance, async (whole, chances) => {
    const other = disguise(whole, chances);
    fc.pre(JSON.stringify(other) !== JSON.stringify(whole));
    expect(knownOf(other)).toEqual(knownOf(whole));
    const { person, milestones } = await store(whole);
    const before = await readAll(person, milestones);
    for (const [i, { id }] of milestones.entries()) {
      const one = whole.earned[i];
      if (one && one.visibility !== 'private' && one.minor !== other.earned[i]?.minor) {
        disguised.add(grainOf(whole, one));
      }
      await alter(person, id, { amountMinor: BigInt(other.earned[i]?.minor ?? 0) });
    }
    const after = await readAll(person, milestones);
    expect(differing(before, after)).toEqual([]);
    expect([...before.values()].filter((body) => body.startsWith('200')).length).toBeGreaterThan(8);
  });
  await fc.assert(run, { numRuns: 25, endOnFailure: true });
  // It was tried on each of them.
  expect([...disguised].sort()).toEqual(['hidden', 'index', 'range', 'rung']);
}, 300_000);

/** Two months of income, apart from a third that is shown by a grain of its own. */
function three(grain: Grain, own: Grain | null = null): Earnings {
  const one = { currency: 'JPY', visibility: 'public', isPinned: false } as const;
  return {
    grain,
    isSafe: false,
    ladder: null,
    earned: [
      { ...one, month: '2025-12', minor: 347_891, grain: null },
      { ...one, month: '2026-01', minor: 68_213, grain: null },
      { ...one, month: '2026-01', minor: 81_449, grain: own },
    ],
  };
}

test.each([
  ['exact', null, 81_450],
  ['exact', 'range', 50_000],
  ['hidden', 'exact', 81_450],
  ['range', null, 101_449],
  ['rung', 'rung', 100_000],
  ['index', null, 90_000],
] as const)(
  'at %s with one at %s, a difference that may be known is seen',
  async (grain, own, minor) => {
    const { person, milestones } = await store(three(grain, own));
    const before = await readAll(person, milestones);
    await alter(person, milestones[2]?.id ?? '', { amountMinor: BigInt(minor) });
    const seen = differing(before, await readAll(person, milestones));
    const page = `/m/${milestones[2]?.publicId}?lang=ja`;
    expect(seen.includes(page)).toBe(own !== 'range' || minor < 70_000);
    expect(seen).toContain('?lang=ja');
    expect(seen).toContain('/record.json');
  },
);

/** How any of `sums` may stand in a document, in both languages. */
function written(sums: readonly number[]): RegExp {
  const forms = sums.flatMap((sum) => [
    `${sum}`,
    sum.toLocaleString('en'),
    `${Math.floor(sum / 10_000)}(\\.\\d+)?万`,
    `${Math.floor(sum / 1_000)}(\\.\\d+)?K`,
    `${sum}`.replace(/(\d{3})$/, '&#44;$1'),
  ]);
  return new RegExp(`(?<![\\w.,-])[¥￥]?(${forms.join('|')})(?![\\d])`, 'u');
}

// Each, each month, each year, all: nothing of it is a bound, a rung or an index.
const sums = [347_891, 68_213, 81_449, 149_662, 497_553, 416_104, 429_340];

async function texts(whole: Earnings): Promise<[path: string, text: string][]> {
  const { person, milestones } = await store(whole);
  const documents = await readAll(person, milestones);
  return [...documents]
    .filter(([path]) => !path.includes('.png'))
    .map(([path, body]) => [path, Buffer.from(body, 'latin1').toString('utf8')]);
}

test.each(['hidden', 'index', 'rung', 'range'] as const)(
  'at %s no document holds an amount in any form',
  async (grain) => {
    for (const [path, text] of await texts(three(grain))) {
      expect([path, written(sums).exec(text)?.[0]]).toEqual([path, undefined]);
    }
  },
);

test('exactly, they are found in every document that shows amounts', async () => {
  const found = (await texts(three('exact'))).filter(([, text]) => written(sums).test(text));
  const paths = found.map(([path]) => path);
  for (const path of ['?lang=ja', '?lang=en', '/record.json', '/feed.xml?lang=en']) {
    expect(paths).toContain(path);
  }
  expect(paths.filter((path) => path.startsWith('/m/'))).toHaveLength(6);
});

test('a hidden one among exact ones is told by no difference of two sums', async () => {
  const whole = three('exact', 'hidden');
  const others = written([81_449, 149_662, 497_553]);
  for (const [path, text] of await texts(whole)) {
    expect([path, others.exec(text)?.[0]]).toEqual([path, undefined]);
  }
  // Once all goes as the record says, it is in every sum.
  const { person, milestones } = await store(whole);
  await showAs(person, { disclosure: 'range' });
  await alter(person, milestones[2]?.id ?? '', { disclosure: null });
  expect((await readAll(person, milestones)).get('/record.json')).toContain('"300000"');
});
