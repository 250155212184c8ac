import { readdirSync, readFileSync } from 'node:fs';
import { createElement } from 'react';
import { describe, expect, test } from 'vitest';
import type { Asked } from '@/app/_server/document';
import { documentStyle } from '@/app/_server/document-style';
import { formatMonth } from '@/lib/calendar';
import type { Locale } from '@/lib/locale';
import { type Grain, type PublicAmount, publicMoney } from '@/lib/record/disclosure.rules';
import type { PublicMilestonePage, PublicRecord } from '@/lib/record/public/shape';
import { publicIncome, publicMilestone, publicRecord, yen } from '@/lib/testing/public-record';
import { MilestonePage } from './milestone-page';
import { RecordPage } from './record-page';
import { renderHtml } from './render';

const asked = (locale: Locale): Asked => ({
  locale,
  origin: 'https://jisseki.example',
  query: new URLSearchParams(),
});

function page(some: Partial<PublicRecord>, locale: Locale = 'en'): Promise<string> {
  return renderHtml(
    createElement(RecordPage, { record: publicRecord(some), asked: asked(locale) }),
  );
}

const withOne: Partial<PublicRecord> = {
  milestones: [publicMilestone()],
  totals: { milestones: 1, byKind: [], byYear: [{ year: 2026, milestones: 1 }] },
};

