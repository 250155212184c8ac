import { fold } from '@/lib/text';

/** One thing the menu leads to. */
export type Command = {
  /** Null: the button that signs out. */
  readonly href: string | null;
  readonly label: string;
  /** All it is found by: its names in both languages, their readings, what else people call it. */
  readonly words: string;
};

/**
 * The commands that hold every word of `typed`, in their order; width, case and kana do not matter.
 * Nothing typed: all of them.
 */
export function matching(commands: readonly Command[], typed: string): readonly Command[] {
  const asked = fold(typed.slice(0, 1_000)).split(' ').filter(Boolean);
  return commands.filter(({ words }) => {
    const known = fold(words);
    return asked.every((word) => known.includes(word));
  });
}
