/**
 * Every limit, named once. The form shows it, the parser enforces it, and a CHECK in the
 * migrations holds the outer bound. Lengths are in graphemes, what a reader counts as one sign.
 */
export const limits = {
  email: 254,
  password: { min: 12, max: 128 },
  handle: { min: 3, max: 30 },
  displayName: 50,
  headline: 120,
  about: 2_000,
  title: 120,
  story: 5_000,
  streamName: 60,
  measureName: 60,
  issuer: 120,
  tags: 20,
  tag: 30,
  evidenceLinks: 5,
  url: 2_000,
  /** In minor units; stays exact in sums of 20,000 and far below 2^63. */
  amountMinor: 999_999_999_999n,
  measureValue: 999_999_999_999n,
  /** 10,000 hours. */
  minutes: 600_000,
  milestones: 20_000,
  /** With the deleted: an import may be taken back and come in anew a few times within 30 days. */
  milestonesKept: 100_000,
  streams: 200,
  skills: 200,
  skillLevels: 10,
  levelName: 30,
  /** 100,000 hours. */
  levelMinutes: 6_000_000,
  /** Of one effort, and of all efforts of one day together. */
  effortMinutes: 1_440,
  efforts: 50_000,
  effortNote: 200,
  /** A timer that ran longer is asked how long it really was. */
  timerMinutes: 720,
  /** Open ones. */
  goals: 100,
  audiences: 50,
  audienceCounts: 5_000,
  /** On one ladder. */
  rungs: 20,
  exchangeRates: 1_000,
  pauses: 240,
  pinned: 6,
  contactLinks: 5,
  /** Days between making a milestone public and its being seen. */
  delayDays: 365,
  keptNames: 50,
  keptName: 60,
  /** Days that a handle its owner gave up leads to the new one. */
  oldHandleDays: 90,
  /** Of one person at a time: handles are for everyone. */
  oldHandles: 5,
  /** Days from asking that an account be deleted to its going. */
  deletionDays: 30,
  /** Days that the handle of a deleted account is kept out of use. */
  heldHandleDays: 90,
  shares: 2_000,
  shareText: 2_000,
  inquiryName: 60,
  inquiryMessage: 5_000,
  inquiryNote: 2_000,
  nextStep: 200,
  replyText: 5_000,
  reportText: 1_000,
  /** Kept at a time; the form says that it is full. */
  inquiries: 20_000,
  blockedSenders: 500,
  /** Of the site somebody came from. */
  source: 253,
  /** Told apart for one record; more say nothing. */
  sourcesADay: 200,
  /** Told apart at one address a day: browsers, and sites that it names first. */
  visitsAnAddress: { people: 20, sites: 20 },
  inquiryDays: 3_650,
  captureLine: 200,
  /** Open at a time; one more ends the one seen longest ago. */
  sessions: 100,
  passkeys: 20,
  passkeyName: 60,
  recoveryCodes: 10,
  searchQuery: 100,
  /** Named by OPERATORS. */
  operators: 20,
  /** What an operator tells the owner of a record that they suspend. */
  suspensionText: 250,
  /** For whom an invitation is, as the operator remembers it. */
  invitationNote: 100,
  /** Bytes of a file that comes in; an export carries a whole account. */
  uploadBytes: { csv: 20 * 1024 * 1024, export: 500 * 1024 * 1024 },
  /** Of one account, waiting to be imported or restored; the oldest makes room. */
  uploads: 3,
  /** Bytes of all that wait, whosever they are. */
  uploadsKept: 10 * 1024 * 1024 * 1024,
  /** Bytes of the disk that no file takes: the database may lie on it. */
  diskKept: 1024 * 1024 * 1024,
  /** How long a file waits. */
  uploadHours: 24,
  /** Of the account in an export that is restored, inflated. */
  restoreBytes: 1024 * 1024 * 1024,
  /** Code units of one line of it: the longest texts, and room. */
  restoreLine: 1024 * 1024,
  /** Rows of it, all tables together. */
  restoreRows: 1_000_000,
  /** Files in its zip: the record as a site has two and more a milestone. */
  restoreFiles: 200_000,
  /** Columns of a table that is imported. */
  csvColumns: 50,
  /** Bytes of one of its rows. */
  csvRowBytes: 256 * 1024,
  pageSize: 50,
  undoDays: 30,
} as const;

/** Code points allowed for `graphemes`; a sign such as a flag or a family takes several. */
export function codePointBound(graphemes: number): number {
  return graphemes * 8;
}
