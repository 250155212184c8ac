import type { APIRequestContext } from '@playwright/test';
import { uuidv7 } from 'uuidv7';
import { type Attack, ledToSignIn } from './access-attacks';
import type { Cast } from './access-cast';
import { type Form, formWith, postForm } from './forms';
import { errorsIn } from './logging';
import { expect } from './people';

/** What another account gets, for the owner's id and for one that never was; both must be the same. */
async function missing(cast: Cast, form: Form, id: string, more: Record<string, string> = {}) {
  const tell = async (asked: string) => {
    const answer = await postForm(cast.other, form, { ...more, id: asked });
    const { location } = answer.headers();
    return [answer.status(), location, errorsIn(await answer.text())].join(' ');
  };
  const told = await tell(id);
  expect(await tell(uuidv7())).toBe(told);
  return told;
}

const formOf = (request: APIRequestContext, page: string, name: string) =>
  formWith(request, page, name);

/** Every server action of accounts, milestones and the record by its name. */
export const actionTable: Record<string, Attack> = {
  async submitSignUp({ stranger, people }) {
    const form = await formOf(stranger, '/signup', 'handle');
    const { owner } = people;
    const taken = { ...owner, password: 'quite another one here', displayName: 'Not me' };
    for (const handle of [owner.handle, `${owner.handle.slice(0, 20)}-2`]) {
      const { displayName, email, password } = taken;
      await postForm(stranger, form, { displayName, email, password, handle });
    }
  },
  async submitSignIn({ stranger, people }) {
    const form = await formOf(stranger, '/signin', 'password');
    const { email } = people.owner;
    const answer = await postForm(stranger, form, { email, password: people.other.password });
    expect(answer.status()).toBe(200);
    expect(answer.headers()['set-cookie']).toBeUndefined();
  },
  async signOut(cast) {
    const form = await formOf(cast.owner, '/dashboard', 'Sign out');
    for (const who of ['stranger', 'other'] as const) {
      expect((await postForm(cast[who], form)).headers().location).toBe('/');
    }
    expect((await cast.other.get('/dashboard')).status()).toBe(307);
  },
  async chooseLocale({ stranger, other }) {
    const form = await formOf(stranger, '/', 'English');
    for (const who of [stranger, other]) {
      const answer = await postForm(who, form, { locale: 'ja' });
      expect(answer.headers()['set-cookie'] ?? '').toMatch(/^locale=ja;|^$/);
      await postForm(who, form, { locale: '../../x' });
    }
  },
  async savePreferences(cast) {
    const form = await formOf(cast.owner, '/settings', 'zone');
    await ledToSignIn(cast, form, { locale: 'ja' });
    const answer = await postForm(cast.other, form, { locale: 'ja', zone: 'Europe/Paris' });
    expect(answer.headers().location).toBe('/settings?saved=yes');
    expect(await (await cast.other.get('/settings')).text()).toContain('<html lang="ja"');
  },
  async saveMilestone(cast) {
    const { ids } = cast;
    for (const id of [ids.private, ids.public]) {
      const edit = await formOf(cast.owner, `/milestones/${id}`, 'kind');
      await ledToSignIn(cast, edit, { title: 'Taken over' });
      // An edit of what is not one's own is an edit of nothing, whichever page it is sent from.
      await missing(cast, edit, id, { title: 'Taken over' });
      const own = await formOf(cast.other, `/milestones/${cast.closedId}`, 'kind');
      const told = await missing(cast, own, id, { title: 'Taken over', version: '1' });
      expect(told).toContain('missing');
    }
    const fresh = await formOf(cast.owner, '/milestones/new', 'kind');
    const values = { kind: 'skill', title: 'Logged under a foreign id', visibility: 'public' };
    await ledToSignIn(cast, fresh, values);
    for (const id of [ids.private, ids.deleted]) {
      const answer = await postForm(cast.other, fresh, { ...values, id });
      expect(answer.headers().location).toBe(`/milestones?saved=${id}`);
    }
  },
  async removeMilestone(cast) {
    const form = await formOf(cast.owner, `/milestones/${cast.ids.private}`, 'Delete');
    await ledToSignIn(cast, form);
    expect(await missing(cast, form, cast.ids.private)).toMatch(/^303 \/milestones $/);
    const own = await formOf(cast.other, `/milestones/${cast.closedId}`, 'Delete');
    for (const id of [cast.ids.public, cast.ids.unlisted]) await missing(cast, own, id);
    expect((await cast.other.get(`/milestones/${cast.closedId}`)).status()).toBe(200);
  },
  async undoRemoval(cast) {
    const page = `/milestones?deleted=${cast.ids.deleted}`;
    const form = await formOf(cast.owner, page, 'Undo');
    await ledToSignIn(cast, form);
    expect(await missing(cast, form, cast.ids.deleted)).toMatch(/^303 \/milestones $/);
    // Nor does the page offer another's deletion, or say its title.
    const html = await (await cast.other.get(page)).text();
    expect(html).not.toContain('Undo');
  },
  async saveProfile(cast) {
    const form = await formOf(cast.owner, '/record', 'headlineEn');
    await ledToSignIn(cast, form, { displayName: 'Taken over' });
    // The other's own record is in its first version still.
    const version = '1';
    const answer = await postForm(cast.other, form, { displayName: 'Taken over', version });
    expect(errorsIn(await answer.text())).toContain('handle-taken');
    const mine = { displayName: 'Mine', handle: cast.handles.closed, version };
    await postForm(cast.other, form, mine);
    expect(await (await cast.other.get('/record')).text()).toContain('value="Mine"');
  },
  async publishRecord(cast) {
    const form = await formOf(cast.other, '/record', 'Publish');
    await ledToSignIn(cast, form);
    expect((await cast.stranger.get(`/u/${cast.handles.closed}`)).status()).toBe(404);
    // One publishes one's own, whatever else the form says.
    const { owner } = cast.people;
    const answer = await postForm(cast.other, form, { id: owner.handle, handle: owner.handle });
    expect(answer.status()).toBe(200);
    expect((await cast.stranger.get(`/u/${cast.handles.closed}`)).status()).toBe(404);
  },
  async retractRecord(cast) {
    const form = await formOf(cast.owner, '/record', 'Retract');
    await ledToSignIn(cast, form);
    expect((await postForm(cast.other, form)).headers().location).toBe('/record?now=retracted');
    expect((await cast.stranger.get(`/u/${cast.handles.open}`)).status()).toBe(200);
  },
};
