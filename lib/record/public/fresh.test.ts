import { expect, test } from 'vitest';
import { askFresh } from './fresh';

function questions() {
  const asked: { answer: (value: number) => void; fail: (error: Error) => void }[] = [];
  const ask = () =>
    new Promise<number>((answer, fail) => {
      asked.push({ answer, fail });
    });
  return { asked, ask };
}

test('who comes while a question runs shares the next one, which starts later', async () => {
  const { asked, ask } = questions();
  const first = askFresh('a', ask);
  const crowd = Array.from({ length: 50 }, () => askFresh('a', ask));
  expect(asked).toHaveLength(1);
  asked[0]?.answer(1);
  expect(await first).toBe(1);
  await Promise.resolve();
  expect(asked).toHaveLength(2);
  const late = askFresh('a', ask);
  asked[1]?.answer(2);
  expect(await Promise.all(crowd)).toEqual(Array(50).fill(2));
  asked[2]?.answer(3);
  expect(await late).toBe(3);
  const again = askFresh('a', ask);
  asked[3]?.answer(4);
  expect(await again).toBe(4);
});

test('a failure is told to its askers and stays with them; other keys do not wait', async () => {
  const { asked, ask } = questions();
  const first = askFresh('b', ask);
  const second = askFresh('b', ask);
  const other = askFresh('c', ask);
  asked[0]?.fail(new Error('down'));
  await expect(first).rejects.toThrow('down');
  asked[1]?.answer(5);
  expect(await other).toBe(5);
  await Promise.resolve();
  asked[2]?.answer(6);
  expect(await second).toBe(6);
});
