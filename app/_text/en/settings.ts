export const settings = {
  title: 'Settings',
  language: 'Language',
  zone: 'Time zone',
  zoneHint: 'Decides when your days and months begin.',
  saved: 'Saved.',
  account: 'Account',
  email: 'Signed in as {email}',
};
