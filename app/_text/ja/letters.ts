/** Mail: notices, copies, replies and letters to oneself. */
export const letters = {
  title: 'お知らせメール',
};
