/** Signing up, signing in, and what is said when neither is possible. */
export const auth = {
  displayName: 'Display name',
  displayNameHint: 'Shown on your record. A pen name is fine.',
  handle: 'Handle',
  handleHint:
    'The address of your record: /u/handle. 3 to 30 lowercase letters, digits or hyphens.',
  email: 'Email',
  emailHint: 'For signing in and for mail to you. It is never published.',
  password: 'Password',
  passwordHint: 'At least 12 characters. A few unrelated words do well; pasting is fine.',
  signUp: {
    title: 'Sign up',
    lead: 'Only you can see your record until you publish it.',
    submit: 'Sign up',
    busy: 'Signing up…',
    other: 'Already have an account?',
    otherLink: 'Sign in instead',
  },
  signIn: {
    title: 'Sign in',
    submit: 'Sign in',
    busy: 'Signing in…',
    other: 'New here?',
    otherLink: 'Sign up instead',
    welcome:
      'Nearly done: sign in with the password you chose. If you already had an account with this email, use its existing password.',
    written: 'We have also written to that address. Please read that mail too.',
  },
  outage: {
    title: 'Jisseki is unavailable right now',
    text: 'Our database is not answering. Nothing you saved is lost, and you are still signed in. Please try again in a moment.',
  },
  foreign: {
    title: 'This request was refused',
    text: 'It came from another site, so nothing was done. Please open Jisseki and try again from there.',
  },
  tooLarge: {
    title: 'This file is too large',
    text: 'Nothing was saved. An export can have up to 500 MB, a CSV file up to 20 MB. Please go back and choose a smaller one.',
  },
};
