import { env } from '@/lib/env';

/**
 * Where absolute addresses of the app start: APP_URL, else the host that was asked, `https://example.org`;
 * bin/server.mjs vouches for the forwarded protocol.
 */
export function originOf(headers: { get(name: string): string | null }): string {
  const host = headers.get('host') ?? '';
  const protocol = headers.get('x-forwarded-proto') === 'https' ? 'https' : 'http';
  const named = /^[a-z0-9.-]{1,253}(:\d{1,5})?$|^\[[0-9a-f:]{2,45}\](:\d{1,5})?$/i.test(host);
  return configuredOrigin() ?? `${protocol}://${named ? host.toLowerCase() : 'localhost'}`;
}

/** Absent too where the settings are unusable: that is for the store to say, as a 503. */
function configuredOrigin(): string | undefined {
  try {
    return env().APP_URL;
  } catch {
    return undefined;
  }
}
