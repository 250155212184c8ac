/** What a copy of a record says of itself: on its pages, and in the text file beside them. */
export const site = {
  copied: 'This is a copy, made on {day}.',
  original: 'See the original page',
  write: 'Write to {name} on the original site',
  readme: {
    title: 'Record of {name}',
    what: 'This folder is a public record as a website: what anyone could read on {day}, and nothing more.',
    from: 'It was published at {address}',
    open: 'To read it, open {index} in a browser. No server and no network are needed. The same in Japanese is {other}.',
    host: 'To publish it, put everything in this folder on any host for static files, as it is, at the top of the site or below it. There is nothing to set up and no address to change.',
    still: 'It does not change by itself. For a newer one, export again and replace everything.',
    away: 'What needs a server is not here: the contact form, embeds, badges, and the short addresses of shares.',
    awayLinked:
      'What needs a server is not here: embeds, badges, and the short addresses of shares. The link to the contact form leads to the original site.',
    unlisted: 'Its pages ask search engines not to list them, as the record did.',
    data: 'Data for programs: {files}',
  },
};
