import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Viewer } from './auth/viewer';
import { asOwner, asSystem } from './db';
import { makeFullPerson } from './testing/full-person';
import { makePerson } from './testing/people';
import { leaveCanary } from './testing/traces';
import { type Arguments, argumentsFor } from './testing/viewer-arguments';
import { type ViewerFunction, viewerFunctions } from './testing/viewer-functions';
import { inTheVoiceOf, onTheWire, withoutWhere } from './testing/wire';
import { keepUpload } from './upload/mutations';

/*
 * Row-level security is the second line: it holds where a query forgets whose rows it means, or names
 * somebody else. Whatever reads for a viewer is found and asked, so that what comes later is too.
 */

const folder = mkdtempSync(path.join(tmpdir(), 'second-line-'));
vi.stubEnv('UPLOADS', folder);
afterAll(() => rm(folder, { recursive: true, force: true }));

const now = new Date();
const canary = 'canary5e1f0a7b';
const functions = await viewerFunctions();

/** Where an old handle leads is everybody's to see (lib/record/handles.test.ts): there is one line only. */
const seenByAll = ['account/closing: getBelongings'];

/** Who has everything; who has nothing; and who is not there at all. */
let hana: Viewer;
let empty: Viewer;
let nobody: Viewer;
let argumentsOf: Arguments;

beforeAll(async () => {
  hana = await makeFullPerson();
  await fillWhatIsOver(hana);
  argumentsOf = await argumentsFor(hana, now);
  await leaveCanary(hana.userId, canary);
  const other = await makePerson();
  await asSystem(async (tx) => {
    await tx.user.update({ where: { id: other.userId }, data: { passwordHash: null } });
    const both = { ownerId: { in: [hana.userId, other.userId] } };
    await tx.record.updateMany({ where: both, data: { disclosure: 'hidden' } });
  });
  empty = { ...hana, userId: other.userId };
  nobody = { ...hana, userId: uuidv7() };
});

/** What was deleted, closed, agreed to, chosen or sent, and so is read by functions of its own. */
async function fillWhatIsOver(viewer: Viewer): Promise<void> {
  const ownerId = viewer.userId;
  await asOwner(viewer, async (tx) => {
    const gone = { deletedAt: now };
    await tx.milestone.updateMany({ where: { ownerId, kind: 'credential' }, data: gone });
    const spent = { purpose: 'networking', minutes: 1, spentOn: now };
    await tx.effort.create({ data: { ownerId, id: uuidv7(), ...spent, ...gone } });
    const goal = { measure: 'works', target: 1n, position: 1, closedAt: now, outcome: 'dropped' };
    await tx.goal.create({ data: { ownerId, id: uuidv7(), ...goal } });
    await tx.milestone.updateMany({
      where: { ownerId, kind: 'income' },
      data: { needsPermission: true },
    });
    const link = { code: 'x'.repeat(22), askedAt: now, shownVersion: 1 };
    const answered = { ...link, state: 'granted', answeredAt: now };
    await tx.permission.updateMany({ where: { ownerId }, data: answered });
    await tx.mailChoice.update({ where: { ownerId }, data: { remindsIncome: true } });
    await tx.totp.update({ where: { ownerId }, data: { createdAt: now } });
  });
  async function* bytes() {
    yield Buffer.from('date,title\n');
  }
  await keepUpload(viewer, bytes(), { kind: 'csv', name: 'x.csv' }, now);
}

/** What it answers to everything it can be asked, the ids being those of the one who has everything. */
async function answersOf({ read, needs }: ViewerFunction, viewer: Viewer): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const rest of argumentsOf(needs)) {
    try {
      answers.push({ value: await whole(await read(viewer, ...rest)) });
    } catch (error) {
      answers.push({ threw: (error as { code?: string }).code ?? String(error) });
    }
  }
  return answers;
}

/** What is read a piece at a time, to its end. */
async function whole(value: unknown): Promise<unknown> {
  if (typeof value !== 'object' || value === null) return value;
  if ('ok' in value && 'value' in value) return whole(value.value);
  return Symbol.asyncIterator in value ? listOf(value as AsyncIterable<unknown>) : value;
}

async function listOf(pieces: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}

const written = (answers: unknown) =>
  inspect(answers, { depth: null, maxArrayLength: null, maxStringLength: null });

test('there is something to ask', () => {
  expect(functions.length).toBeGreaterThan(50);
});

describe.each(functions)('$name', (one) => {
  test('answers who has everything otherwise than who has nothing, or is not there', async () => {
    const own = await answersOf(one, hana);
    expect(own).not.toEqual(await answersOf(one, empty));
    expect(own).not.toEqual(await answersOf(one, nobody));
  });

  test('asking for another’s rows, gets none of them', async () => {
    const heard = vi.fn();
    const got = await onTheWire(inTheVoiceOf(empty.userId, heard), () => answersOf(one, hana));
    expect(heard).toHaveBeenCalled();
    expect([await answersOf(one, nobody), await answersOf(one, empty)]).toContainEqual(got);
    expect(written(got)).not.toContain(canary);
  });

  test('without its where, gets what it gets with it', async () => {
    const [dropped, left] = [vi.fn(), vi.fn()];
    const change = withoutWhere(empty.userId, { dropped, left });
    const got = await onTheWire(change, () => answersOf(one, empty));
    expect(dropped).toHaveBeenCalled();
    expect(left).not.toHaveBeenCalled();
    if (seenByAll.includes(one.name)) expect(written(got)).toContain(canary);
    else expect(got).toEqual(await answersOf(one, empty));
  });
});
