import { asSystem } from '../../db';
import { isLocale, type Locale } from '../../locale';

/** Whom a letter about an account goes to. */
export type Addressee = {
  readonly email: string;
  readonly locale: Locale;
  /** IANA zone for the times it names. */
  readonly zone: string;
};

/** And whether it was shown that letters there reach them. Null: there is no such account any more. */
export async function getAddressee(
  ownerId: string,
): Promise<(Addressee & { readonly isVerified: boolean }) | null> {
  const user = await asSystem((tx) =>
    tx.user.findUnique({
      where: { id: ownerId },
      select: { email: true, locale: true, zone: true, emailVerifiedAt: true },
    }),
  );
  return user && { ...addresseeOf(user), isVerified: user.emailVerifiedAt !== null };
}

/** Whom a letter goes to, out of the columns of an account. */
export function addresseeOf(user: { email: string; locale: string; zone: string }): Addressee {
  const { email, locale, zone } = user;
  return { email, locale: isLocale(locale) ? locale : 'ja', zone };
}
