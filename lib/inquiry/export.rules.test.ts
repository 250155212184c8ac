import { expect, test } from 'vitest';
import { writeMoment } from './export.rules';

test('a moment is written in the zone of who reads it', () => {
  expect(writeMoment(new Date('2026-11-24T15:30:00Z'), 'Asia/Tokyo')).toBe('2026-11-25 00:30');
});
