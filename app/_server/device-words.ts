import Bowser from 'bowser';

/**
 * A User-Agent header as a person says it, `Firefox, Windows`; empty where it says neither. Names of
 * browsers and systems are the same in every language.
 */
export function deviceWords(userAgent: string): string {
  if (userAgent.trim() === '') return '';
  const parsed = Bowser.parse(userAgent);
  return [parsed.browser.name, parsed.os.name].filter(Boolean).join(', ');
}
