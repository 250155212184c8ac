import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '../auth/viewer';
import { openStream } from '../stream/mutations';
import { income, makePerson, work } from '../testing/people';
import { getLastIncome, listFacets, listLatestMilestones, listMilestones } from './data';
import { deleteMilestone, logMilestone } from './mutations';
import type { MilestoneDraft } from './rules';

const now = new Date('2026-08-15T03:00:00Z');
let hana: Viewer;
let blog: string;

async function log(draft: MilestoneDraft, stream: string | null = null): Promise<string> {
  const id = uuidv7();
  const logged = await logMilestone(hana, id, draft, stream, now);
  if (!logged.ok) throw new Error(logged.reason);
  return id;
}

async function titles(filter: Parameters<typeof listMilestones>[1]): Promise<(string | null)[]> {
  const { milestones } = await listMilestones(hana, filter, null);
  return milestones.map(({ title }) => title.ja);
}

beforeAll(async () => {
  hana = await makePerson();
  const opened = await openStream(hana, 'ブログ', 'ja');
  if (!opened.ok) throw new Error(opened.reason);
  blog = opened.value;
  await log(income(30_000, '2026-07', { title: { ja: '収入7', en: null } }), blog);
  await log(income(12_000, '2026-07', { title: { ja: '収入7b', en: null } }), blog);
  await log(income(50_000, '2026-08', { title: { ja: '収入8', en: null } }), blog);
  const dollars = { minor: 12_345n, currency: 'USD', fees: null, costs: null } as const;
  await log(income(0, '2026-06', { title: { ja: 'ドル', en: null }, income: dollars }), blog);
  await log(work('予約アプリを公開', '2026-05-03', { tags: ['React'], visibility: 'public' }));
  await log(work('100%_本物\\', '2025-12-31', { kind: 'skill', tags: ['React', '学び'] }));
  await log(work('資格', '2024', { kind: 'credential', issuer: 'ＩＰＡ' }));
  await deleteMilestone(hana, await log(work('消した', '2026-08-02', { tags: ['影'] })), now);
});

describe('the list', () => {
  test('newest first, without what was deleted', async () => {
    expect(await titles({})).toEqual([
      '収入8',
      '収入7b',
      '収入7',
      'ドル',
      '予約アプリを公開',
      '100%_本物\\',
      '資格',
    ]);
  });

  test.each([
    [{ kind: 'skill' }, ['100%_本物\\']],
    [{ tag: '学び' }, ['100%_本物\\']],
    [{ year: 2025 }, ['100%_本物\\']],
    [{ month: '2026-07' }, ['収入7b', '収入7']],
    [{ visibility: 'public' }, ['予約アプリを公開']],
    [{ currency: 'USD' }, ['ドル']],
    [{ text: '約アプ' }, ['予約アプリを公開']],
    [{ text: 'ﾖﾔｸあぷり' }, []],
    [{ text: 'あぷり' }, ['予約アプリを公開']],
    [{ text: 'ipa' }, ['資格']],
    [{ text: 'REACT' }, ['予約アプリを公開', '100%_本物\\']],
    [{ text: '%' }, ['100%_本物\\']],
    [{ text: '_' }, ['100%_本物\\']],
    [{ text: '\\' }, ['100%_本物\\']],
    [{ text: "'; DROP TABLE milestone" }, []],
    [{ kind: 'skill', year: 2026 }, []],
  ] as const)('narrowed to %j', async (filter, expected) => {
    expect(await titles(filter)).toEqual(expected);
  });

  test('by stream', async () => {
    expect(await titles({ streamId: blog })).toEqual(['収入8', '収入7b', '収入7', 'ドル']);
    expect(await titles({ streamId: uuidv7() })).toEqual([]);
  });

  test('page by page shows each once, many on one day too', async () => {
    const seen: string[] = [];
    let after: Parameters<typeof listMilestones>[2] = null;
    do {
      const page = await listMilestones(hana, {}, after, 2);
      expect(page.total).toBe(7);
      seen.push(...page.milestones.map(({ id }) => id));
      after = page.next;
    } while (after);
    expect(new Set(seen).size).toBe(7);
    expect(seen).toHaveLength(7);
  });
});

test('facets come from what is there', async () => {
  expect(await listFacets(hana)).toEqual({ years: [2026, 2025, 2024], tags: ['React', '学び'] });
});

test('the next income probably shares the last one’s currency and stream', async () => {
  // The dollars were written down last, though they came in first.
  expect(await getLastIncome(hana)).toEqual({ currency: 'USD', streamId: blog });
  expect(await getLastIncome(await makePerson())).toBeNull();
});

test('the latest are the newest by day, each once', async () => {
  const latest = await listLatestMilestones(hana, 5);
  const all = await listMilestones(hana, {}, null, 5);
  expect(latest).toHaveLength(5);
  expect(latest).toEqual(all.milestones);
});
