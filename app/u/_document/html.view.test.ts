import { createElement, type ReactElement } from 'react';
import { expect, test } from 'vitest';
import { ContactPage, SentPage } from '@/app/_contact/contact-page';
import { unanswered } from '@/app/_contact/form-parts';
import { ReportedPage, ReportPage } from '@/app/_contact/report-page';
import type { Asked } from '@/app/_server/document';
import { PermissionPage } from '@/app/p/_document/permission-page';
import { locales } from '@/lib/locale';
import { grains } from '@/lib/record/disclosure.rules';
import type { PublicMilestone, PublicMilestonePage } from '@/lib/record/public/shape';
import { faultsIn } from '@/lib/testing/html';
import { publicIncome, publicMilestone, publicRecord, yen } from '@/lib/testing/public-record';
import { Embed } from './embed';
import { FallbackPage } from './fallback-page';
import { MilestonePage } from './milestone-page';
import { RecordPage } from './record-page';
import { renderHtml } from './render';

const hostile = '<script>alert(1)</script>"\' & \u202e<img src=x onerror=1>';
const milestones: PublicMilestone[] = (
  ['income', 'skill', 'work', 'audience', 'credential', 'recognition'] as const
).map((kind, i) =>
  publicMilestone({
    id: `00000000-0000-4000-8000-00000000000${i}`,
    kind,
    title: { ja: hostile },
    story: { en: `One.\n\nTwo ${hostile}` },
    amount: kind === 'income' ? yen(300_000) : undefined,
    measure: kind === 'audience' ? { name: hostile, value: 1_200 } : undefined,
    minutes: 90,
    issuer: hostile,
    tags: ['a b', hostile],
    evidence: ['https://example.com/?a=1&b="'],
  }),
);
const record = publicRecord({
  displayName: hostile,
  about: { ja: `${hostile}\n\n二` },
  isExample: true,
  contact: ['https://example.com/?a=1&b=2'],
  takesInquiries: true,
  response: { people: 3, replyHours: 48 },
  income: [publicIncome()],
  totals: { milestones: 700, minutes: 90, byKind: [], byYear: [{ year: 2026, milestones: 700 }] },
  page: { number: 2, of: 4, size: 200 },
  pinned: milestones.slice(0, 2),
  milestones,
});
const page: PublicMilestonePage = {
  ...record,
  listed: false,
  milestone: milestones[0] as PublicMilestone,
};

function documentsIn(locale: 'ja' | 'en'): Record<string, ReactElement> {
  const asked: Asked = {
    locale,
    chosen: locale,
    origin: 'https://jisseki.example',
    query: new URLSearchParams(),
  };
  const permission = {
    state: 'granted' as const,
    title: { ja: 'x', en: null },
    story: { ja: null, en: null },
    code: 'A'.repeat(22),
    askedAt: new Date(0),
    answeredAt: new Date(0),
    isCurrent: true,
    textVersion: 1,
  };
  const shown = { named: page, anonymous: page, isIndexToCome: true };
  const contact = {
    handle: 'hana',
    displayName: hostile,
    isExample: true,
    takesInquiries: true,
    inquiryDays: 30,
    network: 'x',
  };
  const came = {
    share: { code: 'A'.repeat(10), network: 'x' },
    milestone: { id: '00000000-0000-4000-8000-000000000001', title: { text: hostile, lang: 'ja' } },
    source: 'news.example',
  } as const;
  const writing = { asked, contact, came, note: 'note' };
  const answered = {
    values: { name: hostile, email: hostile, subject: 'question', message: hostile, text: hostile },
    problems: { name: 'required', email: 'email-unclear', message: 'too-long', text: 'too-long' },
    told: 'Not sent.',
  } as const;
  return {
    contact: createElement(ContactPage, { ...writing, answered: unanswered }),
    'contact again': createElement(ContactPage, { ...writing, answered }),
    sent: createElement(SentPage, { asked, contact, came }),
    report: createElement(ReportPage, { asked, contact, note: 'note', answered }),
    reported: createElement(ReportedPage, { asked, contact }),
    record: createElement(RecordPage, { record, asked }),
    'empty record': createElement(RecordPage, { record: publicRecord(), asked }),
    ...Object.fromEntries(
      grains.map((disclosure) => [
        `record at ${disclosure}`,
        createElement(RecordPage, { record: { ...record, disclosure }, asked }),
      ]),
    ),
    milestone: createElement(MilestonePage, { page, asked }),
    embed: createElement(Embed, { record, asked }),
    missing: createElement(FallbackPage, { kind: 'missing', asked }),
    permission: createElement(PermissionPage, { asked, code: 'A'.repeat(22), permission, shown }),
  };
}

for (const locale of locales) {
  test.each(Object.entries(documentsIn(locale)))(
    `${locale}: %s is valid HTML`,
    async (_, element) => {
      expect(await faultsIn(await renderHtml(element))).toEqual([]);
    },
  );
}

test('the validator is awake', async () => {
  const html =
    '<!doctype html><html lang="en"><head><title>x</title></head><body><p><div></div></p><img src="x"></body></html>';
  expect(await faultsIn(html)).not.toEqual([]);
});
