import { boundMarks } from '../text';

/** The article's sum: what keeping up with people takes, by three figures a person can guess. */
export const calculatorFields = ['people', 'messages', 'minutes'] as const;
export type CalculatorField = (typeof calculatorFields)[number];

/** Each of the 30 people, 10 messages a day, 1 minute each. */
export const example: Readonly<Record<CalculatorField, string>> = {
  people: '30',
  messages: '10',
  minutes: '1',
};

/** The most of each; whoever needs more has made their point. */
export const calculatorLimits: Readonly<Record<CalculatorField, number>> = {
  people: 10_000,
  messages: 1_000,
  minutes: 600,
};

export type Calculation = {
  /** As typed, or the example where nothing was asked. */
  readonly values: Readonly<Record<CalculatorField, string>>;
  readonly errors: Readonly<Partial<Record<CalculatorField, CalculatorReason>>>;
  /** Minutes a day, to the tenth; null with an error. May be more than a day has. */
  readonly perDay: number | null;
};

export type CalculatorReason = 'required' | 'count-unclear' | 'sum-zero' | 'sum-too-large';

/** Reads the three figures from an address and multiplies them. */
export function calculate(search: Readonly<Record<string, unknown>>): Calculation {
  const isAsked = calculatorFields.some((field) => typeof search[field] === 'string');
  const textOf = (field: CalculatorField) => {
    const text = search[field];
    return typeof text === 'string' ? text.slice(0, 100) : isAsked ? '' : example[field];
  };
  const values = fromFields(textOf);
  const read = fromFields((field) => readFigure(values[field], field));
  const errors = Object.fromEntries(
    Object.entries(read).filter(([, figure]) => typeof figure === 'string'),
  );
  let perDay: number | null = 1;
  for (const figure of Object.values(read)) {
    perDay = perDay === null || typeof figure === 'string' ? null : perDay * figure;
  }
  return { values, errors, perDay: perDay === null ? null : Math.round(perDay * 10) / 10 };
}

function fromFields<T>(of: (field: CalculatorField) => T): Record<CalculatorField, T> {
  return { people: of('people'), messages: of('messages'), minutes: of('minutes') };
}

/** A figure above zero; minutes may have two decimals. Else the reason why not. */
function readFigure(typed: string, field: CalculatorField): number | CalculatorReason {
  const text = boundMarks(typed).normalize('NFKC').replace(/[\s,]/g, '');
  if (text === '') return 'required';
  const shape = field === 'minutes' ? /^\d{1,20}(\.\d{1,2})?$/ : /^\d{1,20}$/;
  if (!shape.test(text)) return 'count-unclear';
  const figure = Number(text);
  if (figure === 0) return 'sum-zero';
  return figure > calculatorLimits[field] ? 'sum-too-large' : figure;
}

/** Whole days and nights in a year that so many minutes a day add up to. */
export function daysAYear(perDay: number): number {
  return Math.round((perDay * 365) / (24 * 60));
}

/** What so many minutes (to the tenth) would bring at `perHour`, minor units, cut. */
export function earnedIn(minutes: number, perHour: bigint): bigint {
  return (perHour * BigInt(Math.round(minutes * 10))) / 600n;
}
