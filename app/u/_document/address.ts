/**
 * An address of the web as strict readers take it (RFC 3986), without name and password in it;
 * undefined for any other. What a browser lets pass, `{` or a stray `%`, is written out.
 */
export function webAddress(url: string): string | undefined {
  if (!/^https?:\/\/[^\s\\]/i.test(url) || !URL.canParse(url)) return undefined;
  const { origin, pathname, search, hash } = new URL(url);
  return origin + strict(pathname) + strict(search) + strict(hash);
}

/** Those of `urls` that are addresses of the web, each once. */
export function webAddresses(urls: readonly string[]): string[] {
  return [...new Set(urls.map(webAddress).filter((url) => url !== undefined))];
}

function strict(part: string): string {
  const [lead = '', rest] = /^[?#]/.test(part) ? [part[0], part.slice(1)] : ['', part];
  return (
    lead +
    rest
      .replace(/%(?![0-9a-f]{2})/gi, '%25')
      .replace(/[^\w\-.~:/?@!$&'()*+,;=%]/gu, (sign) => encodeURIComponent(sign))
  );
}
