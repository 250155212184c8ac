import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { textsIn } from '@/app/_text/texts';
import type { Viewer } from '@/lib/auth/viewer';
import type { Inquiry } from '@/lib/inquiry/state.rules';
import { hostileTexts } from '@/lib/testing/hostile';
import { InquiryLine } from './_row';
import { cameBy, spanOf } from './_words';
import { Facts } from './[id]/_facts';

const t = textsIn('en');
// Only what the words need.
const viewer = { locale: 'en', zone: 'Asia/Tokyo' } as Viewer;

const inquiry: Inquiry = {
  id: '0193a000-0000-7000-8000-000000000001',
  arrival: 'form',
  origin: 'record',
  name: 'Ken',
  email: 'ken@example.com',
  subject: 'job',
  message: 'Hello\nthere',
  language: 'en',
  milestone: null,
  share: null,
  source: '',
  arrivedAt: new Date('2026-11-24T16:00:00Z'),
  openedAt: null,
  answeredAt: null,
  closedAt: null,
  note: '',
  nextStep: null,
  nextStepOn: null,
  outcome: null,
  outcomeAt: null,
  amount: null,
  stream: null,
  version: 1,
};

const line = (some: Partial<Inquiry>, words = t) =>
  renderToStaticMarkup(
    createElement(InquiryLine, {
      inquiry: { ...inquiry, ...some },
      today: '2026-11-25',
      viewer,
      t: words,
    }),
  );

test('a line says who, about what, when in the reader’s zone, and where it stands', () => {
  const drawn = line({});
  for (const said of ['Ken', 'Job', 'Hello', 'Nov 25, 2026', 'New']) expect(drawn).toContain(said);
  expect(drawn).not.toContain('there');
});

test('a next step is marked from the day after its day', () => {
  const step = { nextStep: 'Call', nextStepOn: '2026-11-24' } as const;
  expect(line(step)).toContain('Overdue: Call · Nov 24, 2026');
  expect(line(step, textsIn('ja'))).toContain('期限切れ：Call（Nov 24, 2026）');
  expect(line({ ...step, nextStepOn: '2026-11-25' })).not.toContain('Overdue');
  expect(line({ ...step, closedAt: new Date() })).not.toContain('Overdue');
});

test('what strangers typed is text, and no address of theirs is a link', () => {
  const text = `${hostileTexts.script} https://evil.example javascript:alert(1)`;
  const drawn =
    line({ name: text, message: text, nextStep: text }) +
    renderToStaticMarkup(
      createElement(Facts, {
        inquiry: { ...inquiry, name: text, email: text, source: text },
        viewer,
        t,
      }),
    );
  expect(drawn).not.toMatch(/<script|<img|href="(?!\/)/);
});

test('how somebody came, in one line', () => {
  const id = inquiry.id;
  expect(cameBy(inquiry, 'en', t)).toBe('The record');
  const shop = { id, kind: 'work', title: { ja: '店', en: null }, stream: null } as const;
  const share = { id, network: 'x' } as const;
  const milestone = { ...shop, isGone: false };
  expect(cameBy({ ...inquiry, milestone, share, source: 'note.com' }, 'en', t)).toBe(
    '“店” · By a share: X · From note.com',
  );
  expect(cameBy({ ...inquiry, milestone: { ...shop, isGone: true } }, 'en', t)).toContain(
    'deleted',
  );
  expect(cameBy({ ...inquiry, arrival: 'hand', origin: 'networking' }, 'en', t)).toBe(
    'Added by hand · People I know',
  );
});

test('a span is told as one says it', () => {
  expect(spanOf(0, t)).toBe('0 minutes');
  expect(spanOf(35, t)).toBe('35 minutes');
  expect(spanOf(90, t)).toBe('1.5 hours');
  expect(spanOf(4 * 24 * 60, t)).toBe('4 days');
});
