import { createElement } from 'react';
import { expect, test } from 'vitest';
import type { Asked } from '@/app/_server/document';
import { textsIn } from '@/app/_text/texts';
import type { PublicMilestonePage, PublicRecord } from '@/lib/record/public/shape';
import { publicMilestone, publicRecord } from '@/lib/testing/public-record';
import { MilestonePage } from './milestone-page';
import { RecordPage } from './record-page';
import { renderHtml } from './render';
import { responseLine } from './write';

const code = 'A'.repeat(10);
const asked: Asked = {
  locale: 'en',
  chosen: 'en',
  origin: 'https://jisseki.example',
  query: new URLSearchParams(),
  share: code,
};

function page(some: Partial<PublicRecord>): Promise<string> {
  return renderHtml(createElement(RecordPage, { record: publicRecord(some), asked }));
}

function milestonePage(takesInquiries: boolean): Promise<string> {
  const whole: PublicMilestonePage = {
    ...publicRecord(),
    takesInquiries,
    listed: true,
    milestone: publicMilestone(),
  };
  return renderHtml(createElement(MilestonePage, { page: whole, asked }));
}

test('the way to the form keeps the share and the milestone one came by', async () => {
  const shown = await page({ takesInquiries: true });
  expect(shown).toContain(`href="/u/hana/contact?s=${code}&amp;lang=en"`);
  expect(shown).toContain('>Write to 佐藤 はな</a>');
  const id = publicMilestone().id;
  expect(await milestonePage(true)).toContain(`/u/hana/contact?m=${id}&amp;s=${code}&amp;lang=en"`);
});

test('there is none where the form is closed', async () => {
  expect(await page({ contact: ['https://a.example/'] })).not.toMatch(/Write to|\/contact/);
  expect(await milestonePage(false)).not.toMatch(/Write to|\/contact/);
  // With nothing in it, the whole part is left out.
  expect(await page({})).not.toContain('Get in touch');
});

test('who came is said as it is, in a line that has something to say', async () => {
  const said = (response: PublicRecord['response']) =>
    response && responseLine(response, textsIn('en'));
  expect(said({ people: 1, replyHours: 1 })).toBe(
    '1 person came because of this record · usually answers within 1 hour',
  );
  expect(said({ people: 3, replyHours: 48 })).toBe(
    '3 people came because of this record · usually answers within 2 days',
  );
  expect(said({ people: 3 })).toBe('3 people came because of this record');
  expect(said({ people: 0, replyHours: 24 })).toBe('usually answers within 24 hours');
  expect(await page({ response: { people: 0 } })).not.toContain('Get in touch');
  expect(await page({ response: { people: 2 } })).toContain('2 people came because of this record');
});

test('every record can be reported, small at its foot', async () => {
  for (const html of [await page({}), await milestonePage(false)]) {
    const foot = html.slice(html.indexOf('<footer'));
    expect(foot).toMatch(/href="\/u\/hana\/report\?lang=en" rel=nofollow>Report this page</);
  }
});
