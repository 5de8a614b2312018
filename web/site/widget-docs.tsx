import type { Child } from 'hono/jsx';
import { filledIn } from '../../src/domain/site-page.ts';
import type { TokenClaims } from '../../src/features/widget/token-rules.ts';
import { widgetSnippet } from '../shared/widget-snippet.ts';
import { CodeBlock } from './code-block.tsx';
import { Coded } from './coded.tsx';
import { SESSION_REFUSALS } from './session-refusals.ts';
import { SiteFrame, type SiteView } from './site-frame.tsx';
import type { GuideWords } from './words.ts';

export type WidgetDocsView = SiteView & {
  guide: GuideWords;
  /** The very files that the tests run. */
  samples: { typescript: string; php: string };
};

const ORIGIN = filledIn('origin');
/** The reader's mall, or a name that stands for it. */
const MALL = filledIn('mall');
const MALL_URL = filledIn('mall-url');

/** Every claim that is read, and whether a token needs it. */
const CLAIMS: Record<keyof TokenClaims, 'needed' | 'optional'> = {
  aud: 'needed',
  sub: 'needed',
  jti: 'needed',
  iat: 'needed',
  exp: 'needed',
  nbf: 'optional',
  name: 'optional',
  email: 'optional',
  email_verified: 'optional',
  phone: 'optional',
  phone_verified: 'optional',
  locale: 'optional',
};
const claimNames = Object.keys(CLAIMS) as (keyof TokenClaims)[];

const METHODS = [
  ['identify', 'identify(async ({ mall }) => token)'],
  ['signOut', 'signOut()'],
  ['open', 'open(mall?)'],
  ['close', 'close()'],
  ['on', 'on(event, listener)'],
] as const;
const EVENTS = ['ready', 'open', 'close', 'sign-in-needed', 'redeemed', 'error'];

/** How a merchant's developer puts the widget on her site: what to paste, what to answer, what can go wrong. */
export function WidgetDocsPage({ view }: { view: WidgetDocsView }) {
  const { guide: t } = view;
  return (
    <SiteFrame
      view={view}
      title={`${t('widget.title')} · ${view.t('name')}`}
      description={t('widget.lead')}
      reading
    >
      <h1>{t('widget.title')}</h1>
      <p class="lead">{t('widget.lead')}</p>
      <ol class="guide">
        <Steps view={view} />
      </ol>
      <Reference view={view} />
    </SiteFrame>
  );
}

function Steps({ view }: { view: WidgetDocsView }) {
  const { guide: t, samples } = view;
  const block = (name: string, code: string) => (
    <CodeBlock name={name} code={code} copy={t('widget.copy')} copied={t('widget.copied')} />
  );
  return (
    <>
      <li>
        <h2>{t('widget.allow')}</h2>
        <p>
          <Coded text={t('widget.allowText')} />
        </p>
        <p>
          <a href={`${filledIn('console')}/settings/widget`}>{t('widget.console')}</a>
        </p>
      </li>
      <li>
        <h2>{t('widget.key')}</h2>
        <p>{t('widget.keyText')}</p>
        <dl>
          <Term name="POINTMALL_MALL">{t('widget.mall')}</Term>
          <Term name="POINTMALL_KID">{t('widget.kid')}</Term>
          <Term name="POINTMALL_SECRET">{t('widget.secret')}</Term>
        </dl>
      </li>
      <li>
        <h2>{t('widget.html')}</h2>
        <p>
          <Coded text={t('widget.htmlText')} />
        </p>
        {block('HTML', widgetSnippet({ scriptUrl: `${ORIGIN}/widget.js`, slug: MALL }))}
      </li>
      <li>
        <h2>
          <Coded text={t('widget.server')} />
        </h2>
        <p>
          <Coded text={t('widget.serverText')} />
        </p>
        {block(t('widget.typescript'), samples.typescript)}
        {block(t('widget.php'), samples.php)}
      </li>
    </>
  );
}

function Reference({ view }: { view: WidgetDocsView }) {
  const { guide: t } = view;
  const policy = `script-src ${ORIGIN};\nconnect-src 'self' ${MALL_URL};\nimg-src ${MALL_URL};`;
  return (
    <>
      <Part title={t('widget.token')} text={t('widget.tokenText')}>
        <dl>
          {claimNames.map((claim) => (
            <Term name={claim} note={CLAIMS[claim] === 'optional' ? t('widget.optional') : null}>
              <Coded text={t(`widget.claims.${claim}`)} />
            </Term>
          ))}
        </dl>
      </Part>
      <Part title={t('widget.refusals')} text={t('widget.refusalsText')}>
        <dl>
          {SESSION_REFUSALS.map(({ code, status }) => (
            <Term name={code.replaceAll('_', '-')} note={String(status)}>
              <Coded text={t(`widget.codes.${code}`)} />
            </Term>
          ))}
        </dl>
      </Part>
      <Part title={t('widget.policy')} text={t('widget.policyText')}>
        <CodeBlock
          name="Content-Security-Policy"
          code={policy}
          copy={t('widget.copy')}
          copied={t('widget.copied')}
        />
        <p>
          <Coded text={t('widget.policyNonce')} />
        </p>
      </Part>
      <Part title={t('widget.api')} text={t('widget.apiText')}>
        <dl>
          {METHODS.map(([method, call]) => (
            <Term name={call}>
              {t(`widget.methods.${method}`)}
              {method === 'on' && <Coded text={` ${EVENTS.map((event) => `\`${event}\``).join(' ')}`} />}
            </Term>
          ))}
        </dl>
      </Part>
      <Part title={t('widget.attributes')}>
        <dl>
          <Term name="data-mall">
            <Coded text={t('widget.dataMall')} />
          </Term>
          <Term name="data-locale" note="zh-CN zh-TW en">
            {t('widget.dataLocale')}
          </Term>
          <Term name="data-scheme" note="light dark">
            {t('widget.dataScheme')}
          </Term>
          <Term name="side" note="left">
            <Coded text={t('widget.side')} />
          </Term>
          <Term name="offset" note="72">
            <Coded text={t('widget.offset')} />
          </Term>
        </dl>
      </Part>
      <Part title={t('widget.data')}>
        <p>
          {t('widget.dataText')} <a href={`${ORIGIN}/widget/v1/openapi.json`}>{t('widget.openApi')}</a>
        </p>
      </Part>
    </>
  );
}

function Part({ title, text, children }: { title: string; text?: string; children: Child }) {
  return (
    <section>
      <h2>{title}</h2>
      {text && (
        <p>
          <Coded text={text} />
        </p>
      )}
      {children}
    </section>
  );
}

function Term({ name, note = null, children }: { name: string; note?: string | null; children: Child }) {
  return (
    <div>
      <dt>
        <code>{name}</code> {note && <span class="small">{note}</span>}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
