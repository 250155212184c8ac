/** What stands on every page of the desk, and words that several pages share. */
export const desk = {
  skip: 'Skip to the content',
  navigation: 'Desk',
  dashboard: 'Dashboard',
  milestones: 'Milestones',
  goals: 'Goals',
  streams: 'Streams',
  effort: 'Effort',
  record: 'Record',
  publicise: 'Publicise',
  inbox: 'Inbox',
  settings: 'Settings',
  log: 'Log milestone',
  signOut: 'Sign out',
  save: 'Save',
  saving: 'Saving…',
  cancel: 'Cancel',
  table: 'As a table',
  month: 'Month',
  total: 'Total',
  hours: '{hours, plural, one {# hour} other {# hours}}',
  minutes: '{minutes, plural, one {# minute} other {# minutes}}',
  people: '{count, plural, one {# follower} other {# followers}}',
};

export const kinds = {
  income: 'Income',
  skill: 'Skill',
  work: 'Work',
  audience: 'Audience',
  credential: 'Credential',
  recognition: 'Recognition',
};

export const visibilities = {
  private: 'Private',
  unlisted: 'Unlisted',
  public: 'Public',
};

export const grains = {
  exact: 'Exact amount',
  range: 'A range',
  rung: 'The rung reached',
  index: 'Index (first month = 100)',
  hidden: 'Hidden',
};
