/** Files that come in, and milestones out of a table. */
export const dataImport = {
  title: 'Milestones from a CSV file',
  lead: 'Bring in what a spreadsheet, your bank or a marketplace lists. You see what would come in before anything is saved, and you can undo a whole import later.',
  file: 'CSV file',
  fileHint: 'Up to 20 MB and 20,000 rows, in UTF-8 or Shift_JIS, with commas, semicolons or tabs.',
  choose: 'Import CSV',
  refused: {
    'too-large': 'This file is too large. An export can have up to 500 MB, a CSV file up to 20 MB.',
    empty: 'This file is empty. Please choose another.',
    'no-file': 'Please choose a file first.',
    'broken-off': 'The file did not arrive whole. Please send it again.',
    later: 'You have sent many files within the last hour. Please try again later.',
    full: 'There is no room for more files just now: they wait here for up to a day. Please send it again in a few hours.',
    'try-again': 'The file could not be kept just now. Please send it again.',
  },
  past: 'Past imports',
  came: '{rows, plural, one {# milestone} other {# milestones}} · {when}',
  left: '{left, plural, =0 {none left} other {# still there}}',
  undoneOn: 'undone {when}',
  undo: 'Undo',
  undoLead:
    'Deletes what came in with this file, except milestones you have changed since. You can restore each one for 30 days.',
  undoPress: 'Undo this import',
  fixed:
    'All of them were changed since, or came back with a restore, so there is nothing to undo.',
  nowImported:
    'Imported {rows, plural, one {# milestone} other {# milestones}} from {name}. They are all private.',
  nowUndone: 'The import of {name} was undone. You can restore its milestones for 30 days.',
  stayed:
    '{left, plural, one {# milestone was} other {# milestones were}} changed since, and stayed.',
  toMilestones: 'See milestones',
  toDeleted: 'Deleted milestones',
  mapping: {
    title: 'Import from a CSV file',
    lead: 'Say what the columns are, then check. Nothing is saved before you have seen what would come in.',
    facts:
      '{name}: {rows, plural, one {# row} other {# rows}}, {encoding}, separated by {delimiter, select, comma {commas} semicolon {semicolons} other {tabs}}',
    head: 'The first rows of the file',
    line: 'Line',
    heading: 'Headings',
    headingHint: 'The line that names the columns. Lines above it are left out.',
    noHeading: 'None: the first line is a row',
    headingLine: 'Line {line}: {text}',
    columns: 'Columns',
    absent: 'Not in this file',
    every: 'For the whole file',
    everyKind: 'Kind, if not in a row',
    everyCurrency: 'Currency, if not in a row',
    everyStream: 'Stream, if not in a row',
    everyStreamHint: 'Income needs one.',
    language: 'Language of the texts',
    numbers: 'Numbers are written like',
    dates: 'Dates are written like',
    dateForms: { mdy: '11/30/2026 (month first)', dmy: '30/11/2026 (day first)' },
    pick: 'Please choose',
    dateNeeded: 'Please choose the column with the dates.',
    open: 'Both would make sense here. Please choose the one this file is written in.',
    mixed: 'This file has both. Please choose one; rows written in the other are refused.',
    duplicates: 'Import duplicates too',
    duplicatesHint:
      'Duplicates are income of the same day and amount, and anything else of the same kind, day and title.',
    check: 'Check',
    again: 'Choose another file',
    busy: 'Too much is being done at once just now. Please reload this page in a few minutes.',
    later:
      'You have looked at files very often within the last hour. Please reload this page later.',
  },
  check: {
    title: 'What would come in',
    lead: 'Everything comes in as private. Refused rows and duplicates are left out.',
    leadAll: 'Everything comes in as private, duplicates too. Refused rows are left out.',
    fresh: 'New',
    duplicates: 'Duplicates',
    refused: 'Refused',
    newStreams: 'New streams: {names}',
    between: ', ',
    moreStreams: '{names} and {more} more',
    apply: 'Import {rows, plural, one {# milestone} other {# milestones}}',
    nothing: 'There is nothing new in this file.',
    tooMany:
      'There is room for {room, plural, one {# more milestone} other {# more milestones}}. Please delete some, or import a smaller file.',
    tooManyKept:
      'There is room for {room, plural, =0 {no more milestones} one {# more milestone} other {# more milestones}}, because deleted ones count too: all together 100,000 fit. Those deleted more than 30 days ago go for good whenever you delete another, up to 1,000 at a time.',
    tooManyStreams:
      'There is room for {room, plural, =0 {no more streams} one {# more stream} other {# more streams}}. Please use the streams you have.',
    date: 'Date',
    what: 'What',
    amount: 'Amount',
    why: 'Why',
    sameAsLine: 'Same as line {line}',
    sameAsStored: 'You have it already',
    problem: '{field}: {reason}',
    problemAt: '{field} “{cell}”: {reason}',
    firstOf: 'The first {shown, number} of {count, number}',
  },
  unreadable: {
    title: 'This file cannot be read',
    'csv-empty': 'There is nothing in it.',
    'csv-encoding':
      'Line {line} has characters that are neither UTF-8 nor Shift_JIS. Please save the file as CSV in UTF-8 and send it again.',
    'csv-mixed':
      'Parts of it are UTF-8 and parts are Shift_JIS; it changes at line {line}. Please save the whole file as UTF-8 and send it again.',
    'csv-quotes':
      'The quotes do not add up at line {line}. A cell with quotes in it is written "like ""this""".',
    'csv-row-too-large':
      'The row that begins at line {line} is too long. Perhaps a quote in it never ends.',
    'csv-too-many-columns': 'Line {line} has more than 50 columns.',
    'csv-too-many-rows':
      'It has more rows than the 20,000 milestones there is room for. Please split it and leave out what you do not need.',
  },
};
