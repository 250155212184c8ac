import type { Texts } from '@/app/_text/texts';
import type { Locale } from '@/lib/locale';
import type { Progress } from '@/lib/progress/data';
import { TimerBadge } from '../effort/_timer-badge';
import { Crossing } from '../ladder/_crossing';
import { Proposals } from '../streams/_proposals';
import type { DashboardView } from './_dashboard.view';

/** What waits for the person: income to confirm, a timer that runs, a rung just crossed. */
export function Waiting(props: {
  view: DashboardView;
  progress: Progress;
  zone: string;
  now: Date;
  locale: Locale;
  t: Texts;
}) {
  const { view, progress, zone, now, ...shared } = props;
  const { crossing, proposals } = view;
  return (
    <>
      <Proposals proposals={proposals} streams={progress.streams} at="dashboard" {...shared} />
      <TimerBadge timer={progress.timer} zone={zone} now={now} {...shared} />
      {crossing?.reachedOn ? (
        <Crossing
          currency={crossing.currency}
          rung={crossing.rung}
          reachedOn={crossing.reachedOn}
          {...shared}
        />
      ) : null}
    </>
  );
}
