import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextStep, type Situation } from './next.rules';

const settled: Situation = {
  timerMinutes: null,
  timerMinutesAtMost: 720,
  incomeMonths: 8,
  proposals: 0,
  lacksLastMonth: false,
  timedMonths: 3,
  rung: { missing: 200_000n, hours: 90 },
  dueGoals: [],
  openGoals: 1,
  milestones: 12,
  publicMilestones: 4,
  isPublished: true,
};

describe('the next step', () => {
  test.each<[string, Partial<Situation>, ReturnType<typeof nextStep>]>([
    ['nothing is missing', {}, { step: 'keep-going' }],
    ['a timer was forgotten', { timerMinutes: 721 }, { step: 'stop-timer', minutes: 721 }],
    ['a timer runs as it should', { timerMinutes: 720 }, { step: 'keep-going' }],
    ['nothing came in yet', { incomeMonths: 0 }, { step: 'first-income' }],
    ['income waits', { proposals: 2 }, { step: 'confirm-income', streams: 2 }],
    ['last month is missing', { lacksLastMonth: true }, { step: 'log-last-month' }],
    ['a goal is due', { dueGoals: ['a', 'b'] }, { step: 'goal', goalId: 'a' }],
    [
      'a rung is near',
      { rung: { missing: 18_000n, hours: 9 } },
      { step: 'rung', missing: 18_000n, hours: 9 },
    ],
    ['a rung is crossed', { rung: { missing: 0n, hours: 0 } }, { step: 'keep-going' }],
    [
      'no rate is known',
      { timedMonths: 0, rung: { missing: 1n, hours: null } },
      { step: 'log-hours', timed: 0 },
    ],
    [
      'one month is all there is, and it is timed',
      { incomeMonths: 1, timedMonths: 1 },
      { step: 'keep-going' },
    ],
    ['no goal is set', { openGoals: 0 }, { step: 'set-goal' }],
    ['the record is closed', { isPublished: false }, { step: 'publish', milestones: 12 }],
    ['nothing is public', { publicMilestones: 0 }, { step: 'publish', milestones: 12 }],
  ])('%s', (_, change, expected) => {
    expect(nextStep({ ...settled, ...change })).toEqual(expected);
  });

  test('there is always exactly one, and a forgotten timer always comes first', () => {
    fc.assert(
      fc.property(
        fc.record({
          timerMinutes: fc.option(fc.integer({ min: 0, max: 20_000 })),
          incomeMonths: fc.nat(50),
          proposals: fc.nat(5),
          lacksLastMonth: fc.boolean(),
          timedMonths: fc.nat(3),
          dueGoals: fc.array(fc.uuid(), { maxLength: 3 }),
          openGoals: fc.nat(3),
          isPublished: fc.boolean(),
        }),
        (change) => {
          const { step } = nextStep({ ...settled, ...change });
          const isForgotten = change.timerMinutes !== null && change.timerMinutes > 720;
          expect(step === 'stop-timer').toBe(isForgotten);
          if (!isForgotten) expect(step === 'first-income').toBe(change.incomeMonths === 0);
        },
      ),
    );
  });
});
