/**
 * How long an address may be that opens a mail client: some systems hand on no more than 2,000 signs,
 * and one Japanese sign takes nine of them.
 */
const most = 1_900;

/**
 * The address that opens one's own mail client with an answer begun: to whom, about what, and what
 * they wrote, quoted as far as it fits. Every part is escaped, so that no text adds a header.
 */
export function mailtoOf(email: string, subject: string, message: string): string {
  const to = encodeURIComponent(email).replaceAll('%40', '@');
  const head = `mailto:${to}?subject=${encodeURIComponent(subject)}&body=`;
  const quoted = `\n\n${quote(message)}`;
  let body = '';
  for (const sign of quoted) {
    const next = encodeURIComponent(sign === '\n' ? '\r\n' : sign);
    // Room is left for the sign that says there was more.
    if (head.length + body.length + next.length > most - 9) {
      return `${head}${body}${encodeURIComponent('…')}`;
    }
    body += next;
  }
  return head + (message === '' ? '' : body);
}

/** `text` as mail quotes it: every line behind `> `. */
export function quote(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}
