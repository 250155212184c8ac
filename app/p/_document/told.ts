/** What the address may say of the last answer. */
const known = ['thanks', 'later', 'unclear', 'reworded'] as const;
export type Told = (typeof known)[number];

/** What `?told=` says, where it is something we say. */
export function toldIn(query: URLSearchParams): Told | undefined {
  const told = query.get('told');
  return known.find((one) => one === told);
}
