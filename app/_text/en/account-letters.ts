/** Letters about an account itself: a sign-in, a link that proves something, a change. */
export const accountLetters = {
  why: 'You get this because it concerns the security of your account. It cannot be turned off.',
  notYou:
    'If that was not you, end every session you do not know under Settings, Security, and change your password.',
  security: 'Open Security',
  when: 'When',
  device: 'Device',
  place: 'Place',
  unknownDevice: 'Not known',
  factors: {
    twoFactorOn: {
      title: 'Two-factor was turned on',
      lead: 'Signing in by password now also asks for a code from your authenticator app.',
    },
    twoFactorOff: {
      title: 'Two-factor was turned off',
      lead: 'Signing in no longer asks for a code, and your recovery codes no longer work.',
    },
    codesMade: {
      title: 'New recovery codes were made',
      lead: 'Your earlier recovery codes no longer work.',
    },
    recoveryUsed: {
      title: 'A recovery code was used',
      lead: 'A recovery code was used to sign in to your account, or to confirm that it is you. {count, plural, =0 {None is left: please make new ones.} one {# is left.} other {# are left.}}',
    },
    codesFailed: {
      title: 'Wrong codes were entered for your account',
      lead: 'The first step, such as your password, was right. Then wrong codes were entered until we stopped taking them for a while. If it was not you, somebody else may know your password.',
    },
    passkeyAdded: {
      title: 'A passkey was added',
      lead: 'The passkey “{name}” now signs in to your account.',
    },
    passkeyRemoved: {
      title: 'A passkey was removed',
      lead: 'The passkey “{name}” no longer signs in to your account.',
    },
    passkeyRefused: {
      title: 'A passkey was refused',
      lead: 'The passkey “{name}” may have been copied: the count of its uses does not add up. So we refused it. Please remove it and add a new one.',
    },
    passkeyRevoked: {
      title: 'A passkey was removed: it may have been copied',
      lead: 'The count of uses of the passkey “{name}” does not add up, so it may have been copied. It no longer signs in to your account. Please sign in another way and add a new one.',
    },
    providerLinked: {
      title: 'An account was linked for signing in',
      lead: 'The {name} account {label} now signs in to your account.',
    },
    providerUnlinked: {
      title: 'A linked account was removed',
      lead: 'The {name} account {label} no longer signs in to your account.',
    },
  },
  signIn: {
    subject: 'A sign-in from a new device',
    title: 'A sign-in from a new device',
    lead: 'Somebody signed in to your account from a device or browser that was not used before. If it was you, there is nothing to do.',
  },
  reset: {
    subject: 'Set a new password',
    lead: 'Somebody, most likely you, asked to set a new password for your account. This link works once, within {minutes} minutes.',
    button: 'Set a new password',
    notYou: 'If it was not you, do nothing: your password stays as it is.',
  },
  passwordChanged: {
    subject: 'Your password was changed',
    leadReset:
      'A new password was set for your account by the link we sent to this address. Every session has ended.',
    leadChanged: 'The password of your account was changed. Every other session has ended.',
    notYou: 'If it was not you, set a new one at once.',
  },
  verify: {
    subject: 'Verify your email',
    lead: 'Verify that this address is yours, on the page that opens. The link works once, within 24 hours.',
    button: 'Verify your email',
    notYou: 'If you did not sign up at Jisseki, do not open it: somebody else gave your address.',
  },
  known: {
    subject: 'You already have an account',
    lead: 'Somebody, most likely you, tried to sign up with this address. It has an account already, so nothing was changed.',
    how: 'To sign in, use the password you have. If you have forgotten it, set a new one.',
    signIn: 'Sign in',
    notYou: 'If it was not you, do nothing.',
  },
  emailChange: {
    subject: 'A change of email at Jisseki',
    oldTitle: 'Change your email to {email}?',
    oldLead:
      'Somebody, most likely you, asked to change the email of your account to {email}. It changes once both addresses have agreed. This link works once, within {minutes} minutes.',
    oldNotYou:
      'If it was not you, press “Do not change it” on that page. Then change your password: somebody else is using your account.',
    noticeTitle: 'This address is to be replaced',
    noticeLead:
      'Somebody, most likely you, asked to change the email of the account that was made with this address. The address was never verified, so the email changes as soon as the new one agrees.',
    noticeNotYou:
      'If the account is yours and it was not you, press “Do not change it” on the page that opens, then change your password. If you never signed up at Jisseki, there is nothing to do.',
    newTitle: 'Use this address at Jisseki?',
    newLead:
      'Somebody asked to use this address for their account. If it was you, agree here and at the address you have now. This link works once, within {minutes} minutes.',
    newLeadAlone:
      'Somebody asked to use this address for their account. If it was you, agree on the page that opens. This link works once, within {minutes} minutes.',
    newNotYou: 'If it was not you, do nothing: without your answer nothing changes.',
    takenTitle: 'This address has an account already',
    takenLead:
      'Somebody asked to use this address for another account. It has one already, so nothing was changed. If it was you, sign in with this address.',
    open: 'Answer',
    why: 'You get this because this address was given as the new email of an account.',
  },
  emailChanged: {
    subject: 'Your email was changed',
    lead: 'The email of your account is now {email}. From now on you sign in with it.',
    notYou: 'If you did not agree to that, tell whoever runs this site at once.',
    goneLead:
      'The account that was made with this address has another email now and no longer uses this one.',
    goneNotYou: 'If the account is yours and it was not you, tell whoever runs this site at once.',
  },
};
