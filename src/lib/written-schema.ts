import { z } from '@hono/zod-openapi';
import { writtenLine, writtenText } from './written-text.ts';

/** People's words in any script, kept as `writtenText` says; `.min(1)` also refuses what can't be seen. */
export const written = (charactersMax: number) => z.string().overwrite(writtenText).max(charactersMax);

/** Words on one line: names, titles, numbers of receipts. A pasted line end is a space. */
export const writtenOnLine = (charactersMax: number) =>
  z
    .string()
    .overwrite(writtenLine)
    .max(charactersMax)
    .regex(/^\P{Cc}*$/u, 'control_character');

/** An identifier of somebody else's, character by character, in one normal form: it is compared. */
export const composed = (charactersMax: number) =>
  z
    .string()
    .min(1)
    .max(charactersMax)
    .overwrite((text) => text.normalize('NFC'));
