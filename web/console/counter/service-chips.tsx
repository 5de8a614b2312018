import { Chip, Group } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import { isolated } from '../../../src/messages/isolated.ts';
import { pickText } from '../../../src/messages/localized-text.ts';
import { useLanguage } from '../locale/locale-provider.tsx';
import { useShop } from '../session/session.ts';
import type { Counter } from './api.ts';

type Props = {
  services: Counter['services'];
  chosen: string | null;
  onChoose: (service: string | null) => void;
};

/** What she came for; pressed again it is none. */
export function ServiceChips({ services, chosen, onChoose }: Props) {
  const t = useTranslations('counter');
  const { locale } = useLanguage();
  const { shop } = useShop();
  if (services.length === 0) return null;
  return (
    <Group gap="xs" wrap="nowrap" className="counterChips" role="group" aria-label={t('visitFor')}>
      {services.map(({ id, names }) => (
        <Chip key={id} checked={chosen === id} onChange={(on) => onChoose(on ? id : null)}>
          {isolated(pickText(names, locale, shop.locale)?.text ?? id)}
        </Chip>
      ))}
    </Group>
  );
}
