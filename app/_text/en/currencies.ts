export const currencies = {
  title: 'Currencies',
};
