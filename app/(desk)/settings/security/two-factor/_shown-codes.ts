import { cookies } from 'next/headers';
import { openCodes, sealCodes } from '@/lib/account/factor/seal';
import { cookieFor } from '@/lib/auth/token';
import type { Viewer } from '@/lib/auth/viewer';
import { paths } from '@/lib/paths';

/*
 * Recovery codes between their making and their page, which shows, prints and saves them without
 * script. The table cannot give them back, so their own browser holds them, sealed, for ten minutes.
 */

const cookie = () => cookieFor('recovery-codes', paths.twoFactor);
const seconds = 10 * 60;

export async function keepCodes(
  viewer: Viewer,
  codes: readonly string[],
  now: Date,
): Promise<void> {
  const until = new Date(now.getTime() + seconds * 1000);
  const sealed = sealCodes(codes, viewer.userId, until);
  const { name, options } = cookie();
  (await cookies()).set(name, sealed, { ...options, maxAge: seconds });
}

/** The codes just made for this person; null: there are none to show (any more). */
export async function shownCodes(viewer: Viewer, now: Date): Promise<string[] | null> {
  const sealed = (await cookies()).get(cookie().name)?.value;
  return sealed && sealed.length < 2_000 ? openCodes(sealed, viewer.userId, now) : null;
}

export async function forgetCodes(): Promise<void> {
  const { name, options } = cookie();
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
}
