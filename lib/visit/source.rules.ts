import { limits } from '../limits';

const site = /^[a-z0-9](?:[a-z0-9_.-]*[a-z0-9])?$/;
const androidApp = /^android-app:\/\/([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+)(?:[/?#]|$)/i;

/**
 * Where a reader comes from by a Referer header, never more exactly than the site: `example.org`, or
 * an Android app by its name. Empty where it says nothing, nothing that can be believed to be a
 * site, or one of `own` host names.
 */
export function siteOf(referrer: string | null, own: readonly string[]): string {
  if (!referrer) return '';
  const app = androidApp.exec(referrer)?.[1];
  const found = app ? app.toLowerCase() : hostOf(referrer);
  if (!site.test(found) || found.length > limits.source) return '';
  return own.some((name) => plain(name) === found) ? '' : found;
}

function hostOf(referrer: string): string {
  if (!/^https?:\/\//i.test(referrer) || !URL.canParse(referrer)) return '';
  return plain(new URL(referrer).hostname);
}

function plain(hostName: string): string {
  return hostName
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^www\.(?=.)/, '');
}

/** A country as a proxy names it, `JP`; empty for anything else, and for what stands for unknown. */
export function countryOf(named: string | null): string {
  return named !== null && /^[A-Z]{2}$/.test(named) && named !== 'XX' ? named : '';
}
