import type { APIRequestContext } from '@playwright/test';
import { renewProofs } from '../lib/testing/proofs';
import { type AccountIds, accountSnapshot, furnishAccount, store } from './access-account';
import { type ClimbIds, climbSnapshot, furnishClimb } from './access-climb';
import { furnishPublic, type PublicIds, publicSnapshot } from './access-public';
import { furnishResponse, type ResponseIds, responseSnapshot } from './access-response';
import { drawContact, openContact } from './contacting';
import { formWith } from './forms';
import { income, log, press, skill } from './logging';
import { expect, type Person } from './people';

/** Who asks. */
export type Who = 'stranger' | 'other' | 'owner';

export type Cast = Readonly<Record<Who, APIRequestContext>> & {
  readonly people: { readonly owner: Person; readonly other: Person };
  /** The owner's milestones. */
  readonly ids: Readonly<Record<'private' | 'unlisted' | 'public' | 'deleted', string>>;
  /** What else the owner has. */
  readonly climb: ClimbIds;
  /** What the owner has to publish it with. */
  readonly shown: PublicIds;
  /** Who came to the owner. */
  readonly came: ResponseIds;
  /** How the owner's account is kept. */
  readonly kept: AccountIds;
  /** A public milestone of a record that is not published: the other account's. */
  readonly closedId: string;
  readonly handles: { readonly open: string; readonly closed: string };
  /** Texts of the owner's that nobody else may ever find in any answer. */
  readonly secrets: readonly string[];
  /** All that the owner has, as the owner's own forms show it. */
  readonly snapshot: () => Promise<Snapshot>;
  /** Both have just proved who they are: what asks for that asks them nothing. */
  readonly proven: () => Promise<void>;
};

/** Texts by the place that shows them, in the order of the places. */
type Snapshot = Readonly<Record<string, unknown>>;

/** That `attack` changes nothing the owner has, wherever it shows. */
export async function expectUnharmed(cast: Cast, attack: (cast: Cast) => Promise<void>) {
  await cast.proven();
  const before = await cast.snapshot();
  await attack(cast);
  expect(changes(before, await cast.snapshot())).toEqual([]);
}

/** Where `after` says something else than `before`, and only the part that differs, with a little around it. */
function changes(before: Snapshot, after: Snapshot): string[] {
  return Object.keys({ ...before, ...after }).flatMap((place) => {
    const [was, is] = [before, after].map((all) => JSON.stringify(all[place], null, 1) ?? '');
    if (was === undefined || is === undefined || was === is) return [];
    let start = 0;
    while (was[start] === is[start]) start += 1;
    const part = (text: string) => text.slice(Math.max(0, start - 60), start + 120);
    return [`${place}: ${part(was)} → ${part(is)}`];
  });
}

const neverPublished = skill('Never published', { visibility: 'public' });

/** An owner with one milestone of each visibility and a published record; another without one. */
export async function castOf(
  owner: Person,
  other: Person,
  stranger: APIRequestContext,
): Promise<Cast> {
  const secret = `secret${owner.handle.slice(2)}`;
  const more = { fees: '77123', costs: '88123' };
  const ids = {
    private: await log(owner, skill(`${secret} private`, { tags: `${secret}tag` })),
    unlisted: await log(owner, skill('Unlisted one', { visibility: 'unlisted' })),
    public: await log(owner, income(1, '954321', { ...more, visibility: 'public' })),
    deleted: await log(owner, skill(`${secret} deleted`, { visibility: 'public' })),
  };
  await press(owner, `/milestones/${ids.deleted}`, 'Delete');
  await press(owner, '/record', 'Publish');
  await openContact(owner);
  // Drawn now and sent later: nobody writes in no time.
  const contact = await drawContact(stranger, owner.handle);
  const report = await formWith(stranger, `/u/${owner.handle}/report`, 'reason');
  const climb = await furnishClimb(owner, secret);
  const shown = await furnishPublic(owner, secret, ids);
  // Before what waits until no letter does.
  const kept = await furnishAccount(owner, stranger, report, secret);
  const came = await furnishResponse(owner, stranger, contact, secret);
  const closedId = await log(other, neverPublished);
  return {
    stranger,
    other: other.request,
    owner: owner.request,
    people: { owner, other },
    ids,
    climb,
    shown,
    came,
    kept,
    closedId,
    handles: { open: owner.handle, closed: other.handle },
    secrets: [secret, owner.email, '77123', '77,123', '88123', '88,123'],
    snapshot: async () => {
      const fields = async (path: string, name: string) =>
        (await formWith(owner.request, path, name)).fields.filter(([key]) => !key.startsWith('$'));
      const listed = await (await owner.request.get('/milestones')).text();
      return {
        forms: [
          await fields('/settings', 'zone'),
          await fields('/record', 'headlineEn'),
          ...(await Promise.all(
            [ids.private, ids.unlisted, ids.public].map((id) =>
              fields(`/milestones/${id}`, 'kind'),
            ),
          )),
        ],
        listed: [...listed.matchAll(/href="(\/milestones\/[0-9a-f-]{36})"/g)].map(([, a]) => a),
        deleted: (await owner.request.get(`/milestones/${ids.deleted}`)).status(),
        climb: await climbSnapshot(owner, climb),
        shown: await publicSnapshot(owner, shown),
        came: await responseSnapshot(owner, came),
        kept: await accountSnapshot(kept),
        document: await (await stranger.get(`/u/${owner.handle}/record.json`)).text(),
      };
    },
    proven: () => renewProofs(store(), [owner.email, other.email]),
  };
}

/** The owner of `cast` before another account, which may be left changed or gone, and another stranger. */
export async function castAnew(
  cast: Cast,
  other: Person,
  stranger: APIRequestContext,
): Promise<Cast> {
  const { owner } = cast.people;
  return {
    ...cast,
    stranger,
    other: other.request,
    people: { owner, other },
    closedId: await log(other, neverPublished),
    handles: { open: owner.handle, closed: other.handle },
    proven: () => renewProofs(store(), [owner.email, other.email]),
  };
}
