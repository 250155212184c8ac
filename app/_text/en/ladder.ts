export const ladder = {
  title: 'Ladder',
};
