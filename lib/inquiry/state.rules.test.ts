import { expect, test } from 'vitest';
import { firstReplyMinutes, isOverdue, medianReplyMinutes, stateOf } from './state.rules';

const at = (time: string) => new Date(`2026-11-25T${time}:00Z`);
const never = { openedAt: null, answeredAt: null, closedAt: null };

test('the latest of what happened says where it stands', () => {
  expect(stateOf(never)).toBe('new');
  expect(stateOf({ ...never, openedAt: at('10:00') })).toBe('open');
  expect(stateOf({ ...never, answeredAt: at('10:00') })).toBe('answered');
  expect(stateOf({ openedAt: at('10:00'), answeredAt: at('11:00'), closedAt: null })).toBe(
    'answered',
  );
  expect(stateOf({ ...never, closedAt: at('10:00') })).toBe('closed');
});

test('the time to the first reply is counted for the form alone, and never below nothing', () => {
  const sent = { arrival: 'form', arrivedAt: at('10:00') } as const;
  expect(firstReplyMinutes({ ...sent, answeredAt: at('10:35') })).toBe(35);
  expect(firstReplyMinutes({ ...sent, answeredAt: null })).toBeNull();
  expect(firstReplyMinutes({ ...sent, answeredAt: at('09:00') })).toBe(0);
  expect(firstReplyMinutes({ ...sent, arrival: 'hand', answeredAt: at('10:35') })).toBeNull();
});

test('the median lies in the middle, or between the two there', () => {
  const replied = (...minutes: number[]) =>
    minutes.map((minute) => ({
      arrival: 'form' as const,
      arrivedAt: at('10:00'),
      answeredAt: new Date(at('10:00').getTime() + minute * 60_000),
    }));
  expect(medianReplyMinutes([])).toBeNull();
  expect(medianReplyMinutes(replied(7))).toBe(7);
  expect(medianReplyMinutes(replied(500, 10, 20))).toBe(20);
  expect(medianReplyMinutes(replied(500, 10, 20, 40))).toBe(30);
  const hand = { arrival: 'hand' as const, arrivedAt: at('10:00'), answeredAt: at('10:01') };
  expect(medianReplyMinutes([...replied(60), hand])).toBe(60);
});

test('a next step is overdue from the day after its day, until it is closed', () => {
  const step = { nextStepOn: '2026-11-25', closedAt: null } as const;
  expect(isOverdue(step, '2026-11-25')).toBe(false);
  expect(isOverdue(step, '2026-11-26')).toBe(true);
  expect(isOverdue({ ...step, closedAt: at('10:00') }, '2026-11-26')).toBe(false);
  expect(isOverdue({ ...step, nextStepOn: null }, '2026-11-26')).toBe(false);
});
