import { Document } from './document.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { MallFrame } from './mall-frame.tsx';
import type { Assets, Frame } from './views.ts';
import type { Words } from './words.ts';

export type MessageView = {
  title: string;
  text: string;
  requestId: string | null;
  action: { href: string; label: string } | null;
  /** Stands for a form whose sending was cut off: the action leads back to it. */
  lost?: boolean;
};

/** A page that only says something, inside a shop's mall: not found, failed, try again. */
export function MessagePage({ frame, view }: { frame: Frame; view: MessageView }) {
  return (
    <MallFrame frame={frame} title={view.title} page="narrow message">
      <Message words={frame.words} view={view} />
    </MallFrame>
  );
}

type PlainProps = { words: Words; assets: Assets; path: string; view: MessageView };

/** The same where no shop stands behind the host, or it can't be read: no shop's name or look. */
export function PlainMessagePage({ words, assets, path, view }: PlainProps) {
  return (
    <Document locale={words.locale} title={view.title} assets={assets} page="mall narrow message">
      <main id="main">
        <Message words={words} view={view} />
      </main>
      <footer class="foot">
        <LanguageSwitch current={words.locale} path={path} label={words.t('language')} />
      </footer>
    </Document>
  );
}

function Message({ words, view }: { words: Words; view: MessageView }) {
  return (
    <div class="empty" data-lost={view.lost ? '' : undefined}>
      <h1>{view.title}</h1>
      <p>{view.text}</p>
      {view.requestId && <p class="small">{words.t('fault.reference', { requestId: view.requestId })}</p>}
      {view.action && (
        <a class="button" href={view.action.href}>
          {view.action.label}
        </a>
      )}
    </div>
  );
}
