/** Pages that stand in for another. */
export const problems = {
  notFoundTitle: 'There is no such page',
  notFoundText: 'It may have been moved or deleted, or the address has a slip in it.',
  errorTitle: 'Something broke on our side',
  errorText: 'What you typed has not been lost on purpose: go back and try again in a moment.',
  retry: 'Try again',
  home: 'To the start page',
};
