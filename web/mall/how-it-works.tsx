import { BagIcon, GiftIcon, ParcelIcon } from './icons.tsx';
import type { Words } from './words.ts';

/** The whole idea in three pictures. */
export function HowItWorks({ words: { t, format } }: { words: Words }) {
  const steps = [
    { icon: <BagIcon />, text: t('steps.earn', { unit: format.unit }) },
    { icon: <GiftIcon />, text: t('steps.choose') },
    { icon: <ParcelIcon />, text: t('steps.receive') },
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
