import { uuidv7 } from 'uuidv7';
import type { Cast } from './access-cast';
import { type Form, formWith, postForm } from './forms';
import { errorsIn } from './logging';
import { expect } from './people';

/** Attacks one action, with the real form of the owner's session; the caller compares what is left. */
export type Attack = (cast: Cast) => Promise<void>;
export type Values = Readonly<Record<string, string>>;

/**
 * Attacks an action of goals, streams, hours and the like with the owner's real form: a stranger is
 * led to sign in, and another account is told the same of the owner's `id` as of one that never was.
 * `mark` names the form by a field or a button; `idField` is where the id goes.
 */
export function foreign(
  page: (cast: Cast) => string,
  mark: string,
  id: (cast: Cast) => string,
  values: Values = {},
  idField = 'id',
): Attack {
  return async (cast) => {
    const form = await formWith(cast.owner, page(cast), mark);
    await ledToSignIn(cast, form, values);
    const tell = async (asked: string) => {
      const answer = await postForm(cast.other, form, { ...values, [idField]: asked });
      const { location = '' } = answer.headers();
      expect([200, 303, 404]).toContain(answer.status());
      const told = [answer.status(), location, errorsIn(await answer.text())].join(' ');
      return told.replaceAll(asked, '<id>');
    };
    expect(await tell(id(cast))).toBe(await tell(uuidv7()));
  };
}

/** Attacks an action that changes what one has oneself: sent by another, it changes theirs. */
export function own(page: string, mark: string, values: Values = {}): Attack {
  return async (cast) => {
    const form = await formWith(cast.owner, page, mark);
    await ledToSignIn(cast, form, values);
    const answer = await postForm(cast.other, form, values);
    expect([200, 303]).toContain(answer.status());
  };
}

/** Without a cookie it leads to sign in and does nothing. */
export async function ledToSignIn(cast: Cast, form: Form, values: Values = {}) {
  const answer = await postForm(cast.stranger, form, values);
  expect(answer.status()).toBe(303);
  expect(answer.headers().location).toMatch(/^\/signin(\?|$)/);
}

export const at = (address: string) => () => address;
export const inTurn =
  (...attacks: Attack[]): Attack =>
  async (cast) => {
    for (const attack of attacks) await attack(cast);
  };
