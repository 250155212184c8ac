export const capture = {
  title: 'Quick capture',
};
