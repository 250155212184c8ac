import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { textsIn } from '@/app/_text/texts';
import type { Response } from '@/lib/response/data';
import { type Counts, linesOf, none } from '@/lib/response/rules';
import { sidesOf } from '@/lib/response/sides.rules';
import { Begin } from './_begin';
import { Came } from './_came';
import { Chain } from './_chain';
import { Tables } from './_tables';

const standing = {
  isPublished: true,
  takesInquiries: false,
  shares: 1,
  people: 3,
  hasBegun: true,
};

function responseWith(counts: Partial<Counts>): Response {
  const total = { ...none, ...counts };
  const lines = linesOf([{ key: 'x', ...total }]);
  return {
    standing,
    months: ['2026-11'],
    total,
    byMonth: linesOf([{ key: '2026-11', ...total }]),
    byNetwork: lines,
    byMilestone: { shown: linesOf([{ key: null, ...total }]), rest: null },
    bySite: { shown: linesOf([{ key: '<b>.example', ...total }]), rest: total },
    byCountry: linesOf([
      { key: 'JP', ...none, visits: 5 },
      { key: null, ...none, visits: 2 },
    ]),
    names: new Map(),
    came: [],
  };
}

const few = {
  shares: 2,
  visits: 7,
  previews: 1,
  inquiries: 3,
  people: 3,
  conversation: 1,
  agreed: 1,
  income: [{ minor: 50_000n, currency: 'JPY' }],
  promised: [{ minor: 50_000n, currency: 'JPY' }],
} as const;
const many = { ...few, visits: 1_204, inquiries: 30, people: 28, conversation: 24 };

describe.each(['en', 'ja'] as const)('in %s', (locale) => {
  const t = textsIn(locale);
  const span = { from: 'A', to: 'B' };
  const chain = (counts: Partial<Counts>) =>
    renderToStaticMarkup(<Chain total={{ ...none, ...counts }} {...{ span, locale, t }} />);

  test('small numbers are said as small numbers, large ones as a rate', () => {
    expect(chain(few)).toContain(t('response.few.inquiries', { part: 3, of: 7 }));
    expect(chain(few)).not.toContain('%');
    expect(chain(many)).toContain(t('response.rate.inquiries', { percent: '2%' }));
    expect(chain({ ...few, visits: 1_204 })).toContain('0.2%');
  });

  test('every number leads to what is behind it, and what is nought to nothing', () => {
    const drawn = chain(few);
    for (const href of [
      '/shares',
      '#by-document',
      '/inbox?origin=record',
      '/milestones?kind=income',
    ]) {
      expect(drawn).toContain(`href="${href}"`);
    }
    expect(chain({})).not.toContain('href');
    expect(chain({})).not.toContain('chain-reached');
    expect(drawn.match(/chain-reached/g)).toHaveLength(5);
  });

  test.each([
    ['one', [{ month: '2026-11', building: 60, networking: 0 }]],
    ['both', [{ month: '2026-11', building: 600, networking: 600 }]],
  ] as const)('the tables with hours of %s', (_, spent) => {
    for (const [record, networking] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
      [5, 1],
      [1, 5],
    ] as const) {
      const came = [
        { month: '2026-11', origin: 'record', people: record, agreed: 0, income: few.income },
        { month: '2026-11', origin: 'networking', people: networking, agreed: 0, income: [] },
      ] as const;
      const sides = sidesOf(spent, came);
      for (const counts of [few, many]) {
        const drawn = renderToStaticMarkup(
          <Tables response={responseWith(counts)} sides={sides} locale={locale} t={t} />,
        );
        expect(drawn).toContain('&lt;b&gt;.example');
        expect(drawn).toContain(locale === 'ja' ? '日本' : 'Japan');
        expect(drawn).toContain(t('response.noCountry'));
        // What is behind the people of a month, and behind the work agreed in it.
        expect(drawn).toContain('href="/inbox?origin=record&amp;month=2026-11"');
        const agreed = '/inbox?origin=record&amp;month=2026-11&amp;outcome=work_agreed';
        expect(drawn).toContain(`href="${agreed}"`);
        expect(drawn).not.toContain('undefined');
      }
    }
  });

  test('the figure on top, with a seal for each person while they are few', () => {
    const came = (people: number) =>
      renderToStaticMarkup(<Came people={people} ever={3} span="Nov 2026" t={t} />);
    expect(came(3).match(/class="seal /g)).toHaveLength(3);
    expect(came(13)).not.toContain('class="seal ');
    expect(came(0)).not.toContain('href');
    expect(came(3)).not.toContain(t('response.ever', { count: 3 }));
    expect(came(0)).toContain(t('response.ever', { count: 3 }));
  });

  test('what is done is stamped where nobody has come', () => {
    const drawn = renderToStaticMarkup(<Begin standing={standing} locale={locale} t={t} />);
    expect(drawn.match(/begin-done/g)).toHaveLength(2);
    expect(drawn).toContain('href="/inbox/settings"');
  });
});
