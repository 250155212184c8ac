import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { mergeSkillsForm, openSkillForm, reviseSkillForm } from './schema';

const reasons = (answer: { error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
  answer.error?.issues.map(({ path, message }) => [path[0], message]);

const typed = { id: uuidv7(), version: '3', nameJa: '', nameEn: ' Type  Script ', levels: '' };

test('names are cleaned, and one in either language is enough', () => {
  expect(reviseSkillForm('ja').parse(typed)).toMatchObject({
    version: 3,
    nameJa: null,
    nameEn: 'Type Script',
    levels: [],
  });
  const none = { ...typed, nameEn: '\u200b' };
  expect(reasons(reviseSkillForm('ja').safeParse(none))).toEqual([['nameJa', 'required']]);
  expect(reasons(reviseSkillForm('en').safeParse(none))).toEqual([['nameEn', 'required']]);
});

test.each([
  ['', 'required'],
  ['あ'.repeat(61), 'too-long'],
  ['a'.repeat(100_001), 'too-long'],
  [`a${'\u0301'.repeat(2_000)}`, 'too-long'],
])('the name %j is refused', (name, reason) => {
  expect(reasons(openSkillForm.safeParse({ name }))?.[0]).toEqual(['name', reason]);
});

test('levels tell what is wrong with them', () => {
  const form = reviseSkillForm('ja');
  expect(form.parse({ ...typed, levels: '2 b\n1 a' }).levels).toEqual([
    { name: 'a', minutes: 60 },
    { name: 'b', minutes: 120 },
  ]);
  expect(reasons(form.safeParse({ ...typed, levels: 'b' }))).toEqual([
    ['levels', 'levels-unclear'],
  ]);
  expect(reasons(form.safeParse({ ...typed, levels: 'b'.repeat(100_001) }))).toEqual([
    ['levels', 'too-long'],
  ]);
});

test('a merge names two skills', () => {
  const [from, into] = [uuidv7(), uuidv7()];
  expect(mergeSkillsForm.safeParse({ from, into }).success).toBe(true);
  expect(reasons(mergeSkillsForm.safeParse({ from, into: '' }))).toEqual([
    ['into', 'skill-missing'],
  ]);
  expect(mergeSkillsForm.safeParse({ from, into: 'x' }).success).toBe(false);
});
