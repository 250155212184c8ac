/** The inbox, one inquiry, and its settings. */
export const inbox = {
  title: '受信箱',
};
