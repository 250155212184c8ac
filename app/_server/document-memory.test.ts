import { expect, test } from 'vitest';
import { DocumentMemory } from './document-memory';

function rendering(bytes: number, revision = 'r') {
  return { revision, body: new Uint8Array(bytes) };
}

test('a hundred askers at once cost one rendering, and the next none', async () => {
  const memory = new DocumentMemory(100);
  let renderings = 0;
  const render = async () => {
    renderings += 1;
    await new Promise((done) => setTimeout(done, 5));
    return rendering(10);
  };
  const all = await Promise.all(
    Array.from({ length: 100 }, () => memory.getOrRender('a', 'r', render)),
  );
  expect(new Set(all).size).toBe(1);
  await memory.getOrRender('a', 'r', render);
  expect(renderings).toBe(1);
});

test('what was used least lately goes first, and what is too large is not kept', async () => {
  const memory = new DocumentMemory(100);
  for (const key of ['a', 'b']) await memory.getOrRender(key, 'r', async () => rendering(40));
  memory.get('a');
  await memory.getOrRender('c', 'r', async () => rendering(40));
  await memory.getOrRender('d', 'r', async () => rendering(101));
  const kept = ['a', 'b', 'c', 'd'].filter((key) => memory.get(key));
  expect(kept).toEqual(['a', 'c']);
});

test('a rendering of a newer revision, of nothing, or a failed one is not kept', async () => {
  const memory = new DocumentMemory(100);
  expect(await memory.getOrRender('a', 'r', async () => rendering(1, 'newer'))).not.toBeNull();
  expect(await memory.getOrRender('b', 'r', async () => null)).toBeNull();
  const failing = memory.getOrRender('c', 'r', async () => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  for (const key of ['a', 'b', 'c']) expect(memory.get(key)).toBeUndefined();
  expect(await memory.getOrRender('c', 'r', async () => rendering(1))).not.toBeNull();
});
