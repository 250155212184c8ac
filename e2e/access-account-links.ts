import { keepKnownStep } from '../lib/testing/account-rows';
import { store } from './access-account';
import { type Attack, ledToSignIn } from './access-attacks';
import { postForm, readForms } from './forms';
import { errorsIn } from './logging';
import { cookieOf, expect, newAccount } from './people';
import { en } from './words';

/** The server actions that take somebody in who came back from a provider, by the cookie of their browser. */
export const linkActionTable: Record<string, Attack> = {
  async linkKnown(cast) {
    const { kept, people } = cast;
    const claims = { ...nobody, provider: 'oidc' as const, subject: kept.ownerId };
    const step = await keepKnownStep(store(), kept.ownerId, { purpose: 'link', claims });
    const page = '/settings/security/link';
    const Cookie = `${cookieOf(people.owner)}; ${step}`;
    const html = await (await cast.owner.get(page, { headers: { Cookie } })).text();
    const [form] = readForms(html, page).filter(({ html: drawn }) =>
      drawn.includes(en.providers.link.submit),
    );
    if (!form) throw new Error('Nothing is asked before an account elsewhere is linked.');
    await ledToSignIn(cast, form);
    // A cookie that was carried off links nothing to whoever has it.
    const stolen = { Cookie: `${cookieOf(people.other)}; ${step}` };
    const answer = await postForm(cast.other, form, {}, stolen);
    expect(answer.headers().location).toBe('/settings/security?provider=stale');
  },
  async submitProviderSignUp({ stranger, people, handles, kept }) {
    const fresh = newAccount();
    const tries = [
      // Whose address it is, a provider does not say to sign somebody in.
      [{ ...nobody, email: people.owner.email }, fresh.handle, 'email-known'],
      [
        { ...nobody, provider: 'github' as const, subject: kept.ownerId },
        fresh.handle,
        'identity-taken',
      ],
      [nobody, handles.open, 'handle-taken'],
    ] as const;
    const page = '/signup/provider';
    for (const [claims, handle, reason] of tries) {
      const known = { ...claims, email: claims.email ?? fresh.email };
      const step = await keepKnownStep(store(), null, { purpose: 'sign-in', claims: known });
      const html = await (await stranger.get(page, { headers: { Cookie: step } })).text();
      const [form] = readForms(html, page).filter(({ fields }) =>
        fields.some(([name]) => name === 'handle'),
      );
      if (!form) throw new Error('Nobody is asked how their record is to be called.');
      const values = { displayName: 'Not me', handle, zone: 'Asia/Tokyo' };
      const answer = await postForm(stranger, form, values, { Cookie: step });
      expect(errorsIn(await answer.text())).toContain(reason);
      expect(answer.headers()['set-cookie'] ?? '').not.toContain('session-token');
      const without = await postForm(stranger, form, values);
      expect(without.headers().location).toBe('/signin?provider=stale');
    }
  },
};

const nobody = {
  provider: 'oidc' as const,
  subject: `nobody ${newAccount().handle}`,
  label: 'Somebody',
  email: null as string | null,
  name: 'Somebody',
};
