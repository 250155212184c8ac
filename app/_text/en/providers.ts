/** Accounts elsewhere that sign in here. */
export const providers = {
  or: 'or',
  signInWith: 'Sign in with {name}',
  refused: {
    declined: 'You cancelled at the other site, so nothing was done.',
    failed: 'The other site’s answer could not be used. Please try again.',
    silent: 'The other site is not answering right now. Please try again in a moment.',
    stale: 'That took too long, or began in another browser. Please try again.',
    later: 'Too many tries. Please wait a few minutes and try again.',
  },
  signUp: {
    title: 'Nearly done',
    lead: 'You are signing up as {label} of {name}. Please choose a display name and a handle.',
    submit: 'Sign up',
    busy: 'Signing up…',
    email: 'Your email here will be {email}.',
    noEmail:
      '{name} gave us no verified email. Please sign up with an email and a password; you can link {name} afterwards under Settings, Security.',
    other: 'Already have an account?',
    otherLink: 'Sign in instead',
  },
  list: {
    title: 'Linked accounts',
    lead: 'Sign in with an account you have elsewhere. Nothing you log here is told there.',
    linked: '{name}: {label}',
    since: 'Linked {when}',
    used: 'Last used {when}',
    link: 'Link {name}',
    unlink: 'Unlink',
    unlinkOne: 'Unlink {name}',
    nowLinked: 'Linked. You can sign in with it from now on.',
    nowUnlinked: 'Unlinked. You can no longer sign in with it.',
  },
  link: {
    title: 'Link {name}?',
    lead: 'Whoever can sign in to {name} as {label} can then sign in to your account here.',
    submit: 'Link it',
    cancel: 'Do not link',
  },
};
