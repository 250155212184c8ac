import { uuidv7 } from 'uuidv7';
import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '../../auth/viewer';
import { limits } from '../../limits';
import { makePerson, work } from '../../testing/people';
import { deleteMilestone, logMilestone, reviseMilestone } from '../mutations';
import type { MilestoneDraft } from '../rules';
import { listShown } from './data';
import { checkLink, pinMilestone } from './mutations';

const now = new Date('2026-08-15T03:00:00Z');
const done = { ok: true, value: null };
const missing = { ok: false, reason: 'missing' };
const full = { ok: false, reason: 'too-many-pinned' };
const links = ['https://a.example/', 'https://b.example/'];

let hana: Viewer;

beforeEach(async () => {
  hana = await makePerson();
});

async function log(more: Partial<MilestoneDraft> = {}): Promise<string> {
  const id = uuidv7();
  const draft = work('x', '2026-08', { visibility: 'public', evidence: links, ...more });
  const logged = await logMilestone(hana, id, draft, null, now);
  if (!logged.ok) throw new Error(logged.reason);
  return id;
}

const pinned = async () =>
  (await listShown(hana)).filter(({ pinnedAt }) => pinnedAt !== null).map(({ id }) => id);

test('what is shown is listed, public and unlisted; private and deleted is not', async () => {
  const [shown, unlisted] = [await log(), await log({ visibility: 'unlisted' })];
  await log({ visibility: 'private' });
  await deleteMilestone(hana, await log(), now);
  expect((await listShown(hana)).map(({ id }) => id).sort()).toEqual([shown, unlisted].sort());
  expect((await listShown(hana))[0]?.links).toEqual(links.map((url) => ({ url, checkedAt: null })));
});

test('pinned and back; again moves it to the front', async () => {
  const id = await log();
  expect(await pinMilestone(hana, id, now)).toEqual(done);
  expect(await pinned()).toEqual([id]);
  const later = new Date(now.getTime() + 1_000);
  expect(await pinMilestone(hana, id, later)).toEqual(done);
  expect((await listShown(hana))[0]?.pinnedAt).toEqual(later);
  expect(await pinMilestone(hana, id, null)).toEqual(done);
  expect(await pinned()).toEqual([]);
});

test('no more than six; one that is deleted leaves its place', async () => {
  const ids = [];
  for (let i = 0; i <= limits.pinned; i += 1) ids.push(await log());
  const [first = '', ...others] = ids;
  const last = others.at(-1) ?? '';
  for (const id of ids.slice(0, -1)) expect(await pinMilestone(hana, id, now)).toEqual(done);
  expect(await pinMilestone(hana, last, now)).toEqual(full);
  // One of the six may be moved, and what is not pinned may be unpinned.
  expect(await pinMilestone(hana, first, now)).toEqual(done);
  expect(await pinMilestone(hana, last, null)).toEqual(done);
  await deleteMilestone(hana, first, now);
  expect(await pinMilestone(hana, last, now)).toEqual(done);
  expect(await pinned()).toHaveLength(limits.pinned);
});

test('of many pinned at once, six are', async () => {
  const ids = await Promise.all(Array.from({ length: 9 }, () => log()));
  const answers = await Promise.all(ids.map((id) => pinMilestone(hana, id, now)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(limits.pinned);
  expect(await pinned()).toHaveLength(limits.pinned);
});

test('nothing of a stranger, unknown or deleted', async () => {
  const id = await log();
  const other = await makePerson();
  expect(await pinMilestone(other, id, now)).toEqual(missing);
  expect(await checkLink(other, id, links[0] ?? '', now)).toEqual(missing);
  expect(await pinMilestone(hana, uuidv7(), now)).toEqual(missing);
  await deleteMilestone(hana, id, now);
  expect(await pinMilestone(hana, id, now)).toEqual(missing);
});

test('a link looked at stays so through an edit; another in its place is not', async () => {
  const id = await log();
  expect(await checkLink(hana, id, 'https://c.example/', now)).toEqual(missing);
  expect(await checkLink(hana, id, 'https://b.example/', now)).toEqual(done);
  const checked = async () => (await listShown(hana))[0]?.links;
  const kept = [
    { url: 'https://a.example/', checkedAt: null },
    { url: 'https://b.example/', checkedAt: now },
  ];
  expect(await checked()).toEqual(kept);
  const draft = work('y', '2026-08', { visibility: 'public', evidence: links.toReversed() });
  await reviseMilestone(hana, id, 1, draft, null, now);
  expect(await checked()).toEqual(kept.toReversed());
  const other = { ...draft, evidence: ['https://b.example/other'] };
  await reviseMilestone(hana, id, 2, other, null, now);
  expect(await checked()).toEqual([{ url: 'https://b.example/other', checkedAt: null }]);
});
