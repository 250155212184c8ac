import { describe, expect, test } from 'vitest';
import { closingForm, keepForm } from './schema';

const form = closingForm('hana-t');
const reasons = (input: object) =>
  form.safeParse(input).error?.issues.map(({ message }) => message);

describe('asking for an account to be deleted', () => {
  test.each(['hana-t', ' Hana-T\n', 'ｈａｎａ-ｔ'])(
    '%j is the handle as its owner typed it',
    (handle) => {
      expect(form.parse({ when: 'now', handle })).toEqual({ when: 'now', handle: 'hana-t' });
    },
  );

  test.each(['hana', 'hana-tt', '@hana-t', 'hana t'])('%j is another', (handle) => {
    expect(reasons({ when: 'now', handle })).toEqual(['handle-differs']);
  });

  test('without a handle nothing is deleted, and one too long is not looked through', () => {
    expect(reasons({ when: 'now', handle: ' ' })).toContain('required');
    expect(reasons({ when: 'now', handle: 'x'.repeat(1_001) })).toEqual(['too-long']);
  });

  test('who does not say when has time to think better of it', () => {
    expect(form.parse({ handle: 'hana-t' }).when).toBe('later');
    expect(form.safeParse({ when: 'never', handle: 'hana-t' }).success).toBe(false);
  });

  test('no other field comes in', () => {
    expect(form.safeParse({ handle: 'hana-t', ownerId: 'x' }).success).toBe(false);
    expect(keepForm.safeParse({ ownerId: 'x' }).success).toBe(false);
  });
});
