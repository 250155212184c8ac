import resumeSchema from '@jsonresume/schema/schema.json';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import type { Asked } from '@/app/_server/document';
import { publicMoney } from '@/lib/record/disclosure.rules';
import { publicRecordJson, recordJsonSchema } from '@/lib/record/public/json.schema';
import { hostileRecord, hostileTexts } from '@/lib/testing/hostile';
import { publicIncome, publicMilestone, publicRecord, yen } from '@/lib/testing/public-record';
import { amountShown } from './amounts';
import { recordJson } from './record-json';
import { resumeJson } from './resume';

const origin = 'https://jisseki.example';
const asked: Asked = { locale: 'ja', origin, query: new URLSearchParams() };
const english: Asked = { ...asked, locale: 'en' };

const money = (minor: bigint) => publicMoney({ minor, currency: 'USD' });
const range = { grain: 'range', from: money(100_00n), below: money(200_00n) } as const;
const rung = { grain: 'rung', ...money(100_00n) } as const;
const index = { grain: 'index', currency: 'JPY', index: 320 } as const;
const site = publicMilestone({
  minutes: 90,
  tags: ['React', '設計'],
  evidence: ['https://a.example/'],
});
const full = publicRecord({
  about: { ja: '自己紹介\n二行目' },
  contact: ['https://github.com/hana', 'https://www.例え.jp/'],
  totals: {
    milestones: 7,
    byKind: [{ kind: 'income', milestones: 2 }],
    byYear: [{ year: 2026, milestones: 7 }],
  },
  income: [
    publicIncome(),
    publicIncome({ currency: 'USD', total: range, byYear: [], next: undefined, rungs: [] }),
  ],
  page: { number: 1, of: 2, size: 200, year: 2026 },
  pinned: [site],
  milestones: [
    site,
    ...(['exact', 'range', 'rung', 'index'] as const).map((grain, i) =>
      publicMilestone({
        id: `income-${grain}`,
        kind: 'income',
        title: undefined,
        stream: { ja: '受託開発', en: 'Contract programming' },
        happenedOn: `2026-0${i + 1}`,
        precision: 'month',
        recordedOn: undefined,
        publishedOn: '2026-08',
        amount: { exact: yen(120_000), range, rung, index }[grain],
      }),
    ),
    publicMilestone({
      id: 'award',
      kind: 'recognition',
      title: { ja: '最優秀賞' },
      issuer: '組合',
    }),
    publicMilestone({
      id: 'cert',
      kind: 'credential',
      title: { ja: '基本情報' },
      issuer: 'IPA',
      evidence: ['https://ipa.example/a|b'],
    }),
    publicMilestone({ id: 'skill', kind: 'skill', title: { ja: '型', en: 'Types' }, tags: ['TS'] }),
    publicMilestone({ id: 'fans', kind: 'audience', measure: { name: 'X', value: 1_200 } }),
  ],
});

const hostile = Object.entries(hostileTexts).map(([name, text]) => [name, hostileRecord(text)]);
const all = Object.entries({
  empty: publicRecord(),
  full,
  ...Object.fromEntries(hostile),
} as Record<string, typeof full>);

