import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { textsIn } from '@/app/_text/texts';
import { mintViewer } from '@/lib/auth/viewer';
import type { Report } from '@/lib/operator/report/data';
import type { Account } from '@/lib/operator/rules';
import { Suspended } from '../record/_suspended';
import { AccountLine } from './_account';
import { InvitationLine } from './invitations/_invitation';
import { ReportLine } from './reports/_report';

const at = new Date('2026-12-01T00:00:00Z');
const hostile = '<img src=x>';
const account: Account = {
  id: '0197a0a0-0000-7000-8000-000000000000',
  handle: 'hana',
  email: 'hana@example.com',
  createdAt: at,
  lastSeenAt: null,
  milestones: 1,
  shares: 0,
  inquiries: 2,
  publishedAt: at,
  suspendedAt: null,
  suspendedFor: '',
  deleteAt: null,
};
const report: Report = {
  ownerId: account.id,
  id: account.id,
  about: 'record',
  handle: 'hana',
  isPublished: true,
  isSuspended: false,
  reason: 'spam',
  text: hostile,
  reportedAt: at,
  handledAt: null,
};

describe.each(['en', 'ja'] as const)('in %s', (locale) => {
  const t = textsIn(locale);
  const viewer = mintViewer({
    userId: account.id,
    sessionId: account.id,
    handle: 'operator',
    displayName: 'operator',
    locale,
    zone: 'Asia/Tokyo',
    confirmedAt: at,
    deleteAt: null,
  });
  const line = (some: Partial<Account>) =>
    renderToStaticMarkup(<AccountLine account={{ ...account, ...some }} viewer={viewer} t={t} />);
  const reported = (some: Partial<Report>) =>
    renderToStaticMarkup(<ReportLine report={{ ...report, ...some }} viewer={viewer} t={t} />);

  test('a published account has a way to its record and one to close it', () => {
    const drawn = line({});
    expect(drawn).toContain('href="/u/hana"');
    expect(drawn).toContain(t('operator.accounts.suspend', { handle: 'hana' }));
    expect(drawn).toContain(t('operator.accounts.milestones', { count: 1 }));
    expect(drawn).toContain(t('operator.accounts.unseen'));
  });

  test('a suspended one says what its owner was told, and has the way back alone', () => {
    const drawn = line({ publishedAt: null, suspendedAt: at, suspendedFor: hostile });
    expect(drawn).toContain('&lt;img src=x&gt;');
    expect(drawn).toContain(t('operator.accounts.release', { handle: 'hana' }));
    expect(drawn).not.toContain('<textarea');
    expect(drawn).not.toContain('href="/u/hana"');
  });

  test('one that goes says when', () => {
    const day = locale === 'ja' ? '2026年12月1日' : 'Dec 1, 2026';
    expect(line({ deleteAt: at })).toContain(t('operator.accounts.goes', { day }));
  });

  test('a report leads to the account and, where it is open, to the record', () => {
    const drawn = reported({});
    expect(drawn).toContain('&lt;img src=x&gt;');
    expect(drawn).toContain(`href="/operator?account=${account.id}"`);
    expect(drawn).toContain('href="/u/hana"');
    expect(reported({ isPublished: false })).not.toContain('href="/u/hana"');
    const ofMessage = reported({ about: 'inquiry', text: '' });
    expect(ofMessage).not.toContain('href="/u/hana"');
    expect(ofMessage).toContain(t('operator.reports.noWords'));
  });

  test('one that is dealt with has no button any more', () => {
    expect(reported({})).toContain('<button');
    expect(reported({ handledAt: at })).not.toContain('<button');
  });

  test('only an invitation that is open can be taken back', () => {
    const drawn = (usedAt: Date | null, expiresAt: Date) => {
      const invitation = { ownerId: account.id, id: account.id, by: 'ken', note: hostile };
      const times = { createdAt: at, usedAt, expiresAt };
      return renderToStaticMarkup(
        <InvitationLine invitation={{ ...invitation, ...times }} now={at} viewer={viewer} t={t} />,
      );
    };
    const later = new Date(at.getTime() + 1);
    expect(drawn(null, later)).toContain('<button');
    expect(drawn(null, later)).toContain('&lt;img src=x&gt;');
    for (const ended of [drawn(at, later), drawn(null, at)]) expect(ended).not.toContain('<button');
  });

  test('the owner of a suspended record reads the operator’s words on its page', () => {
    const suspension = { since: at, words: hostile };
    const drawn = renderToStaticMarkup(<Suspended {...{ suspension, viewer, t }} />);
    expect(drawn).toContain(t('operator.record.title'));
    expect(drawn).toContain('<blockquote class="operator-words">&lt;img src=x&gt;</blockquote>');
  });
});
