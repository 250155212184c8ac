import { expect, test } from 'vitest';
import { asSystem } from '../../db';
import { write } from '../../testing/account-letters';
import { makePerson } from '../../testing/people';
import { askReset } from './mutations';

const runs = 500;
const now = new Date('2026-11-30T00:00:00Z');
const letter = write('reset');

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * How well two kinds of answers are told apart by their time: of all pairs, the share in which one of
 * `these` took longer, as its distance from a half. It weighs ranks alone, so no outlier counts for more
 * than one. 0: not at all; 0.5: always.
 */
function tells(these: readonly number[], those: readonly number[]): number {
  let longer = 0;
  for (const one of these) for (const other of those) if (one > other) longer += 1;
  return Math.abs(longer / (these.length * those.length) - 0.5);
}

test('how long it takes tells nobody whether an e-mail has an account', async () => {
  const ask = (email: string) => () => askReset(email, 'en', letter, now);
  const known: number[] = [];
  const unknown: number[] = [];
  const early: number[] = [];
  for (let i = 0; i < runs; i += 1) {
    const { handle } = await makePerson();
    const asks = [
      async () => known.push(await timeOf(ask(`${handle}@example.com`))),
      async () => unknown.push(await timeOf(ask(`${handle}@example.org`))),
    ];
    // By turns, so that what slows the machine down for a while slows both.
    for (const one of i % 2 ? asks : asks.reverse()) await one();
    // What it would be to answer as soon as it is known that there is no account.
    const email = `${handle}@example.net`;
    early.push(await timeOf(() => asSystem((tx) => tx.user.findUnique({ where: { email } }))));
  }
  // Chance alone tells 0.02 from so many. A machine that is busy blurs both, so one is held to the other.
  expect(tells(known, unknown)).toBeLessThan(tells(known, early) / 2);
}, 300_000);
