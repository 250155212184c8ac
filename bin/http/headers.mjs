// @ts-check

/** For answers that say nothing else: no page is among them. */
const OWN_CSP = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * Headers of every answer, unless the app has set the same one itself.
 * @param {boolean} https whether the client came over https
 * @returns {Record<string, string>}
 */
export function defaultHeaders(https) {
  return {
    'Content-Security-Policy': OWN_CSP,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy':
      'accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
    // Told to a client that came over http, it would be ignored; told to one on a plain local
    // address, it would lock other services of that host out.
    ...(https ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {}),
  };
}

/** @param {import('node:http').ServerResponse} response */
function isFramedAnywhere(response) {
  return /(^|;)\s*frame-ancestors \*/.test(String(response.getHeader('Content-Security-Policy')));
}

/**
 * Sees to the default headers at the last moment: Next appends to what it finds, so a header set
 * early would come out twice where the app has a value of its own.
 *
 * The same goes for the status wished for while it is made. Next knows none but 200 for a page that renders,
 * and leaves a `notFound()` blank to a browser without JavaScript; and it answers 500 to a form that
 * breaks off.
 * @param {import('node:http').ServerResponse} response
 * @param {boolean} https
 * @param {{ status?: number }} wish filled in while the answer is made
 */
export function setHeadersLate(response, https, wish) {
  const writeHead = response.writeHead;
  response.writeHead = /** @type {typeof writeHead} */ (
    (/** @type {Parameters<typeof writeHead>} */ ...args) => {
      for (const [name, value] of Object.entries(defaultHeaders(https))) {
        // What may be framed anywhere says so in its policy; the older header has no word for it.
        if (name === 'X-Frame-Options' && isFramedAnywhere(response)) continue;
        if (!response.hasHeader(name)) response.setHeader(name, value);
      }
      response.removeHeader('X-Powered-By');
      if (wish.status !== undefined && (args[0] === 200 || args[0] === 500)) args[0] = wish.status;
      return writeHead.apply(response, args);
    }
  );
}

/** @type {Record<number, string>} */
const TEXT = {
  400: 'This address or request is malformed.',
  405: 'This method is not allowed here.',
  408: 'The request took too long to arrive.',
  413: 'The request is larger than is allowed here.',
  414: 'This address is too long.',
  431: 'The headers of the request are too large.',
  500: 'Something went wrong here.',
  503: 'The server is stopping.',
};

/**
 * Body and headers of an answer the app has no part in.
 * @param {number} status
 * @param {boolean} https
 * @returns {{ body: string, headers: Record<string, string> }}
 */
export function ownAnswer(status, https) {
  const body = `${TEXT[status] ?? TEXT[400]}\n`;
  return {
    body,
    headers: {
      ...defaultHeaders(https),
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Length': String(Buffer.byteLength(body)),
      'Cache-Control': 'no-store',
    },
  };
}
