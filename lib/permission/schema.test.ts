import { describe, expect, test } from 'vitest';
import { limits } from '../limits';
import { isPermitted, type Permission, permissionStates } from './rules';
import { answerForm, askForm, permissionCode } from './schema';

const sent = {
  id: '019a0000-0000-7000-8000-000000000000',
  anonymousTitleJa: '',
  anonymousTitleEn: '',
  anonymousStoryJa: '',
  anonymousStoryEn: '',
};

describe('asking', () => {
  test('texts are cleaned, and nothing where nothing is', () => {
    expect(askForm.parse(sent)).toEqual({
      id: sent.id,
      anonymousTitleJa: null,
      anonymousTitleEn: null,
      anonymousStoryJa: null,
      anonymousStoryEn: null,
    });
    const typed = {
      ...sent,
      anonymousTitleJa: ' ある\u200b店\n ',
      anonymousStoryEn: ' One\r\n\r\ntwo ',
    };
    expect(askForm.parse(typed)).toMatchObject({
      anonymousTitleJa: 'ある店',
      anonymousStoryEn: 'One\n\ntwo',
    });
  });

  test.each([
    ['anonymousTitleJa', limits.title],
    ['anonymousTitleEn', limits.title],
    ['anonymousStoryJa', limits.story],
    ['anonymousStoryEn', limits.story],
  ])('%s has at most %s signs', (field, most) => {
    expect(askForm.safeParse({ ...sent, [field]: '長'.repeat(most) }).success).toBe(true);
    for (const long of ['長'.repeat(most + 1), 'x'.repeat(200_000)]) {
      const parsed = askForm.safeParse({ ...sent, [field]: long });
      expect(parsed.error?.issues.map(({ path, message }) => [path[0], message])).toContainEqual([
        field,
        'too-long',
      ]);
    }
  });

  test('of no other milestone, and no other fields', () => {
    for (const other of [{ id: 'x' }, { id: '' }, { state: 'granted' }, { anonymousTitleJa: 7 }]) {
      expect(askForm.safeParse({ ...sent, ...other }).success).toBe(false);
    }
  });
});

test('the end of a link is 22 signs of base64url', () => {
  for (const code of ['A'.repeat(22), 'aZ09_-aZ09_-aZ09_-aZ09']) {
    expect(permissionCode.safeParse(code).success).toBe(true);
  }
  for (const code of [
    '',
    'A'.repeat(21),
    'A'.repeat(23),
    `${'A'.repeat(21)}+`,
    `${'A'.repeat(22)}\n`,
  ]) {
    expect(permissionCode.safeParse(code).success).toBe(false);
  }
});

test('an answer is one of three, to a text that was read', () => {
  expect(answerForm.parse({ answer: 'granted', version: '7' })).toEqual({
    answer: 'granted',
    version: 7,
  });
  for (const sentAnswer of [
    { answer: 'asked', version: '1' },
    { answer: 'not_asked', version: '1' },
    { answer: '', version: '1' },
    { answer: 'granted' },
    { answer: 'granted', version: '0' },
    { answer: 'granted', version: '1.5' },
    { answer: 'granted', version: 'x' },
    { answer: 'granted', version: '1', id: sent.id },
  ]) {
    expect([sentAnswer, answerForm.safeParse(sentAnswer).success]).toEqual([sentAnswer, false]);
  }
});

test('a client permits with two answers, to the text that stands', () => {
  const permission: Permission = {
    state: 'asked',
    title: { ja: null, en: null },
    story: { ja: null, en: null },
    code: null,
    askedAt: null,
    answeredAt: null,
    isCurrent: true,
  };
  const permitting = permissionStates.filter((state) => isPermitted({ ...permission, state }));
  expect(permitting).toEqual(['granted', 'anonymous']);
  for (const state of permissionStates) {
    expect(isPermitted({ ...permission, state, isCurrent: false })).toBe(false);
  }
});
