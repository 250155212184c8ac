export type ChartTableRow = { key: string; label: string; value: string; href?: string };

/** The figures behind a drawing, folded away under `summary`. */
export function ChartTable(props: {
  summary: string;
  caption: string;
  labelHead: string;
  valueHead: string;
  rows: readonly ChartTableRow[];
}) {
  return (
    <details className="chart-table">
      <summary>{props.summary}</summary>
      <table>
        <caption className="hidden-text">{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{props.labelHead}</th>
            <th scope="col" className="number">
              {props.valueHead}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              <td className="number">
                {row.href ? <a href={row.href}>{row.value}</a> : row.value}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
