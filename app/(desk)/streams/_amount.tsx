/** More signs than a phone has room for beside another column; then the figure may take two lines. */
const roomy = 13;

/** An amount in a cell of a table; one of great length breaks rather than widen a phone's page. */
export function Amount(props: { text: string; whereWide?: boolean }) {
  const { text, whereWide = false } = props;
  const classes = [
    'number figure',
    whereWide ? 'where-wide' : '',
    text.length > roomy ? 'figure-long' : '',
  ];
  return <td className={classes.filter(Boolean).join(' ')}>{text}</td>;
}
