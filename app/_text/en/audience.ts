export const audience = {
  title: 'Audience',
};
