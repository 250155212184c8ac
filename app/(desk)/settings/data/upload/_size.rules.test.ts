import { expect, test } from 'vitest';
import { limits } from '@/lib/limits';
import { sizeRefusal } from './_size.rules';

test.each(['csv', 'export'] as const)('a file for %s is sent where it may be kept', (kind) => {
  const most = limits.uploadBytes[kind];
  expect(sizeRefusal(1, most)).toBeNull();
  expect(sizeRefusal(most, most)).toBeNull();
  expect(sizeRefusal(most + 1, most)).toBe('too-large');
  expect(sizeRefusal(0, most)).toBe('empty');
});
