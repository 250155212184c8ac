/** The inbox, one inquiry, and its settings. */
export const inbox = {
  title: 'Inbox',
};
