import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { cookieFor } from '@/lib/auth/token';
import { isLocale, type Locale, negotiateLocale } from '@/lib/locale';

/** Remembers the language that someone not signed in chose. */
const localeCookie = () => cookieFor('locale');

/** The language of someone not signed in: as chosen, else as their browser asks. */
export const visitorLocale = cache(async (): Promise<Locale> => {
  const chosen = (await cookies()).get(localeCookie().name)?.value;
  return isLocale(chosen) ? chosen : negotiateLocale((await headers()).get('accept-language'));
});

const oneYear = 365 * 24 * 60 * 60;

/** Remembers the language of a button that someone not signed in pressed. For a plain form. */
export async function chooseLocale(form: FormData): Promise<void> {
  'use server';
  const locale = form.get('locale');
  if (!isLocale(locale)) return;
  const { name, options } = localeCookie();
  (await cookies()).set(name, locale, { ...options, maxAge: oneYear });
}