/** The part of a page that people read, without its marks. */
function wordsOf(html: string): string {
  return html
    .slice(html.indexOf('<body'))
    .replace(/<(?!title)[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}

test('a record of 50 milestones weighs less than 40,000 bytes', async () => {
  const milestones = Array.from({ length: 50 }, (_, i) =>
    publicMilestone({
      id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
      title: { en: `Rebuilt the booking system, part ${i}` },
      story: { en: 'From the first talk to delivery, on weekday evenings only.' },
      tags: ['side-job', 'TypeScript'],
    }),
  );
  const totals = { milestones: 50, minutes: 600, byKind: [], byYear: [] };
  const html = await page({ milestones, totals, income: [publicIncome()] });
  expect(html.match(/<h4/g)).toHaveLength(50);
  expect(Buffer.byteLength(html)).toBeLessThan(40_000);
});

test('every class in the style sheet of documents occurs in what draws them', () => {
  const folders = ['app/u/_document', 'app/_contact', 'app/_charts', 'app/_ui'];
  const code = folders
    .flatMap((folder) => readdirSync(folder, { withFileTypes: true }))
    .filter(({ name }) => name.endsWith('.tsx'))
    .map(({ parentPath, name }) => readFileSync(`${parentPath}/${name}`, 'utf8'))
    .join('\n');
  const classes = documentStyle().css.matchAll(/\.([a-z][\w-]*)(?=[\s,:.{>+)])/g);
  const names = new Set([...classes].map(([, name = '']) => name));
  const unused = [...names].filter((name) => {
    const [, start = name] = /^(of-)/.exec(name) ?? [];
    return !new RegExp(`[\\s'"\`]${start}(?:[\\s'"\`]|\\$)`).test(code);
  });
  expect(names.size).toBeGreaterThan(40);
  expect(unused).toEqual([]);
});

describe('the parts of a record', () => {
  const whole: Partial<PublicRecord> = {
    ...withOne,
    pinned: [publicMilestone({ id: '2', title: { en: 'Pinned one' } })],
    income: [publicIncome()],
    contact: ['https://social.example/@hana', 'javascript:alert(1)'],
  };
  const heads = ['Highlights', 'Ladder of', 'Income by month', '>Milestones<', 'Get in touch'];
  const order = (html: string) =>
    heads.filter((head) => html.includes(head)).sort((a, b) => html.indexOf(a) - html.indexOf(b));
  const body = async (some: Partial<PublicRecord>) => {
    const html = await page({ ...whole, ...some });
    return html.slice(html.indexOf('<main'));
  };

  test('stand in their order, and one that is not listed is not shown', async () => {
    // The figure of all milestones has the same word; the part's head is what counts.
    const sectionsOf = async (sections: PublicRecord['sections']) =>
      order((await body({ sections })).replace(/<dl[\s\S]*?<\/dl>/, ''));
    expect(await sectionsOf(['pinned', 'climb', 'income', 'milestones', 'contact'])).toEqual(heads);
    expect(await sectionsOf(['contact', 'milestones', 'climb'])).toEqual([
      'Get in touch',
      '>Milestones<',
      'Ladder of',
    ]);
    expect(await sectionsOf([])).toEqual([]);
  });

  test('without climb and income, nothing is told of either', async () => {
    const html = await page({ ...whole, sections: ['pinned', 'milestones'] });
    expect(html).not.toMatch(/470,000|¥470K|¥100K|Held/);
  });

  test('a link of contact is theirs, and of the web', async () => {
    const html = await body({});
    expect(html).toContain(
      '<a href="https://social.example/@hana" rel="me nofollow ugc noopener">',
    );
    expect(html).not.toContain('javascript:');
  });
});

describe('amounts', () => {
  const month = '2026-08' as const;
  const money = (amount: number) => publicMoney({ minor: BigInt(amount), currency: 'JPY' });
  const amounts: Record<Exclude<Grain, 'hidden'>, [PublicAmount, string]> = {
    exact: [yen(312_500), '¥312,500'],
    range: [{ grain: 'range', from: money(300_000), below: money(500_000) }, '¥300K–¥500K'],
    rung: [{ grain: 'rung', ...money(300_000) }, '¥300K or more'],
    index: [{ grain: 'index', currency: 'JPY', index: 320 }, 'Index 320'],
  };

  test.each(Object.entries(amounts))(
    '%s: the same words wherever it stands',
    async (grain, [amount, said]) => {
      const isIndex = grain === 'index';
      const html = await page({
        ...withOne,
        headline: undefined,
        milestones: [publicMilestone({ kind: 'income', amount })],
        income: [
          publicIncome({
            total: undefined,
            byYear: [],
            months: [{ month, total: amount }],
            ...(isIndex && { rungs: [], next: undefined }),
          }),
        ],
      });
      const words = wordsOf(html);
      expect(html).toContain(`<title>${formatMonth(month, 'en')} ${said}`);
      expect(words.split(said).length - 1).toBeGreaterThanOrEqual(3);
      if (isIndex) expect(words).not.toMatch(/[¥$€]/);
      if (grain !== 'exact') expect(html).not.toContain('312,500');
    },
  );

  test('a range is drawn to its bounds and no further', async () => {
    const [range] = amounts.range;
    const html = await page({
      ...withOne,
      income: [publicIncome({ months: [{ month, total: range }], rungs: [], next: undefined })],
    });
    const heightOf = (name: string) =>
      Number(new RegExp(`class=${name} [^>]*height="?(\\d+)`).exec(html)?.[1]);
    const [certain, possible] = [heightOf('chart-bar'), heightOf('chart-reach')];
    expect(certain / (certain + possible)).toBeCloseTo(0.6, 1);
  });
});

describe('languages', () => {
  const japanese = publicMilestone({ title: { ja: '家計簿アプリを公開' } });

  test('what is not in the reader’s language says so, once', async () => {
    const some = { ...withOne, milestones: [japanese, publicMilestone({ id: '2' })] };
    expect((await page(some)).match(/Original: 日本語/g)).toHaveLength(1);
    expect(await page(some, 'ja')).not.toContain('原文');
  });

  test('where most is not, the page says so instead of each line', async () => {
    const milestones = ['1', '2', '3'].map((id) => ({ ...japanese, id }));
    const html = await page({ ...withOne, milestones });
    expect(html).toContain('Most of this record is shown in the Japanese');
    expect(html).not.toContain('Original:');
  });
});

describe('the head', () => {
  test('search engines are kept away where the owner says so', async () => {
    expect(await page({ isIndexed: false })).toContain('<meta name="robots" content="noindex"/>');
    expect(await page({})).not.toContain('noindex');
  });

  test('feeds are named where there are any', async () => {
    expect(await page({})).toContain('type="application/atom+xml"');
    expect(await page({ hasFeeds: false })).not.toMatch(/feed\.(xml|json)/);
  });

  test('a milestone has its own card, and its amount in the words it is shown in', async () => {
    const from = publicMoney({ minor: 300_000n, currency: 'JPY' });
    const below = publicMoney({ minor: 500_000n, currency: 'JPY' });
    const amount = { grain: 'range' as const, from, below };
    const whole: PublicMilestonePage = {
      ...publicRecord(),
      listed: true,
      milestone: publicMilestone({ kind: 'income', amount }),
    };
    const html = await renderHtml(
      createElement(MilestonePage, { page: whole, asked: asked('en') }),
    );
    expect(html).toMatch(/og:image" content="[^"]*\/m\/[^"]*\/card\.png/);
    expect(html).toMatch(/og:description" content="¥300K–¥500K — /);
    expect(html).toMatch(/og:image:alt" content="[^"]*¥300K–¥500K/);
  });
});
