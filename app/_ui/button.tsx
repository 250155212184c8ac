import type { ComponentPropsWithRef } from 'react';

export type ButtonVariant = 'primary' | 'quiet' | 'danger';

function buttonClass(variant: ButtonVariant = 'primary', small = false): string {
  const look = variant === 'primary' ? '' : ` button-${variant}`;
  return `button${look}${small ? ' button-small' : ''}`;
}

type Look = { variant?: ButtonVariant; small?: boolean };

/** A native button; `type` is "submit" unless said otherwise. */
export function Button(props: Look & Omit<ComponentPropsWithRef<'button'>, 'className' | 'style'>) {
  const { variant, small, type = 'submit', ...rest } = props;
  return <button {...rest} type={type} className={buttonClass(variant, small)} />;
}

/** A link that looks like a button. Plain `<a>`, so that documents can use it. */
export function ButtonLink(
  props: Look & { href: string } & Omit<ComponentPropsWithRef<'a'>, 'className' | 'style'>,
) {
  const { variant, small, children, ...rest } = props;
  return (
    <a {...rest} className={buttonClass(variant, small)}>
      {children}
    </a>
  );
}
