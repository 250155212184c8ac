export const effort = {
  title: 'Effort',
};
