/** Marks that turn the direction of what follows, in the page around the text too: never needed, the page isolates names. */
const DIRECTION_OVERRIDES = /[\u202A-\u202E\u2066-\u2069]/g;
/** More marks on one letter than any script writes: stacked they paint over the lines above and below. */
const STACKED_MARKS = /(\p{Mn}{6})\p{Mn}+/gu;
/** What leaves no trace on a page: spaces of all kinds, joiners, fillers, variation selectors and tags. */
const UNSEEN = /[\p{Z}\p{Cc}\p{Cf}\p{Mn}\u115F\u1160\u3164\uFFA0\u2800]/gu;
/** Of these the ones that mean nothing at the edge of a text; joiners and tags inside an emoji are none. */
const AT_EDGE = /^[\s\u00AD\u061C\u115F\u1160\u180E\u200B-\u200F\u2028\u2029\u2060\u2800\u3164\uFEFF\uFFA0]$/;

/**
 * A text of several lines as somebody wrote it, in any script: composed (NFC), so that two ways of typing
 * one word are one text; without what turns the direction of the text around it; `''` where there is
 * nothing to be seen.
 */
export function writtenText(text: string): string {
  const written = withoutEdges(
    text.replace(DIRECTION_OVERRIDES, '').normalize('NFC').replace(STACKED_MARKS, '$1'),
  );
  return written.replace(UNSEEN, '') === '' ? '' : written;
}

/** The same for a name or anything else that stands on one line: a pasted line end is a space. */
export function writtenLine(text: string): string {
  return writtenText(text.replace(/[\t\n\r\u2028\u2029]+/g, ' '));
}

/** Walked, not matched: an expression tied to the end looks from every character of a wall of spaces. */
function withoutEdges(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && AT_EDGE.test(text.charAt(start))) start += 1;
  while (end > start && AT_EDGE.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
