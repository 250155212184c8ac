/** Pages that stand in for another. */
export const problems = {
  notFoundTitle: 'There is no such page',
  notFoundText: 'It may have been moved or deleted, or the address may be mistyped.',
  errorTitle: 'Something went wrong on our side',
  errorText: 'Please wait a moment, go back and try again.',
  retry: 'Try again',
  home: 'To the start page',
};
