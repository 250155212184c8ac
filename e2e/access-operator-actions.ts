import type { Attack } from './access-attacks';
import { formsOf, formWith, postForm } from './forms';
import { onOperatorPages } from './operating';
import { en } from './words';

const texts = en.operator;

/** Every server action of the operator's pages; none of them changes anything for who is no operator. */
export const operatorActionTable: Record<string, Attack> = {
  findOneAccount: onOperatorPages(({ request }) => formWith(request, '/operator', 'named'), {
    named: 'hana',
  }),
  suspendOne: onOperatorPages(
    ({ request }, { kept }) => formWith(request, `/operator?account=${kept.ownerId}`, 'words'),
    { words: 'Taken over' },
  ),
  // There is none to lift of the owner's, so it is the operator's own.
  releaseOne: onOperatorPages(async ({ request, person }) => {
    const find = await formWith(request, '/operator', 'named');
    const found = await postForm(request, find, { named: person.handle });
    const page = found.headers().location ?? '';
    await postForm(request, await formWith(request, page, 'words'), { words: 'As a trial.' });
    return formWith(request, page, texts.accounts.release.replace('{handle}', person.handle));
  }),
  handleOne: onOperatorPages(async ({ request }, { kept }) => {
    const isTheirs = ([name, value]: readonly [string, string]) =>
      name === 'ownerId' && value === kept.ownerId;
    for (let page = 1; page <= 10; page += 1) {
      const forms = await formsOf(request, `/operator/reports?page=${page}`);
      const found = forms.find(({ fields }) => fields.some(isTheirs));
      if (found) return found;
    }
    throw new Error('The report does not wait.');
  }),
  makeOne: onOperatorPages(({ request }) => formWith(request, '/operator/invitations', 'note'), {
    note: 'Taken over',
  }),
  revokeOne: onOperatorPages(async ({ request }) => {
    const page = '/operator/invitations';
    await postForm(request, await formWith(request, page, 'note'), { note: 'A friend' });
    return formWith(request, page, texts.invitations.revoke.replace('{note}', 'A friend'));
  }),
};
