import { Field } from './field.tsx';
import { MallFrame } from './mall-frame.tsx';
import { JoinLine, type JoinOffer } from './member-card.tsx';
import { memberWords } from './member-words.ts';
import { ProblemList } from './problem-list.tsx';
import { Mixed, Said, SLOT } from './said.tsx';
import type { FieldState, Frame } from './views.ts';

/** `to` is the path to go back to once signed in; `refusal` what the last try was refused for, in words. */
export type SignInView =
  | {
      step: 'identifier';
      /** No text-message provider, no phone: a code that never arrives is worse than no choice. */
      phone: boolean;
      identifier: FieldState;
      /** Why she has to sign in: her session ended and what she typed is kept, or the way in that she was given is over. */
      ended: 'session' | 'link' | null;
      refusal: string | null;
      /** She scanned the shop's joining code; `trial` is the owner's own, that counts or is over. */
      joining: { offer: JoinOffer | null; trial: 'on' | 'over' | null } | null;
      to: string;
    }
  | {
      step: 'code';
      phone: boolean;
      /** How the code went there: the shop's news may come the same way, where she ticks it. */
      channel: 'email' | 'sms';
      /** Whether she ticked it before a code that was wrong. */
      news: boolean;
      /** Where the code went, as the address was understood. */
      sentTo: string;
      /** Just now, once more on request, or a moment before this was asked. */
      sent: 'first' | 'again' | 'before';
      /** How long it takes until another may be asked for, where it was sent before. */
      resendSeconds: number;
      identifier: string;
      code: FieldState;
      refusal: string | null;
      to: string;
    };

/** One field, then the code; joining is the same two steps. */
export function SignInPage({ frame, view }: { frame: Frame; view: SignInView }) {
  const { words, shop } = frame;
  const { t } = words;
  // Whoever joins and whoever comes again type the same code: the step names neither.
  const heading = view.step === 'code' ? 'sign.codeTitle' : view.joining ? 'join.title' : 'sign.title';
  const title = t(heading, { shop: shop.name });
  return (
    <MallFrame
      frame={frame}
      title={title}
      page="narrow sign-in"
      keeps={view.step === 'identifier' ? 'typed' : undefined}
    >
      <h1>
        {view.step === 'code' ? (
          title
        ) : (
          <Mixed message={t(heading, { shop: SLOT })}>
            <Said words={words} text={{ text: shop.name, lang: shop.locale }} />
          </Mixed>
        )}
      </h1>
      <ProblemList title={t('confirm.problems')} problems={problemsOf(view)} />
      {view.step === 'identifier' ? (
        <IdentifierStep frame={frame} view={view} />
      ) : (
        <CodeStep frame={frame} view={view} />
      )}
    </MallFrame>
  );
}

function problemsOf(view: SignInView) {
  const field = view.step === 'code' ? view.code : view.identifier;
  return [
    ...(view.refusal ? [{ field: null, text: view.refusal }] : []),
    ...(field.error ? [{ field: view.step, text: field.error }] : []),
  ];
}

type StepProps<Step extends SignInView['step']> = {
  frame: Frame;
  view: Extract<SignInView, { step: Step }>;
};

function IdentifierStep({ frame: { words, shop }, view }: StepProps<'identifier'>) {
  const { t } = words;
  const m = memberWords(words);
  return (
    <>
      {view.ended && (
        <p class="notice" role="status">
          {t(view.ended === 'session' ? 'sign.ended' : 'sign.linkEnded')}
        </p>
      )}
      {view.joining?.trial && (
        <p class="notice" role="status">
          {t(view.joining.trial === 'on' ? 'join.trial' : 'join.trialOver')}
        </p>
      )}
      {view.joining?.offer ? (
        <p class="join-offer">
          <JoinLine words={words} offer={view.joining.offer} />
        </p>
      ) : (
        <p class="lead">{t('sign.lead')}</p>
      )}
      <form id="typed" class="panel" method="post" action="/sign-in" data-once={t('confirm.waiting')}>
        <input type="hidden" name="to" value={view.to} />
        <Field
          name="identifier"
          label={t(view.phone ? 'sign.identifierBoth' : 'sign.identifierEmail')}
          state={view.identifier}
          type={view.phone ? 'text' : 'email'}
          inputmode={view.phone ? 'text' : 'email'}
          autocomplete={view.phone ? 'username' : 'email'}
          maxlength={254}
          hint={t('sign.identifierHint')}
          required
          wide
        />
        <button class="button" type="submit">
          {t('sign.send')}
        </button>
        <p class="small consent">
          <Mixed message={m('sign.consent', { shop: SLOT, terms: SLOT, privacy: SLOT })}>
            <Said words={words} text={{ text: shop.name, lang: shop.locale }} />
            <a href="/terms">{m('sign.consentTerms')}</a>
            <a href="/privacy">{m('sign.consentPrivacy')}</a>
          </Mixed>
        </p>
      </form>
    </>
  );
}

function CodeStep({ frame: { words }, view }: StepProps<'code'>) {
  const { t } = words;
  const hidden = (
    <>
      <input type="hidden" name="to" value={view.to} />
      <input type="hidden" name="identifier" value={view.identifier} />
    </>
  );
  return (
    <>
      {view.sent !== 'first' && !view.refusal && (
        <p class="notice" role="status">
          {view.sent === 'again'
            ? t('sign.sentAgain')
            : t('sign.sentBefore', { seconds: view.resendSeconds })}
        </p>
      )}
      <p class="lead">{t('sign.codeSent', { identifier: view.sentTo })}</p>
      <form class="panel" method="post" action="/sign-in/code" data-once={t('confirm.waiting')}>
        {hidden}
        <Field
          name="code"
          label={t('sign.code')}
          state={view.code}
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength={12}
          hint={t('sign.codeHint')}
          required
          wide
          focus
        />
        <div class="tick">
          <input id="news" name="news" type="checkbox" value={view.channel} checked={view.news} />
          <label for="news">{memberWords(words)(`sign.news.${view.channel}`)}</label>
        </div>
        <button class="button" type="submit">
          {t('sign.verify')}
        </button>
      </form>
      <div class="actions">
        <form method="post" action="/sign-in" data-once={t('confirm.waiting')}>
          {hidden}
          <input type="hidden" name="again" value="yes" />
          <button class="link" type="submit">
            {t('sign.resend')}
          </button>
        </form>
        <a href={`/sign-in?to=${encodeURIComponent(view.to)}`}>
          {t(view.phone ? 'sign.change' : 'sign.changeEmail')}
        </a>
      </div>
    </>
  );
}
