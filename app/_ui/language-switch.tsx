const languages = [
  { locale: 'ja', name: '日本語' },
  { locale: 'en', name: 'English' },
] as const;

/** Each language by its own name, as a button of a plain form; the present one is marked. */
export function LanguageSwitch(props: {
  action: (form: FormData) => Promise<void>;
  current: 'ja' | 'en';
}) {
  return (
    <form action={props.action} className="languages">
      {languages.map(({ locale, name }) => (
        <button
          key={locale}
          type="submit"
          name="locale"
          value={locale}
          lang={locale}
          aria-current={locale === props.current ? 'true' : undefined}
        >
          {name}
        </button>
      ))}
    </form>
  );
}
