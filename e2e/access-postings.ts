import type { APIResponse } from '@playwright/test';
import { fromHere } from './access-account';
import type { Attack } from './access-attacks';
import type { Cast } from './access-cast';
import { formWith, postData, postForm } from './forms';
import { expect } from './people';

const noCode = 'A'.repeat(22);

/** Asks by script as pages do, and answers with what is said of nobody else. */
async function asks(who: Cast['other'], path: string, { secrets, kept }: Cast, status: number) {
  const answer = await who.post(path, fromHere());
  const told = `${path}: ${answer.status()}`;
  expect(answer.status(), told).toBe(status);
  const said = await answer.text();
  for (const text of [...secrets, kept.device.id]) expect(said, told).not.toContain(text);
}

async function isMissing(answer: Promise<APIResponse>): Promise<void> {
  expect((await answer).status()).toBe(404);
}

function dataOf(values: Readonly<Record<string, string | File>>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.append(name, value);
  return data;
}

/** Every address that takes a POST with no server action behind it; nothing of the owner's is changed by any. */
export const postingTable: Record<string, Attack> = {
  async '/signin/passkey'(cast) {
    for (const who of [cast.stranger, cast.other]) await asks(who, '/signin/passkey', cast, 200);
  },
  async '/confirm/passkey'(cast) {
    await asks(cast.stranger, '/confirm/passkey', cast, 404);
    await asks(cast.other, '/confirm/passkey', cast, 200);
  },
  async '/settings/security/passkeys/options'(cast) {
    const path = '/settings/security/passkeys/options';
    await asks(cast.stranger, path, cast, 404);
    await asks(cast.other, path, cast, 200);
  },
  async '/settings/data/upload'({ stranger, other, owner }) {
    const file = new File(['Date,Title\n2026-01-17,Not mine\n'], 'theirs.csv');
    const data = dataOf({ kind: 'csv', file });
    const led = await postData(stranger, '/settings/data/upload', data);
    expect([led.status(), led.headers().location]).toEqual([
      303,
      '/signin?next=%2Fsettings%2Fdata',
    ]);
    const { location = '' } = (await postData(other, '/settings/data/upload', data)).headers();
    expect(location).toMatch(/^\/settings\/data\/import\//);
    expect((await other.get(location)).status()).toBe(200);
    await isMissing(owner.get(location));
  },
  async '/api/auth/[...nextauth]'({ stranger, other, owner, people }) {
    const { email, password } = people.owner;
    const { email: otherEmail } = people.other;
    for (const who of [stranger, other]) {
      const { csrfToken } = await (await who.get('/api/auth/csrf')).json();
      for (const form of [
        { email, password: people.other.password },
        // A second factor stands before whoever knows the first.
        { email, password },
        { email: otherEmail, password },
      ]) {
        const answer = await who.post('/api/auth/callback/credentials', {
          ...fromHere(),
          form: { ...form, csrfToken, json: 'true' },
        });
        expect(answer.status()).toBe(401);
        expect(answer.headers()['set-cookie'] ?? '').not.toContain('session-token');
      }
    }
    expect((await owner.get('/dashboard')).status()).toBe(200);
  },
  async '/p/[code]'({ stranger, other, shown }) {
    const form = await formWith(stranger, `/p/${shown.question}`, 'version');
    for (const who of [stranger, other]) {
      const answer = dataOf({ answer: 'granted', version: '1' });
      await isMissing(postData(who, `/p/${noCode}`, answer));
      // Whoever holds the link answers what it asks, and nothing that was asked before.
      const late = await postForm(who, form, { answer: 'granted', version: '99' });
      expect(late.headers().location).toContain('told=reworded');
    }
  },
  async '/l/[code]'({ stranger, other, came }) {
    for (const who of [stranger, other]) {
      await isMissing(postData(who, `/l/${noCode}`, dataOf({ end: 'yes' })));
      // A link alone ends nothing, until its button says so.
      const unsaid = await postData(who, `/l/${came.ending}`, dataOf({ end: '' }));
      expect(unsaid.status()).toBe(303);
    }
  },
  '/u/[handle]/contact': (cast) => toClosed(cast, 'contact'),
  '/u/[handle]/report': (cast) => toClosed(cast, 'report'),
};

/** Sends the form of a published record for one that is not, and for nobody's: neither is there. */
async function toClosed({ stranger, owner, handles }: Cast, place: 'contact' | 'report') {
  const mark = place === 'contact' ? 'message' : 'reason';
  const form = await formWith(stranger, `/u/${handles.open}/${place}`, mark);
  for (const who of [stranger, owner]) {
    for (const handle of [handles.closed, 'nobody-at-all']) {
      await isMissing(postForm(who, { ...form, page: `/u/${handle}/${place}` }));
    }
  }
}
