import type { ReactNode } from 'react';

export type Column = { key: string; label: string; number?: boolean };
export type Row = { id: string; cells: Record<string, ReactNode> };

/** A real table. The first column is the row's header; `number` columns are set right and tabular. */
export function DataTable(props: {
  caption: string;
  captionHidden?: boolean;
  columns: readonly Column[];
  rows: readonly Row[];
}) {
  return (
    <table className="data-table">
      <caption className={props.captionHidden ? 'hidden-text' : undefined}>{props.caption}</caption>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <th key={column.key} scope="col" className={column.number ? 'number' : undefined}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.id}>
            {props.columns.map((column, i) =>
              i === 0 ? (
                <th key={column.key} scope="row">
                  {row.cells[column.key]}
                </th>
              ) : (
                <td key={column.key} className={column.number ? 'number' : undefined}>
                  {row.cells[column.key]}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
