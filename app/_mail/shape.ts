/** One piece of a letter. Texts are plain; a line's end in one is a line's end in the letter. */
export type Block =
  | { readonly paragraph: string; readonly isSoft?: boolean }
  | { readonly heading: string }
  | { readonly list: readonly string[] }
  | { readonly quote: string }
  | { readonly button: string; readonly href: string }
  | { readonly figures: readonly Figure[] };

export type Figure = { readonly label: string; readonly value: string; readonly note?: string };

export type Letter = {
  readonly title: string;
  /** What lists of mail show beside the subject. */
  readonly preheader?: string;
  readonly blocks: readonly Block[];
  /** Why it came, and how to end it. */
  readonly footer: readonly { readonly text: string; readonly href?: string }[];
};
