import { cookies } from 'next/headers';
import { cookieFor } from '@/lib/auth/token';
import { paths } from '@/lib/paths';

/**
 * The e-mail just signed up with, or whose password was just set, carried to the sign-in form. In a cookie, because an address
 * stands in histories and logs; for ten minutes, and for that page alone.
 */
const cookie = () => cookieFor('signed-up-email', paths.signIn);

export async function rememberEmail(email: string): Promise<void> {
  const { name, options } = cookie();
  (await cookies()).set(name, email, { ...options, maxAge: 600 });
}

export async function rememberedEmail(): Promise<string> {
  return (await cookies()).get(cookie().name)?.value.slice(0, 254) ?? '';
}

export async function forgetEmail(): Promise<void> {
  const { name, options } = cookie();
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
}
