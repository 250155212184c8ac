import { cookies } from 'next/headers';
import { sessionCookie } from '@/lib/auth/token';
import { paths } from '@/lib/paths';

/**
 * The e-mail just signed up with, carried to the sign-in form. In a cookie, because an address
 * stands in histories and logs; for ten minutes, and for that page alone.
 */
const name = 'signed-up-email';

export async function rememberEmail(email: string): Promise<void> {
  const options = { ...sessionCookie().options, path: paths.signIn, maxAge: 600 };
  (await cookies()).set(name, email, options);
}

export async function rememberedEmail(): Promise<string> {
  return (await cookies()).get(name)?.value.slice(0, 254) ?? '';
}

export async function forgetEmail(): Promise<void> {
  const options = { ...sessionCookie().options, path: paths.signIn, maxAge: 0 };
  (await cookies()).set(name, '', options);
}
