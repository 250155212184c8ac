import { uuidv7 } from 'uuidv7';
import { wordsOf } from './access-climb';
import { formWith, postForm } from './forms';
import { log, skill } from './logging';
import { expect, type Person } from './people';

/** What an owner has to publish their record with. */
export type PublicIds = {
  /** A share of the public milestone, and the end of its short address. */
  readonly share: string;
  readonly code: string;
  /** A share of a milestone that nobody sees. */
  readonly deadCode: string;
  /** A milestone that a client is asked about, and the end of the link that asks. */
  readonly asked: string;
  readonly question: string;
  /** What strangers know the owner's milestones by. */
  readonly publicId: string;
};

/** A share, a client asked and a name to keep out, made through the real forms. */
export async function furnishPublic(
  person: Person,
  secret: string,
  ids: { readonly public: string },
): Promise<PublicIds> {
  const { request } = person;
  const asked = await log(person, skill(`${secret} asked`, { visibility: 'public' }));
  // Before the client is asked: then it is not to be shared any more.
  const deadShare = await shareOf(person, asked);
  const ask = await formWith(request, `/milestones/${asked}`, 'anonymousTitleJa');
  const answer = await postForm(request, ask, { anonymousTitleEn: `${secret} nameless` });
  expect(answer.headers().location).toContain('now=asked');
  const page = await (await request.get(`/milestones/${asked}`)).text();
  const share = await shareOf(person, ids.public);
  const names = await formWith(request, '/record/names', 'names');
  await postForm(request, names, { names: `${secret} employer` });
  const own = await (await request.get(`/milestones/${ids.public}`)).text();
  return {
    share: share.id,
    code: share.code,
    deadCode: deadShare.code,
    asked,
    question: /\/p\/([\w-]{22})"/.exec(page)?.[1] ?? '',
    publicId: /\/m\/([0-9a-f-]{36})"/.exec(own)?.[1] ?? '',
  };
}

/** Shares a milestone on X. */
export async function shareOf(
  person: Person,
  milestone: string,
  more: Record<string, string> = {},
): Promise<{ id: string; code: string }> {
  const page = `/shares/new?milestone=${milestone}`;
  const form = await formWith(person.request, page, 'network');
  const id = uuidv7();
  const answer = await postForm(person.request, form, { id, ...more });
  expect(answer.headers().location).toBe(`/shares/${id}`);
  const html = await (await person.request.get(`/shares/${id}`)).text();
  return { id, code: /\/s\/([A-Za-z0-9]{10})/.exec(html)?.[1] ?? '' };
}

/** What the owner's own pages say of all that, in words. */
export async function publicSnapshot(person: Person, ids: PublicIds): Promise<string[]> {
  const pages = ['/shares', `/shares/${ids.share}`, '/record/names', '/record/disclosure'];
  const shown = await wordsOf(person, [...pages, `/milestones/${ids.asked}`]);
  // Not its words: the times it suggests move with the clock.
  const queue = await (await person.request.get('/publicise')).text();
  const waiting = [...queue.matchAll(/name="?occasion"? value="?([^\s">]+)/g)].map(
    ([, one]) => one,
  );
  expect(waiting).not.toEqual([]);
  const settings = await formWith(person.request, '/record/disclosure', 'disclosure');
  const text = await formWith(person.request, `/shares/${ids.share}`, 'text');
  const fields = [...settings.fields, ...text.fields].filter(([name]) => !name.startsWith('$'));
  return [...shown, waiting.join(' '), JSON.stringify(fields)];
}
