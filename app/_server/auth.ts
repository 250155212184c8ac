import { signInForm } from '@/lib/account/schema';
import { findSession } from '@/lib/account/session/data';
import { closeSession } from '@/lib/account/session/mutations';
import { nextAuthRoute } from '@/lib/auth/next-auth';
import { signInWith } from './sign-in';

/** next-auth's addresses, given the app's one way in, its sessions and its way out. */
export const authHandler = nextAuthRoute({
  async signIn(email, password, headers) {
    const form = signInForm.safeParse({ email, password });
    if (!form.success) return null;
    const signedIn = await signInWith(form.data, headers, new Date());
    // A client that speaks next-auth has no page for a second factor: those sign in by ours.
    return signedIn.ok && 'session' in signedIn.value ? signedIn.value.session : null;
  },
  async who(secret) {
    const session = await findSession(secret, new Date());
    return session && { name: session.displayName, expires: session.expiresAt };
  },
  signOut: closeSession,
});
