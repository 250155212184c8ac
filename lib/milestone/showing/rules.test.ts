import { describe, expect, test } from 'vitest';
import type { Permission } from '../../permission/rules';
import { visibleSince, whyOf } from './rules';

const now = new Date('2026-08-15T03:00:00Z');
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
const open = {
  visibility: 'public',
  publishedAt: days(-10),
  visibleFrom: null,
  needsPermission: false,
} as const;
const published = { publishedAt: days(-100) };
const permission: Permission = {
  state: 'granted',
  title: { ja: null, en: null },
  story: { ja: null, en: null },
  code: 'A'.repeat(22),
  askedAt: days(-9),
  answeredAt: days(-8),
  isCurrent: true,
};

type Facts = {
  milestone?: Partial<Parameters<typeof whyOf>[0]>;
  said?: Partial<Permission> | null;
  delayDays?: number;
  isOpen?: boolean;
};

function why({ milestone, said = null, delayDays = 0, isOpen = true }: Facts) {
  return whyOf(
    { ...open, ...milestone },
    said && { ...permission, ...said },
    { delayDays },
    isOpen ? published : { publishedAt: null },
    now,
  );
}

describe('why strangers see it', () => {
  test('public and unlisted, with nothing in the way', () => {
    expect(why({})).toEqual({ why: 'public' });
    expect(why({ milestone: { visibility: 'unlisted' } })).toEqual({ why: 'unlisted' });
    expect(why({ milestone: { visibleFrom: now } })).toEqual({ why: 'public' });
    expect(why({ delayDays: 10 })).toEqual({ why: 'public' });
  });

  test.each(['granted', 'anonymous'] as const)('a client said %s to what stands there', (state) => {
    expect(why({ milestone: { needsPermission: true }, said: { state } })).toEqual({
      why: 'public',
    });
  });
});

describe('why they do not', () => {
  test('private comes before all else', () => {
    const milestone = { visibility: 'private', publishedAt: null, needsPermission: true } as const;
    expect(why({ milestone, delayDays: 99, isOpen: false })).toEqual({ why: 'private' });
  });

  test.each([
    ['nobody was asked', null],
    ['not asked yet', { state: 'not_asked' }],
    ['no answer', { state: 'asked' }],
    ['refused', { state: 'refused' }],
    ['granted for an earlier text', { isCurrent: false }],
    ['anonymous for an earlier text', { state: 'anonymous', isCurrent: false }],
  ] as const)('a client: %s', (_, said) => {
    const shown = why({ milestone: { needsPermission: true }, said, delayDays: 99, isOpen: false });
    expect(shown).toEqual({ why: 'permission', permission: said && { ...permission, ...said } });
  });

  test('its time has not come', () => {
    expect(why({ delayDays: 11 })).toEqual({ why: 'waits', until: days(1) });
    expect(why({ milestone: { visibleFrom: days(3) }, isOpen: false })).toEqual({
      why: 'waits',
      until: days(3),
    });
  });

  test('the record is closed', () => {
    expect(why({ isOpen: false })).toEqual({ why: 'record-closed' });
    expect(why({ milestone: { visibility: 'unlisted' }, isOpen: false })).toEqual({
      why: 'record-closed',
    });
  });
});

test('it is seen since the later of its own day and the delay', () => {
  const since = (visibleFrom: Date | null, delayDays: number) =>
    visibleSince({ publishedAt: days(-10), visibleFrom }, { delayDays });
  expect(since(null, 0)).toEqual(days(-10));
  expect(since(null, 14)).toEqual(days(4));
  expect(since(days(-12), 0)).toEqual(days(-10));
  expect(since(days(6), 14)).toEqual(days(6));
  expect(since(days(3), 14)).toEqual(days(4));
  expect(visibleSince({ publishedAt: null, visibleFrom: days(1) }, { delayDays: 1 })).toBeNull();
});
