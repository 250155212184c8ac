/** Every address of the app, in one place. */
export const paths = {
  home: '/',
  signUp: '/signup',
  signIn: '/signin',
  dashboard: '/dashboard',
  milestones: '/milestones',
  newMilestone: '/milestones/new',
  deletedMilestones: '/milestones/deleted',
  milestone: (id: string) => `/milestones/${id}`,
  goals: '/goals',
  newGoal: '/goals/new',
  goal: (id: string) => `/goals/${id}`,
  streams: '/streams',
  stream: (id: string) => `/streams/${id}`,
  currencies: '/currencies',
  effort: '/effort',
  oneEffort: (id: string) => `/effort/${id}`,
  skills: '/skills',
  skill: (id: string) => `/skills/${id}`,
  audience: '/audience',
  oneAudience: (id: string) => `/audience/${id}`,
  ladder: '/ladder',
  capture: '/capture',
  captureStart: '/capture/start',
  record: '/record',
  recordPreview: '/record/preview',
  settings: '/settings',
  publicRecord: (handle: string) => `/u/${handle}`,
  publicMilestone: (handle: string, id: string) => `/u/${handle}/m/${id}`,
  publicRecordJson: (handle: string) => `/u/${handle}/record.json`,
  publicCard: (handle: string) => `/u/${handle}/card.png`,
} as const;

/** `path` with the query parameters that have a value. */
export function withQuery(path: string, query: Record<string, string | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value);
  return search.size > 0 ? `${path}?${search}` : path;
}
