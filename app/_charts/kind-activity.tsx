export type KindActivityRow = {
  key: string;
  label: string;
  total: string;
  totalHref: string;
  cells: readonly { month: string; count: number; label: string; href: string }[];
};

/**
 * A year as a page of the account book: one row a kind, one column a month, ink where something
 * happened. It is its own table, so there is none behind it; most facts are known to the month.
 */
export function KindActivity(props: {
  caption: string;
  kindHead: string;
  totalHead: string;
  months: readonly { month: string; tick: string; label: string }[];
  rows: readonly KindActivityRow[];
}) {
  return (
    <table className="kind-activity">
      <caption className="hidden-text">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="hidden-text">{props.kindHead}</span>
          </th>
          {props.months.map(({ month, tick, label }) => (
            <th key={month} scope="col" abbr={label}>
              {tick}
            </th>
          ))}
          <th scope="col" className="number">
            {props.totalHead}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.label}</th>
            {row.cells.map((cell) => (
              <td key={cell.month} className={`ink-${inkOf(cell.count)}`}>
                {cell.count > 0 ? (
                  <a href={cell.href} aria-label={cell.label}>
                    {cell.count > 99 ? '99+' : cell.count}
                  </a>
                ) : null}
              </td>
            ))}
            <td className="number">
              <a href={row.totalHref}>{row.total}</a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Four depths of ink: none, one, a few, many. */
function inkOf(count: number): 0 | 1 | 2 | 3 {
  if (count === 0) return 0;
  if (count === 1) return 1;
  return count < 5 ? 2 : 3;
}
