/**
 * Why a file of so many bytes would not be kept where at most `most` may come. Who is told before it is
 * sent need not wait for it, nor see the connection end on which the answer would have come.
 */
export function sizeRefusal(bytes: number, most: number): 'too-large' | 'empty' | null {
  if (bytes === 0) return 'empty';
  return bytes > most ? 'too-large' : null;
}
