export const settings = {
  title: 'Settings',
  language: 'Language',
  zone: 'Time zone',
  zoneHint: 'Your days and months begin by it.',
  saved: 'Saved.',
  account: 'Account',
  email: 'Signed in as',
};
