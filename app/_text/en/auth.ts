/** Signing up, signing in, and what is said when neither is possible. */
export const auth = {
  displayName: 'Display name',
  displayNameHint: 'Shown on your record. A pen name is fine.',
  handle: 'Handle',
  handleHint: 'The address of your record: /u/handle. 3 to 30 small letters, digits or hyphens.',
  email: 'Email',
  emailHint: 'For signing in only. Nobody else sees it.',
  password: 'Password',
  passwordHint: 'At least 12 characters. A few unrelated words do well; pasting is fine.',
  signUp: {
    title: 'Sign up',
    lead: 'Keep your record to yourself until you choose to publish it.',
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
    otherLink: 'Create an account',
    welcome:
      'Sign in with the password you chose. If this e-mail already had an account, its password has not changed.',
  },
  signOut: 'Sign out',
  outage: {
    title: 'Jisseki is resting for a moment',
    text: 'Our database does not answer right now. Nothing is lost and you stay signed in. Please try again shortly.',
  },
  foreign: {
    title: 'This request was refused',
    text: 'It came from another site. Please open Jisseki itself and try again from there.',
  },
};
