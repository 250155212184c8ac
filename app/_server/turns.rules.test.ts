import { expect, test } from 'vitest';
import { Busy, Turns } from './turns';

/** Work that ends when it is told to. */
function held() {
  const ends: (() => void)[] = [];
  let most = 0;
  let running = 0;
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise<void>((end) => ends.push(end));
    running -= 1;
    return running;
  };
  return { work, ends, most: () => most };
}

test('so many at once, the others in their order, and no more than may wait', async () => {
  const turns = new Turns(2, 3);
  const { work, ends, most } = held();
  const all = Array.from({ length: 5 }, () => turns.take(work));
  await expect(turns.take(work)).rejects.toThrow(Busy);
  while (ends.length > 0) {
    ends.shift()?.();
    await new Promise((later) => setImmediate(later));
  }
  await Promise.all(all);
  expect(most()).toBe(2);
});

test('work that fails gives its turn back', async () => {
  const turns = new Turns(1, 1);
  await expect(turns.take(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await turns.take(async () => 7)).toBe(7);
});