describe('record.json', () => {
  const schema = recordJsonSchema();
  const validate = addFormats(new Ajv2020({ strict: true, allErrors: true })).compile(schema);
  /** As the window lets it out: addresses that are not of the web do not pass it. */
  const seen = (record: typeof full): typeof full => {
    const web = (urls: readonly string[]) => urls.filter((url) => /^https?:/.test(url));
    const cleaned = (list: typeof full.milestones) =>
      list.map((one) => ({ ...one, evidence: web(one.evidence) }));
    return {
      ...record,
      contact: web(record.contact),
      pinned: cleaned(record.pinned),
      milestones: cleaned(record.milestones),
    };
  };

  test('is described in JSON Schema 2020-12', () => {
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
    expect(JSON.stringify(schema)).not.toContain('"additionalProperties":true');
  });

  test.each(all)('%s is as described', (_, record) => {
    const json = JSON.parse(recordJson(seen(record), asked));
    expect(validate(json) ? [] : validate.errors).toEqual([]);
    expect(Object.keys(json).slice(0, 2)).toEqual(['$schema', 'url']);
    expect(json).toMatchObject({
      $schema: `${origin}/schema/record.json`,
      url: `${origin}/u/hana`,
    });
    const { $schema, url, next, ...rest } = json;
    expect(publicRecordJson.parse(rest)).toEqual(rest);
  });

  test.each([
    ['a field nobody described', { ...full, ownerId: '1' }],
    ['a field deep within', { ...full, milestones: [{ ...publicMilestone(), fees: '5' }] }],
    ['an amount of no grain', { ...full, income: [{ ...publicIncome(), total: { minor: '1' } }] }],
    ['a day that is none', { ...full, publishedMonth: '2026-13' }],
    ['a contact that runs', { ...full, contact: ['javascript:alert(1)'] }],
  ])('%s is refused', (_, record) => {
    const json = JSON.parse(recordJson(record as typeof full, asked));
    expect(validate(json)).toBe(false);
    expect(publicRecordJson.safeParse(record).success).toBe(false);
  });

  test('names the next page of the same year', () => {
    const { next } = JSON.parse(recordJson(full, asked));
    expect(next).toBe(`${origin}/u/hana/record.json?year=2026&page=2`);
  });

  test('names none where milestones are no part of it', () => {
    const record: typeof full = { ...full, sections: ['climb'], milestones: [] };
    expect(JSON.parse(recordJson(record, asked))).not.toHaveProperty('next');
  });

  test('in a copy, the next page is the file beside it and nothing else', () => {
    const followedBy = (next: string) => validate({ ...JSON.parse(recordJson(full, asked)), next });
    expect(followedBy('record-2.json')).toBe(true);
    for (const other of ['../record-2.json', 'record-2.html', 'javascript:1']) {
      expect(followedBy(other)).toBe(false);
    }
  });
});

describe('resume.json', () => {
  const validate = addFormats(new Ajv({ strict: false, allErrors: true })).compile(resumeSchema);

  test.each(all)('%s is a JSON Resume', (_, record) => {
    for (const by of [asked, english]) {
      const json = JSON.parse(resumeJson(record, by));
      expect(validate(json) ? [] : validate.errors).toEqual([]);
      expect(JSON.stringify(json)).not.toMatch(/"javascript:|user:secret|[\u202e\u2066]/);
    }
  });

  test('has work by its source, and amounts as they are disclosed', () => {
    const json = JSON.parse(resumeJson(full, english));
    expect(json.basics).toEqual({
      name: '佐藤 はな',
      label: 'Up to ¥300K a month.',
      summary: '自己紹介\n二行目',
      url: `${origin}/u/hana`,
      profiles: [
        { network: 'github.com', url: 'https://github.com/hana' },
        { network: 'xn--r8jz45g.jp', url: 'https://www.xn--r8jz45g.jp/' },
      ],
    });
    expect(json.work).toEqual([
      {
        name: 'Contract programming',
        startDate: '2026-01',
        endDate: '2026-04',
        highlights: [
          'Jan 2026: ¥120,000',
          `Feb 2026: ${amountShown(range, 'en')}`,
          `Mar 2026: ${amountShown(rung, 'en')}`,
          `Apr 2026: ${amountShown(index, 'en')}`,
        ],
      },
    ]);
    // Pinned as well, and yet there once.
    expect(json.projects).toEqual([
      {
        name: 'Rebuilt a booking system',
        endDate: '2026-08-12',
        url: `${origin}/u/hana/m/00000000-0000-4000-8000-000000000001`,
        keywords: ['React', '設計'],
        highlights: ['1.5 hours'],
      },
    ]);
    expect(json.awards).toEqual([{ title: '最優秀賞', date: '2026-08-12', awarder: '組合' }]);
    expect(json.certificates).toEqual([
      { name: '基本情報', date: '2026-08-12', issuer: 'IPA', url: 'https://ipa.example/a%7Cb' },
    ]);
    expect(json.skills).toEqual([{ name: 'Types', keywords: ['TS'] }]);
    expect(json.meta).toEqual({
      canonical: `${origin}/u/hana/resume.json`,
      version: 'v1.0.0',
      lastModified: '2026-11-01T00:00:00',
    });
  });
});
