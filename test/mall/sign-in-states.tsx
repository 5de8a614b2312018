/** @jsxImportSource hono/jsx */
import type { Locale } from '../../src/domain/locale.ts';
import { EnterPage } from '../../web/mall/enter.tsx';
import { SignInPage, type SignInView } from '../../web/mall/sign-in.tsx';
import { frame } from './fixtures.ts';

const render = (page: unknown): string => String(page);

const SIGN_IN: Extract<SignInView, { step: 'identifier' }> = {
  step: 'identifier',
  joining: null,
  phone: true,
  identifier: { value: '', error: null },
  ended: null,
  refusal: null,
  to: '/',
};
const CODE: Extract<SignInView, { step: 'code' }> = {
  step: 'code',
  phone: true,
  channel: 'sms',
  news: false,
  sentTo: '+886 912 345 678',
  sent: 'first',
  resendSeconds: 0,
  identifier: '+886912345678',
  code: { value: '', error: null },
  refusal: null,
  to: '/',
};

/** The ways in, in every state. */
export const SIGN_IN_STATES: Record<string, (locale: Locale) => string> = {
  'sign in': (l) => render(<SignInPage frame={frame(l, '/sign-in', { signedIn: false })} view={SIGN_IN} />),
  'sign in by e-mail only, with an error': (l) =>
    render(
      <SignInPage
        frame={frame(l, '/sign-in', { signedIn: false })}
        view={{
          ...SIGN_IN,
          phone: false,
          identifier: { value: 'lin@', error: frame(l, '/').words.t('sign.emailInvalid') },
        }}
      />,
    ),
  'sign in code': (l) => render(<SignInPage frame={frame(l, '/sign-in', { signedIn: false })} view={CODE} />),
  'sign in again after the session ended': (l) =>
    render(
      <SignInPage
        frame={frame(l, '/sign-in', { signedIn: false })}
        view={{ ...SIGN_IN, ended: 'session', to: '/rewards/rwd_tableware/confirm?again' }}
      />,
    ),
  'sign in after a way in that is over': (l) =>
    render(
      <SignInPage
        frame={frame(l, '/sign-in', { signedIn: false })}
        view={{ ...SIGN_IN, ended: 'link', to: '/points' }}
      />,
    ),
  'entering from the shop’s site': (l) =>
    render(
      <EnterPage
        frame={frame(l, '/', { signedIn: false })}
        view={{ ticket: 'a', asks: null, memberName: '林小满' }}
      />,
    ),
  'entering by an unknown way': (l) =>
    render(
      <EnterPage
        frame={frame(l, '/', { signedIn: false })}
        view={{ ticket: 'a', asks: 'unknown_way', memberName: '林小满' }}
      />,
    ),
  'entering as another member': (l) =>
    render(<EnterPage frame={frame(l, '/')} view={{ ticket: 'a', asks: 'another', memberName: '林小满' }} />),
  'sign in code sent again': (l) =>
    render(
      <SignInPage
        frame={frame(l, '/sign-in/code', { signedIn: false })}
        view={{ ...CODE, sent: 'again', code: { value: '', error: '验证码不对，还可试 4 次' } }}
      />,
    ),
  'sign in code sent a moment before': (l) =>
    render(
      <SignInPage
        frame={frame(l, '/sign-in/code', { signedIn: false })}
        view={{ ...CODE, sent: 'before', resendSeconds: 21 }}
      />,
    ),
};
