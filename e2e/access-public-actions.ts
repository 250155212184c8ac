import { uuidv7 } from 'uuidv7';
import { type Attack, foreign, inTurn, ledToSignIn, own } from './access-attacks';
import { formWith, postForm } from './forms';
import { expect } from './people';

const share: Parameters<typeof foreign>[0] = ({ shown }) => `/shares/${shown.share}`;
const asked: Parameters<typeof foreign>[0] = ({ shown }) => `/milestones/${shown.asked}`;

/** Every server action a record is published by; none of them changes anything of the owner's. */
export const publicActionTable: Record<string, Attack> = {
  saveShare: foreign(share, 'text', ({ shown }) => shown.share, { text: 'Taken over' }),
  markShare: foreign(share, 'sent', ({ shown }) => shown.share, { sent: 'yes' }),
  removeShare: foreign(share, 'Delete share', ({ shown }) => shown.share),
  async passOne(cast) {
    const form = await formWith(cast.owner, '/publicise', 'Not this one');
    await ledToSignIn(cast, form);
    expect((await postForm(cast.other, form)).status()).toBe(303);
  },
  saveShowing: own('/record/disclosure', 'disclosure', { disclosure: 'hidden' }),
  saveKeptNames: own('/record/names', 'names', { names: 'Taken over' }),
  async confirmLink(cast) {
    // The form shows only while links are checked; the action answers the same without it.
    const settings = await formWith(cast.other, '/record/disclosure', 'disclosure');
    await postForm(cast.other, settings, { checksLinks: 'yes' });
    const page = '/milestones/new';
    const milestone = await formWith(cast.other, page, 'kind');
    const id = uuidv7();
    const url = 'https://example.org/theirs';
    const values = { id, kind: 'skill', title: 'Linked', evidence: url, visibility: 'public' };
    await postForm(cast.other, milestone, values);
    const form = await formWith(cast.other, '/record/seen', 'url');
    await ledToSignIn(cast, form);
    const answer = await postForm(cast.other, form, { id: cast.ids.public });
    expect(answer.headers().location).toBe('/record/seen');
  },
  pinOne: foreign(
    ({ ids }) => `/milestones/${ids.public}`,
    'pinned',
    ({ ids }) => ids.public,
    { pinned: 'yes' },
  ),
  needPermission: foreign(asked, 'needed', ({ shown }) => shown.asked, { needed: 'no' }),
  askClient: foreign(asked, 'anonymousTitleJa', ({ shown }) => shown.asked, {
    anonymousTitleEn: 'Taken over',
  }),
};

/** One that leaves another account with a row of the owner's id. */
export const publicEndingTable: Record<string, Attack> = {
  addShare: inTurn(
    foreign(
      ({ ids }) => `/shares/new?milestone=${ids.public}`,
      'network',
      ({ ids }) => ids.public,
      {},
      'milestone',
    ),
    // Under the owner's id it makes one of the other's own.
    async (cast) => {
      await postForm(cast.other, await formWith(cast.other, '/record', 'Publish'));
      const form = await formWith(cast.other, '/shares/new', 'network');
      const answer = await postForm(cast.other, form, { id: cast.shown.share });
      expect(answer.headers().location).toBe(`/shares/${cast.shown.share}`);
    },
  ),
};
