import type { Locale } from '@/lib/locale';
import type { PublicIncome } from '@/lib/record/public/shape';
import { rungsShown } from './income';
import { Stamp } from './seals';

/** The rungs reached and the next one, the highest on top. What a seal says is said in words too. */
export function Ladder({ income, locale }: { income: PublicIncome; locale: Locale }) {
  return (
    <ol className="ladder" reversed>
      {rungsShown(income, locale)
        .reverse()
        .map(({ label, state, reached, held, missing }) => (
          <li key={label} className={state === 'next' ? 'rung rung-next' : 'rung'}>
            <div className="rung-step">
              {state === 'held' || state === 'reached' ? (
                <Stamp grade={state === 'held' ? 'solid' : 'outline'} />
              ) : null}
            </div>
            <div className="rung-text">
              <p className="rung-label figure">{label}</p>
              <p className="rung-note">{held ?? reached ?? missing}</p>
            </div>
          </li>
        ))}
    </ol>
  );
}
