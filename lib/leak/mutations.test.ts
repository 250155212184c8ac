import { expect, test } from 'vitest';
import { limits } from '../limits';
import { makePerson } from '../testing/people';
import { listKeptNames } from './data';
import { setKeptNames } from './mutations';

const now = new Date('2026-08-15T03:00:00Z');

test('names are kept as typed, in their order, and another list replaces them', async () => {
  const hana = await makePerson();
  expect(await listKeptNames(hana)).toEqual([]);
  const names = ['山田 太郎', 'ACME Inc.', 'ア・イ', '株式会社 例'];
  await setKeptNames(hana, names, now);
  expect(await listKeptNames(hana)).toEqual(names);
  await setKeptNames(hana, ['株式会社 例', 'Zeta'], now);
  expect(await listKeptNames(hana)).toEqual(['株式会社 例', 'Zeta']);
  await setKeptNames(hana, [], now);
  expect(await listKeptNames(hana)).toEqual([]);
});

test('two spellings that find the same are one', async () => {
  const hana = await makePerson();
  await setKeptNames(hana, ['ACME', 'ａｃｍｅ', 'Acme', '髙橋', '高橋'], now);
  const kept = await listKeptNames(hana);
  expect(kept).toHaveLength(2);
  expect(kept[0]).toMatch(/acme/i);
});

test('as many as there may be, each as long as it may be, and signs of any kind', async () => {
  const hana = await makePerson();
  const most = Array.from({ length: limits.keptNames }, (_, i) =>
    `${i}`.padStart(limits.keptName, '長'),
  );
  await setKeptNames(hana, most, now);
  expect(await listKeptNames(hana)).toEqual(most);
  const strange = [
    '--',
    "''",
    '  . .',
    '👨‍👩‍👧👨‍👩‍👧',
    '<b>&',
    "'; DROP TABLE kept_name; --",
    '㍿㍿'.repeat(30),
  ];
  await setKeptNames(hana, strange, now);
  expect(await listKeptNames(hana)).toEqual(strange);
});

test('they are of one person', async () => {
  const [hana, ken] = [await makePerson(), await makePerson()];
  await setKeptNames(hana, ['ACME'], now);
  await setKeptNames(ken, [], now);
  expect(await listKeptNames(hana)).toEqual(['ACME']);
  expect(await listKeptNames(ken)).toEqual([]);
});

test('of two lists set at once one stands, whole', async () => {
  const hana = await makePerson();
  const lists = [
    ['AA', 'BB', 'CC'],
    ['DD', 'EE'],
    ['BB', 'EE', 'FF', 'GG'],
  ];
  await Promise.all(lists.map((names) => setKeptNames(hana, names, now)));
  expect(lists).toContainEqual(await listKeptNames(hana));
});
