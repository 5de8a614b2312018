import type { Child } from 'hono/jsx';
import type { TokenClaims } from '../../src/features/widget/token-rules.ts';
import type en from '../../src/messages/en/docs.ts';
import type { Translate } from '../../src/messages/translator.ts';
import { widgetSnippet } from '../shared/widget-snippet.ts';
import { CodeBlock } from './code-block.tsx';
import { Coded } from './coded.tsx';
import { SiteFrame, type SiteFrameView } from './site-frame.tsx';

export type RefusalCode = keyof typeof en.widget.codes;

export type WidgetDocsView = SiteFrameView & {
  docs: Translate<'docs'>;
  /** The reader's mall, or a name that stands for it. */
  mall: string;
  /** Without a path. */
  mallUrl: string;
  siteUrl: string;
  consoleUrl: string;
  openApiUrl: string;
  refusals: { code: RefusalCode; status: number }[];
  /** The very files that the tests run. */
  samples: { typescript: string; php: string };
};

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
  const { docs: t } = view;
  return (
    <SiteFrame frame={view} title={`${t('widget.title')} · ${view.t('name')}`} page="site docs">
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
  const { docs: t, mall, siteUrl, consoleUrl, samples } = view;
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
          <a href={consoleUrl}>{t('widget.console')}</a>
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
        {block('HTML', widgetSnippet({ scriptUrl: `${siteUrl}/widget.js`, slug: mall }))}
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
  const { docs: t, mallUrl, siteUrl, openApiUrl, refusals } = view;
  const policy = `script-src ${siteUrl};\nconnect-src 'self' ${mallUrl};\nimg-src ${mallUrl};`;
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
          {refusals.map(({ code, status }) => (
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
          {t('widget.dataText')} <a href={openApiUrl}>{t('widget.openApi')}</a>
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
