import { afterEach, expect, test } from 'vitest';
import { lastWork, stopPost } from './last-work.mjs';

type Work = { end: () => Promise<void> };
const shared = globalThis as {
  jissekiVisits?: Work;
  jissekiPost?: { stop: () => Promise<void> };
};

afterEach(() => {
  delete shared.jissekiVisits;
  delete shared.jissekiPost;
});

function held() {
  let release = () => {};
  const done = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { done, release };
}

test('the end waits for a letter under way, though the visits failed', async () => {
  const letter = held();
  shared.jissekiVisits = { end: () => Promise.reject(new Error('the database is out')) };
  shared.jissekiPost = { stop: () => letter.done };
  stopPost();
  let isOver = false;
  const end = lastWork(600_000).then(() => {
    isOver = true;
  });
  await new Promise(setImmediate);
  expect(isOver).toBe(false);
  letter.release();
  await end;
});

test('it waits for nothing longer than it may, and where nothing runs not at all', async () => {
  await lastWork(600_000);
  shared.jissekiPost = { stop: () => new Promise(() => {}) };
  await lastWork(1);
});
