import { expect, test } from 'vitest';
import { textsIn } from '@/app/_text/texts';
import { locales } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { wayToSignUp } from './_to-sign-up';

test.each(locales)('in %s the way to sign up shows where everyone may', (locale) => {
  const t = textsIn(locale);
  expect(wayToSignUp(t, 'open')).toEqual({
    text: t('auth.signIn.other'),
    link: t('auth.signIn.otherLink'),
    href: paths.signUp,
  });
});

test.each(locales)('in %s whoever may not sign up is told so, and led nowhere', (locale) => {
  const t = textsIn(locale);
  const [closed, invite] = [wayToSignUp(t, 'closed'), wayToSignUp(t, 'invite')];
  expect(closed).toEqual({ text: t('operator.signUp.closedText') });
  expect(invite).toEqual({ text: t('operator.signUp.uninvitedText') });
});
