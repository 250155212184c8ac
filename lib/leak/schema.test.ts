import { describe, expect, test } from 'vitest';
import { limits } from '../limits';
import { keptNamesForm } from './schema';

const read = (names: string) => keptNamesForm.parse({ names }).names;
const refused = (names: unknown) =>
  keptNamesForm.safeParse({ names }).error?.issues.map(({ message }) => message);

describe('names to keep out', () => {
  test('one a line, blank ones left out', () => {
    expect(read('')).toEqual([]);
    expect(read(' \r\n\u3000\n\u200b')).toEqual([]);
    expect(read(' 山田 太郎 \r\nACME Inc.\r\r\n\n株式会社\u3000例 ')).toEqual([
      '山田 太郎',
      'ACME Inc.',
      '株式会社 例',
    ]);
  });

  test('a single sign is refused: it is in half of all words', () => {
    expect(refused('山田\n田')).toEqual(['name-too-short']);
    expect(refused('𠮷')).toEqual(['name-too-short']);
    expect(read('AB')).toEqual(['AB']);
  });

  test('each of at most so many signs', () => {
    const most = limits.keptName;
    expect(read('長'.repeat(most))).toHaveLength(1);
    expect(read('👨‍👩‍👧'.repeat(most))).toHaveLength(1);
    expect(refused(`ok\n${'長'.repeat(most + 1)}`)).toEqual(['name-too-long']);
    expect(refused(`AB${'\u0301'.repeat(most * 8)}`)).not.toBeUndefined();
  });

  test('no more than fifty', () => {
    const many = (count: number) => Array.from({ length: count }, (_, i) => `name ${i}`).join('\n');
    expect(read(many(limits.keptNames))).toHaveLength(limits.keptNames);
    expect(refused(many(limits.keptNames + 1))).toEqual(['too-many-names']);
    expect(refused('x'.repeat(200_000))).toContain('too-long');
    expect(refused(7)).toHaveLength(1);
    expect(keptNamesForm.safeParse({ names: '', owner: 'x' }).success).toBe(false);
  });
});
