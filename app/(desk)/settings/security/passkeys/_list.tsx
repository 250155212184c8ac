import type { Texts } from '@/app/_text/texts';
import type { PasskeyLine } from '@/lib/account/passkey/rules';
import { ButtonForm } from '../../../_button-form';
import { nameOnePasskey, removeOnePasskey } from './_actions';
import { RenameForm } from './_rename-form';

/** The passkeys of the account, each to be renamed and removed. */
export function PasskeyList(props: {
  passkeys: readonly PasskeyLine[];
  momentOf: (at: Date) => string;
  t: Texts;
}) {
  const { passkeys, momentOf, t } = props;
  return (
    <ul className="account-lines">
      {passkeys.map((one) => (
        <Line key={one.id} passkey={one} momentOf={momentOf} t={t} />
      ))}
    </ul>
  );
}

function Line(props: { passkey: PasskeyLine; momentOf: (at: Date) => string; t: Texts }) {
  const { passkey, momentOf, t } = props;
  const { id, name, isBackedUp, createdAt, lastUsedAt } = passkey;
  const facts = [
    t('security.passkeys.made', { when: momentOf(createdAt) }),
    lastUsedAt
      ? t('security.passkeys.used', { when: momentOf(lastUsedAt) })
      : t('security.passkeys.unused'),
    t(isBackedUp ? 'security.passkeys.backedUp' : 'security.passkeys.here'),
  ];
  return (
    <li>
      <div>
        <p>{name}</p>
        <p className="soft">{facts.join(' · ')}</p>
      </div>
      <div className="passkey-changes">
        <RenameForm
          action={nameOnePasskey}
          id={id}
          stored={name}
          texts={{
            rename: t('security.passkeys.rename'),
            name: t('security.passkeys.name'),
            save: t('desk.save'),
            saving: t('desk.saving'),
          }}
        />
        <ButtonForm
          action={removeOnePasskey}
          label={t('security.passkeys.removeOne', { name })}
          carried={{ id }}
          variant="danger"
          small
          asks={{ first: t('security.passkeys.remove'), lead: t('security.passkeys.removeLead') }}
        />
      </div>
    </li>
  );
}
