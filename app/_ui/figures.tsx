import type { ReactNode } from 'react';

export type FigureItem = { label: string; value: string; note?: ReactNode; href?: string };

/** Headline figures side by side, parted by hairlines. The first is the loudest. */
export function Figures(props: { items: readonly FigureItem[] }) {
  return (
    <dl className="figures">
      {props.items.map((item) => (
        <div key={`${item.label} ${item.value}`}>
          <dt>{item.label}</dt>
          <dd className={item.value.length > 10 ? 'figure figure-long' : 'figure'}>
            {item.href ? <a href={item.href}>{item.value}</a> : item.value}
          </dd>
          {item.note ? <dd className="figures-note">{item.note}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
