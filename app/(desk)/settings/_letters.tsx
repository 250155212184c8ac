import { hasMailServer } from '@/app/_server/post';
import type { Texts } from '@/app/_text/texts';
import { SectionHead } from '@/app/_ui/page-header';
import { type MailChoice, rhythms } from '@/lib/mail/choice/rules';
import { paths } from '@/lib/paths';
import { saveLetters } from './_letters-actions';
import { LettersForm } from './_letters-form';

/** Which letters and notices come, and where they go. */
export function LettersSection(props: { choice: MailChoice; email: string; t: Texts }) {
  const { choice, email, t } = props;
  return (
    <section className="section" aria-labelledby="letters">
      <SectionHead
        id="letters"
        title={t('letters.settings.title')}
        aside={<a href={paths.outbox}>{t('letters.settings.outbox')}</a>}
      />
      <p>
        {hasMailServer() ? t('letters.settings.lead', { email }) : t('letters.settings.noServer')}
      </p>
      <LettersForm
        action={saveLetters}
        stored={choice}
        rhythms={rhythms.map((value) => ({ value, label: t(`letters.settings.${value}`) }))}
        texts={{
          tellsInquiries: t('letters.settings.tellsInquiries'),
          letter: t('letters.settings.letter'),
          letterHint: t('letters.settings.letterHint'),
          remindsIncome: t('letters.settings.remindsIncome'),
          remindsIncomeHint: t('letters.settings.remindsIncomeHint'),
          save: t('desk.save'),
          saving: t('desk.saving'),
        }}
      />
    </section>
  );
}
