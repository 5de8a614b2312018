/** Which of the shop's own join links the sheets carry; without one they carry their own codes. */
export type PosterSearch = { link?: string };

export function posterSearch({ link }: Record<string, unknown>): PosterSearch {
  return typeof link === 'string' && link !== '' ? { link } : {};
}
