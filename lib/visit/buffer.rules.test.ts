import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type BufferOptions, VisitBuffer } from './buffer';
import type { Reading } from './rules';

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-11-25T00:00:00Z') }));
afterEach(() => vi.useRealTimers());

function reading(name: number | string): Reading {
  return {
    at: new Date(),
    handle: `h${name}`,
    milestone: '',
    share: '',
    source: '',
    country: '',
    isPreview: false,
    bucket: '',
    userAgent: '',
    cookie: '',
  };
}

/** A buffer over a store that is up or not, with what reached the store and what was said. */
function store(options: Partial<BufferOptions> = {}) {
  const written: { id: string; handles: string[] }[] = [];
  const said: string[] = [];
  const state = { isUp: true };
  const buffer = new VisitBuffer({
    write: async (id, readings) => {
      written.push({ id, handles: readings.map(({ handle }) => handle) });
      if (!state.isUp) throw new Error('down');
    },
    say: (what) => said.push(what),
    ...options,
  });
  return { buffer, written, said, state };
}

test('readings gather for two seconds and are written together; idle, nothing runs', async () => {
  const { buffer, written } = store();
  buffer.add(reading(1));
  await vi.advanceTimersByTimeAsync(1_999);
  buffer.add(reading(2));
  expect(written).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(written.map(({ handles }) => handles)).toEqual([['h1', 'h2']]);
  expect(vi.getTimerCount()).toBe(0);
});

test('a batch is bounded, and one follows the other', async () => {
  const { buffer, written } = store({ batch: 2 });
  for (let i = 0; i < 5; i += 1) buffer.add(reading(i));
  await buffer.flush();
  expect(written.map(({ handles }) => handles.length)).toEqual([2, 2, 1]);
  expect(new Set(written.map(({ id }) => id)).size).toBe(3);
});

test('what failed is written again as it was, under the same id, ever more slowly', async () => {
  const { buffer, written, said, state } = store();
  state.isUp = false;
  buffer.add(reading(1));
  await vi.advanceTimersByTimeAsync(2_000);
  buffer.add(reading(2));
  await vi.advanceTimersByTimeAsync(3_999);
  expect(written).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(written).toHaveLength(2);
  expect(said).toEqual(['Visits could not be written yet.']);
  state.isUp = true;
  await vi.advanceTimersByTimeAsync(8_000);
  const [first, second, third, fourth] = written;
  expect([second, third]).toEqual([first, first]);
  expect(fourth?.handles).toEqual(['h2']);
  expect(fourth?.id).not.toBe(first?.id);
  expect(vi.getTimerCount()).toBe(0);
});

test('what does not fit is not counted, and that is said once', async () => {
  const { buffer, written, said } = store({ most: 3 });
  for (let i = 0; i < 10; i += 1) buffer.add(reading(i));
  await buffer.flush();
  expect(written.flatMap(({ handles }) => handles)).toEqual(['h0', 'h1', 'h2']);
  expect(said).toEqual(['7 visits were not counted.']);
  await buffer.flush();
  expect(said).toHaveLength(1);
});

test('nothing is kept for more than a day, even while the store is out', async () => {
  const { buffer, written, said, state } = store();
  state.isUp = false;
  buffer.add(reading(1));
  buffer.add(reading(2));
  await vi.advanceTimersByTimeAsync(25 * 3_600_000);
  expect(said.at(-1)).toBe('2 visits were not counted.');
  expect(vi.getTimerCount()).toBe(0);
  written.length = 0;
  state.isUp = true;
  buffer.add(reading(3));
  await buffer.end();
  expect(written.map(({ handles }) => handles)).toEqual([['h3']]);
});

test('the end writes all that is left, with what came during a writing', async () => {
  let finish = () => {};
  const written: string[] = [];
  const { buffer } = store({
    write: async (_, readings) => {
      if (written.length === 0) await new Promise<void>((settle) => (finish = settle));
      written.push(...readings.map(({ handle }) => handle));
    },
  });
  buffer.add(reading(1));
  const first = buffer.flush();
  buffer.add(reading(2));
  const end = buffer.end();
  finish();
  await Promise.all([first, end]);
  expect(written).toEqual(['h1', 'h2']);
});

test('the end tries once more what failed, and then lets go', async () => {
  const { buffer, written, state } = store();
  state.isUp = false;
  buffer.add(reading(1));
  await buffer.end();
  expect(written).toHaveLength(2);
});
