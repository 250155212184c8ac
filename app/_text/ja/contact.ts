/** The contact form and the report form that strangers fill in. */
export const contact = {
  title: 'お問い合わせ',
};
