import { Field } from './field.tsx';
import { MallFrame } from './mall-frame.tsx';
import { ProblemList } from './problem-list.tsx';
import { Mixed, Said, SLOT } from './said.tsx';
import type { FieldState, Frame } from './views.ts';

export type SignInView = {
  step: 'identifier' | 'code';
  /** No text-message provider, no phone: a code that never arrives is worse than no choice. */
  phone: boolean;
  identifier: FieldState;
  code: FieldState;
  /** What the last try was refused for, in words. */
  refusal: string | null;
  /** Path to go back to once signed in. */
  to: string;
};

/** One field, then the code; joining is the same two steps. */
export function SignInPage({ frame, view }: { frame: Frame; view: SignInView }) {
  const { words, shop } = frame;
  const { t } = words;
  const title = t('sign.title', { shop: shop.name });
  return (
    <MallFrame frame={frame} title={title} page="narrow sign-in">
      <h1>
        <Mixed message={t('sign.title', { shop: SLOT })}>
          <Said words={words} text={{ text: shop.name, lang: shop.locale }} />
        </Mixed>
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
  const { identifier, code, refusal } = view;
  return [
    ...(refusal ? [{ field: null, text: refusal }] : []),
    ...(identifier.error ? [{ field: 'identifier', text: identifier.error }] : []),
    ...(code.error ? [{ field: 'code', text: code.error }] : []),
  ];
}

function IdentifierStep({ frame: { words, shop }, view }: { frame: Frame; view: SignInView }) {
  const { t } = words;
  return (
    <>
      <p class="lead">{t('sign.lead')}</p>
      <form class="panel" method="post" action="/sign-in" data-once={t('confirm.waiting')}>
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
        <p class="small">
          <Mixed message={t('sign.consent', { shop: SLOT })}>
            <Said words={words} text={{ text: shop.name, lang: shop.locale }} />
          </Mixed>{' '}
          <a href="/rules">{t('rules')}</a>
        </p>
      </form>
    </>
  );
}

function CodeStep({ frame: { words }, view }: { frame: Frame; view: SignInView }) {
  const { t } = words;
  const hidden = (
    <>
      <input type="hidden" name="to" value={view.to} />
      <input type="hidden" name="identifier" value={view.identifier.value} />
    </>
  );
  return (
    <>
      <p class="lead">{t('sign.codeSent', { identifier: view.identifier.value })}</p>
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
        />
        <button class="button" type="submit">
          {t('sign.verify')}
        </button>
      </form>
      <div class="actions">
        <form method="post" action="/sign-in">
          {hidden}
          <button class="link" type="submit">
            {t('sign.resend')}
          </button>
        </form>
        <a href={`/sign-in?to=${encodeURIComponent(view.to)}`}>{t('sign.change')}</a>
      </div>
    </>
  );
}
