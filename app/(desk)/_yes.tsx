import type { ReactNode } from 'react';
import type { FormState, Reason } from '@/app/_server/form-state';
import { Tick } from '@/app/_ui/field';

/**
 * The box for a deliberate yes to what an answer shows, which may be `children`. Its value stands for
 * exactly that, so that a yes is never one to something else; once given, it goes along with later tries.
 */
export function Yes(props: {
  state: FormState;
  name: string;
  /** The reason of the answer that asks for it. */
  to: Reason;
  label: string;
  children?: ReactNode;
}) {
  const { state, name, to, label, children } = props;
  const value = state.values[name];
  if (!value) return null;
  if (state.reason !== to) return <input type="hidden" name={name} value={value} />;
  return (
    <>
      {children}
      <Tick key={state.round} name={name} value={value} label={label} />
    </>
  );
}
