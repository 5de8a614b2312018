import { createTranslator } from 'use-intl/core';
import { LOCALES, type Locale } from '../domain/locale.ts';
import type { Catalogue } from './catalogue.ts';
import enDocs from './en/docs.ts';
import enErrors from './en/errors.ts';
import enMail from './en/mail.ts';
import enMall from './en/mall.ts';
import enMember from './en/member.ts';
import { isolatedValues } from './isolated.ts';

import cnDocs from './zh-CN/docs.ts';
import cnErrors from './zh-CN/errors.ts';
import cnMail from './zh-CN/mail.ts';
import cnMall from './zh-CN/mall.ts';
import cnMember from './zh-CN/member.ts';
import twDocs from './zh-TW/docs.ts';
import twErrors from './zh-TW/errors.ts';
import twMail from './zh-TW/mail.ts';
import twMall from './zh-TW/mall.ts';
import twMember from './zh-TW/member.ts';

const english = {
  docs: enDocs,
  errors: enErrors,
  mail: enMail,
  mall: enMall,
  member: enMember,
};

type English = typeof english;

export type Namespace = keyof English;

/** Every message that the Worker says, by language and namespace. The console loads its own: one language a visit. */
export const CATALOGUES: Record<Locale, { [N in Namespace]: Catalogue<English[N]> }> = {
  en: english,
  'zh-CN': { docs: cnDocs, errors: cnErrors, mail: cnMail, mall: cnMall, member: cnMember },
  'zh-TW': { docs: twDocs, errors: twErrors, mail: twMail, mall: twMall, member: twMember },
};

/** Says one namespace in one language; keys and their arguments are typed by the English catalogue. */
export type Translate<N extends Namespace> = ReturnType<typeof createTranslator<English[N]>>;

/**
 * A translator for one namespace, built once per language. A missing key or argument is a bug, not a
 * fallback: it throws, and the catalogue tests keep it from happening.
 */
export function translator<N extends Namespace>(locale: Locale, namespace: N): Translate<N> {
  const found = translators[locale][namespace];
  if (found !== undefined) return found;
  const built = translatorOf<English[N]>(locale, CATALOGUES[locale][namespace] as English[N]);
  translators[locale] = { ...translators[locale], [namespace]: built };
  return built;
}

/** Says a catalogue in its language. What people wrote keeps to itself in a sentence, whatever its direction. */
export function translatorOf<Messages extends object>(locale: Locale, messages: Messages) {
  const say = createTranslator<Messages>({
    locale,
    messages,
    // Times are formatted by format.ts in the shop's zone, never inside a message.
    timeZone: 'UTC',
    onError(error) {
      throw error;
    },
  });
  return new Proxy(say, {
    apply: (target, self, [key, values, ...formats]) =>
      Reflect.apply(target, self, [key, isolatedValues(values), ...formats]),
  });
}

type Cache = { [N in Namespace]?: Translate<N> };

const translators = Object.fromEntries(LOCALES.map((locale) => [locale, {}])) as Record<Locale, Cache>;
