import type { Texts } from '@/app/_text/texts';
import { Seal } from '@/app/_ui/seal';
import type { Skill } from '@/lib/skill/data';
import { levelOf } from '@/lib/skill/rules';
import { minutesShown } from './_minutes';

/** The level reached, stamped, and how far it is to the next. */
export function LevelLine({ skill, t }: { skill: Skill; t: Texts }) {
  const { current, next, missing } = levelOf(skill.levels, skill.minutes);
  if (skill.levels.length === 0) return <p className="soft">{t('skills.noLevels')}</p>;
  return (
    <div className="level">
      {current ? (
        <p className="level-reached">
          <Seal className="stamped" />
          <span>{current.name}</span>
        </p>
      ) : null}
      {next ? (
        <div className="level-next">
          <meter
            aria-label={t('skills.towards', { level: next.name })}
            min={0}
            max={next.minutes - (current?.minutes ?? 0)}
            value={skill.minutes - (current?.minutes ?? 0)}
          />
          <p className="soft">
            {t('skills.toGo', { hours: minutesShown(missing, t), level: next.name })}
          </p>
        </div>
      ) : (
        <p className="soft">{t('skills.top')}</p>
      )}
    </div>
  );
}
