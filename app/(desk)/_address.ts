/** An address as a reader sees it: names in other scripts stand in it encoded. */
export function readableAddress(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
