import { createElement } from 'react';
import { expect, test } from 'vitest';
import type { Asked } from '@/app/_server/document';
import { renderHtml } from '@/app/u/_document/render';
import type { Locale } from '@/lib/locale';
import type { PublicMilestone, PublicMilestonePage } from '@/lib/record/public/shape';
import { publicMilestone, publicRecord, yen } from '@/lib/testing/public-record';
import { PermissionPage } from './permission-page';
import { toldIn } from './told';

const code = 'A'.repeat(22);
const address = `https://example.com/a/path/that/is/longer/than/any/line/of/a/ledger?client=mio#${'x'.repeat(40)}`;

function asking(
  named: Partial<PublicMilestone>,
  anonymous: Partial<PublicMilestone> = {},
  locale: Locale = 'en',
  query = '',
  isIndexToCome = false,
) {
  const page = (milestone: Partial<PublicMilestone>): PublicMilestonePage => ({
    ...publicRecord(),
    listed: true,
    milestone: publicMilestone(milestone),
  });
  const asked: Asked = {
    locale,
    chosen: locale,
    origin: 'https://jisseki.example',
    query: new URLSearchParams(query),
  };
  const permission = {
    state: 'asked' as const,
    title: { ja: null, en: null },
    story: { ja: null, en: null },
    code,
    askedAt: new Date(0),
    answeredAt: null,
    isCurrent: true,
    textVersion: 7,
  };
  const shown = { named: page(named), anonymous: page(anonymous), isIndexToCome };
  return renderHtml(createElement(PermissionPage, { asked, code, permission, shown }));
}

test('a client sees what will be published whole, in both languages', async () => {
  const [ja, en] = ['長い説明。'.repeat(400), 'A long story. '.repeat(400).trim()];
  const html = await asking({
    kind: 'work',
    title: { ja: '美容室ミオの予約', en: 'Booking for Salon Mio' },
    story: { ja, en },
    happenedOn: '2025-03-17',
    precision: 'day',
    stream: { ja: '制作', en: 'Client work' },
    amount: yen(300_000),
    issuer: 'Mio Inc.',
    minutes: 90,
    tags: ['mio'],
    evidence: [address],
  });
  for (const whole of [
    ja,
    en,
    '美容室ミオの予約',
    'Booking for Salon Mio',
    '制作',
    'Client work',
  ]) {
    expect(html).toContain(whole);
  }
  for (const fact of ['2025年3月17日', 'Mar 17, 2025', '300,000', 'Mio Inc.', '1.5', '>mio<']) {
    expect(html).toContain(fact);
  }
  expect(html.split(address)).toHaveLength(3);
  expect(html).not.toContain(`href="${address}`);
  // Read out as it is read: nothing of the question is kept from a screen reader.
  expect(html).not.toMatch(/\sinert[\s=>]/);
  expect(html).toMatch(/<section lang="?ja"?><h3>日本語<\/h3>/);
});

test('written in one language it stands there once', async () => {
  const html = await asking(
    { title: { ja: '名前あり' }, story: undefined, stream: undefined },
    { title: { ja: '名前なし' }, story: undefined, stream: undefined },
  );
  for (const title of ['名前あり', '名前なし']) expect(html.split(title)).toHaveLength(2);
  expect(html).not.toMatch(/<h3>(?:English|日本語)/);
});

test('each language leads to the other and is kept by the answer', async () => {
  expect(await asking({}, {}, 'en')).toMatch(new RegExp(`href="/p/${code}\\?lang=ja"`));
  const html = await asking({}, {}, 'ja');
  expect(html).toMatch(new RegExp(`href="/p/${code}\\?lang=en"`));
  expect(html).toMatch(new RegExp(`action="/p/${code}\\?lang=ja"`));
});

test('only what we say is said back', async () => {
  expect(toldIn(new URLSearchParams('told=reworded'))).toBe('reworded');
  for (const odd of ['', 'told=', 'told=toString', 'told=%3Cb%3E']) {
    expect(toldIn(new URLSearchParams(odd))).toBeUndefined();
  }
  expect(await asking({}, {}, 'en', 'told=reworded')).toContain('The text was changed while');
  expect(await asking({}, {}, 'en', 'told=made-up')).toBe(await asking({}));
});

test('an index that cannot be told yet is said to come, with a name and without', async () => {
  const said = 'first month of income counts as 100';
  expect((await asking({}, {}, 'en', '', true)).split(said)).toHaveLength(3);
  expect(await asking({})).not.toContain(said);
});
