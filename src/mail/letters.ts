import type { Mail } from '../context.ts';
import type { Locale } from '../domain/locale.ts';
import { translator } from '../messages/translator.ts';

/** The code by which a merchant proves her address, typed in the tab where she signs up. */
export function emailCodeLetter(to: string, locale: Locale, code: string, minutes: number): Mail {
  const t = translator(locale, 'mail');
  return {
    to,
    subject: t('emailCode.subject', { code }),
    text: t('emailCode.body', { code, minutes }),
  };
}

/** The code by which a password is set anew. */
export function passwordCodeLetter(to: string, locale: Locale, code: string, minutes: number): Mail {
  const t = translator(locale, 'mail');
  return {
    to,
    subject: t('passwordCode.subject', { code }),
    text: t('passwordCode.body', { code, minutes }),
  };
}

/** Asks someone to join a shop's staff; the link leads to the console, where she signs up or in. */
export function invitationLetter(
  to: string,
  locale: Locale,
  invitation: { shop: string; inviter: string; link: string; days: number },
): Mail {
  const t = translator(locale, 'mail');
  const { shop, inviter, link, days } = invitation;
  return {
    to,
    subject: t('invitation.subject', { shop, inviter }),
    text: t('invitation.body', { shop, inviter, link, days }),
  };
}

/** A member's sign-in code by mail. */
export function signInCodeLetter(to: string, locale: Locale, code: SignInCode): Mail {
  const t = translator(locale, 'mail');
  return {
    to,
    subject: t('signInCode.subject', { code: code.code, shop: code.shop }),
    text: t('signInCode.body', { code: code.code, minutes: code.minutes }),
  };
}

/** The same by text message: one line, that says how long it works and that it is hers alone. */
export function signInCodeMessage(to: string, locale: Locale, { code, shop, minutes }: SignInCode) {
  return { to, text: translator(locale, 'mail')('signInCode.message', { code, shop, minutes }) };
}

type SignInCode = { code: string; shop: string; minutes: number };
