/** Pages that stand in for another. */
export const problems = {
  notFoundTitle: 'There is no such page',
  notFoundText: 'It may have been moved or deleted, or the address may be mistyped.',
  home: 'To the start page',
};
