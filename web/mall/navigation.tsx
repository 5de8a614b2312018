import { EarnIcon, HomeIcon, OrdersIcon } from './icons.tsx';
import { PersonIcon } from './member-icons.tsx';
import { memberWords } from './member-words.ts';
import type { Frame } from './views.ts';

/** Four places to go: at the thumb on a phone, at the top from 768 px on. */
export function Navigation({ frame: { words, path, closing } }: { frame: Frame }) {
  const { t, format } = words;
  // Of a shop that has closed, what is the member's own is left.
  const shelves = [
    { href: '/', label: t('home'), icon: <HomeIcon /> },
    { href: '/earn', label: t('earn', { unit: format.unit }), icon: <EarnIcon /> },
  ];
  const items = [
    ...(closing?.isOver ? [] : shelves),
    { href: '/redemptions', label: t('orders'), icon: <OrdersIcon /> },
    { href: '/me', label: memberWords(words)('me.title'), icon: <PersonIcon /> },
  ];
  const here = path.split('?')[0] ?? '';
  return (
    <nav class="tabs" aria-label={t('navigation')}>
      {items.map(({ href, label, icon }) => (
        <a href={href} aria-current={currentOf(href, here)}>
          {icon}
          <span>{label}</span>
        </a>
      ))}
    </nav>
  );
}

/** The place itself, or the one that this page was opened from: her points and all below her are hers. */
function currentOf(href: string, here: string): 'page' | 'true' | undefined {
  if (href === here) return 'page';
  const within = here.startsWith(`${href}/`) || (href === '/me' && here.startsWith('/points'));
  return href !== '/' && within ? 'true' : undefined;
}
