import { isSlice, type Slice } from '@/lib/record/public';

/** `?year=2024&page=2`; null when they ask for what cannot be. */
export function readSlice(query: URLSearchParams): Slice | null {
  const number = (name: string) => {
    const typed = query.get(name);
    return typed === null ? undefined : /^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN;
  };
  const slice = { year: number('year'), page: number('page') };
  return isSlice(slice) ? slice : null;
}
