import { randomUUID } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { actions, postings, routes } from './access';
import { accountActionTable, accountEndingTable } from './access-account-actions';
import { linkActionTable } from './access-account-links';
import { actionTable } from './access-actions';
import { type Cast, castAnew, castOf, expectUnharmed, type Who } from './access-cast';
import { climbActionTable, endingActionTable } from './access-climb-actions';
import { operatorActionTable } from './access-operator-actions';
import { postingTable } from './access-postings';
import { publicActionTable, publicEndingTable } from './access-public-actions';
import { responseActionTable, responseEndingTable } from './access-response-actions';
import { normalised, routeTable } from './access-routes';
import { textOf } from './access-rows';
import { endOperated } from './operating';
import { test as base, expect, makePerson, newRequest } from './people';

const test = base.extend<object, { cast: Cast }>({
  cast: [
    async ({ playwright }, use) => {
      const [owner, other] = [await makePerson(playwright), await makePerson(playwright)];
      await use(await castOf(owner, other, await newRequest(playwright)));
    },
    { scope: 'worker' },
  ],
});

/** None changes anything of the owner's, so one owner will do for all. */
const sharedActions = {
  ...climbActionTable,
  ...publicActionTable,
  ...responseActionTable,
  ...accountActionTable,
  ...linkActionTable,
  ...operatorActionTable,
};
/** They leave the other account changed, or gone: each has one of its own. */
const endingActions = {
  ...actionTable,
  ...endingActionTable,
  ...publicEndingTable,
  ...responseEndingTable,
  ...accountEndingTable,
};

test.afterAll(endOperated);

test('the tables name every route and every action there is', () => {
  expect(Object.keys(routeTable).sort()).toEqual(routes());
  expect(Object.keys(postingTable).sort()).toEqual(postings());
  expect([...Object.keys(endingActions), ...Object.keys(sharedActions)].sort()).toEqual(actions());
});

for (const [route, row] of Object.entries(routeTable)) {
  test(`${route} for a stranger, another account and the owner`, async ({ cast }) => {
    await cast.proven();
    for (const { path, expected } of row(cast)) {
      for (const who of ['stranger', 'other', 'owner'] as const satisfies Who[]) {
        const { status, to, says, hides } = expected[who];
        const answer = await cast[who].get(path);
        const told = `${path} for ${who}`;
        expect(answer.status(), told).toBe(status);
        expect(answer.headers().location, told).toBe(to);
        const body = await textOf(answer);
        for (const text of says ?? []) expect(body, told).toContain(text);
        for (const text of [...cast.secrets, ...(hides ?? [])]) {
          if (who !== 'owner' && !says?.includes(text)) expect(body, told).not.toContain(text);
        }
        // What Next's own router asks for between pages is no other door.
        const flight = await cast[who].get(path, { headers: { RSC: '1' } });
        const parts = (await flight.body()).toString();
        for (const text of who === 'owner' ? [] : cast.secrets) {
          expect(parts, `${told}, as parts`).not.toContain(text);
        }
        // next-auth's addresses know GET and POST alone.
        if (path.startsWith('/api/')) continue;
        const head = await cast[who].head(path);
        expect([head.status(), (await head.body()).length], `HEAD ${told}`).toEqual([status, 0]);
      }
    }
  });
}

for (const [action, attack] of Object.entries(endingActions)) {
  test(`${action} by a stranger and by another account`, async ({ cast: shared, playwright }) => {
    const other = await makePerson(playwright);
    const cast = await castAnew(shared, other, await newRequest(playwright));
    await expectUnharmed(cast, attack);
  });
}

const posts = Object.entries(postingTable).map(
  ([route, attack]) => [`POST ${route}`, attack] as const,
);

for (const [action, attack] of [...Object.entries(sharedActions), ...posts]) {
  test(`${action} by a stranger and by another account`, async ({ cast }) => {
    await expectUnharmed(cast, attack);
  });
}

test('what is foreign is answered exactly like what is missing', async ({ cast }) => {
  const { other, stranger, ids, handles } = cast;
  const same = async (who: typeof other, foreign: string, missing: string) => {
    const [one, two] = [await who.get(foreign), await who.get(missing)];
    expect(one.status()).toBe(404);
    expect(two.status()).toBe(404);
    const alike = normalised(await one.text(), foreign) === normalised(await two.text(), missing);
    expect(alike, `${foreign} like ${missing}`).toBe(true);
  };
  for (const id of [ids.private, ids.public, ids.deleted]) {
    await same(other, `/milestones/${id}`, `/milestones/${uuidv7()}`);
    await same(other, `/milestones/${id}`, `/milestones/${randomUUID()}`);
  }
  for (const id of [cast.came.inquiry, cast.came.hand]) {
    await same(other, `/inbox/${id}`, `/inbox/${uuidv7()}`);
    await same(other, `/inbox/${id}`, `/inbox/${randomUUID()}`);
  }
  const documents = ['', '/record.json', '/card.png', '/contact', '/report'];
  for (const document of [...documents, `/m/${cast.closedId}`]) {
    await same(stranger, `/u/${handles.closed}${document}`, `/u/nobody-at-all${document}`);
  }
  for (const id of [ids.private, ids.deleted, cast.closedId, 'no-identifier-of-any-kind']) {
    await same(stranger, `/u/${handles.open}/m/${id}`, `/u/${handles.open}/m/${uuidv7()}`);
  }
});
