import { cookies } from 'next/headers';
import { cookieFor } from '@/lib/auth/token';
import { paths } from '@/lib/paths';

/**
 * The secret of the invitation just made, carried to the page that shows its link. In a cookie, because
 * an address stands in histories and logs; for five minutes, and for that page alone.
 */
const cookie = () => cookieFor('made-invitation', paths.operatorInvitations);

export async function rememberMade(token: string): Promise<void> {
  const { name, options } = cookie();
  (await cookies()).set(name, token, { ...options, maxAge: 300 });
}

/** Empty: none was made lately in this browser. */
export async function madeLately(): Promise<string> {
  return (await cookies()).get(cookie().name)?.value.slice(0, 100) ?? '';
}
