import { createHash } from 'node:crypto';
import { createElement } from 'react';
import { expect, test } from 'vitest';
import type { PublicRecord } from '@/lib/record/public/shape';
import { publicIncome, publicMilestone, publicRecord, yen } from '@/lib/testing/public-record';
import { Embed } from './embed';
import { embedHeaders } from './embed-style';
import { renderHtml } from './render';

function embed(some: Partial<PublicRecord>): Promise<string> {
  const asked = {
    locale: 'en' as const,
    chosen: 'en' as const,
    origin: 'https://jisseki.example',
    query: new URLSearchParams(),
  };
  return renderHtml(createElement(Embed, { record: publicRecord(some), asked }));
}

const milestones = [publicMilestone({ kind: 'income', amount: yen(312_500) })];

test('says who, how far and what came last, and leads to the record in a window of its own', async () => {
  const html = await embed({ milestones, income: [publicIncome()] });
  for (const said of ['佐藤 はな', '¥100K a month', 'Rebuilt a booking system', '¥312,500']) {
    expect(html).toContain(said);
  }
  const links = html.match(/<a [^>]*>/g);
  expect(links).toEqual([
    '<a href="https://jisseki.example/u/hana?lang=en" target=_blank rel=noopener>',
  ]);
});

test('anyone may frame it, and its one style is named by its hash', async () => {
  const html = await embed({ displayName: '</style><script>alert(1)</script>' });
  expect(html).not.toMatch(/<script| style=|<\/style><script/);
  const css = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? '';
  const hash = createHash('sha256').update(css).digest('base64');
  const policy = embedHeaders()['Content-Security-Policy'];
  expect(policy).toContain(`style-src 'sha256-${hash}'`);
  expect(policy).toContain('frame-ancestors *');
  expect(policy).toMatch(/^default-src 'none'/);
});

test('a record that shows no climb shows none here', async () => {
  const html = await embed({ milestones, income: [publicIncome()], sections: ['milestones'] });
  expect(html).not.toContain('¥100K');
  expect(html).toContain('Up to ¥300K a month.');
});
