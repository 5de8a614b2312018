import { BagIcon, GiftIcon, ParcelIcon, TicketIcon } from './icons.tsx';
import type { Words } from './words.ts';

export type Receives = 'sent' | 'fetched' | 'shown';

/** The whole idea in three pictures. */
export function HowItWorks({ words: { t, format }, receives }: { words: Words; receives: Receives }) {
  const last = {
    sent: { icon: <ParcelIcon />, text: t('steps.receive') },
    fetched: { icon: <BagIcon />, text: t('pickUp.choose') },
    shown: { icon: <TicketIcon />, text: t('steps.show') },
  };
  const steps = [
    { icon: <BagIcon />, text: t('steps.earn', { unit: format.unit }) },
    { icon: <GiftIcon />, text: t('steps.choose') },
    last[receives],
  ];
  return (
    <section class="how" aria-labelledby="how">
      <h2 id="how">{t('steps.title')}</h2>
      <ol class="steps">
        {steps.map(({ icon, text }) => (
          <li>
            {icon}
            <span>{text}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
