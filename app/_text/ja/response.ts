/** The thesis page: who came because of the record. */
export const response = {
  title: '反応',
};
