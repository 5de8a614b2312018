import { Alert } from '@mantine/core';
import { IconLockOpen } from '@tabler/icons-react';
import { useTranslations } from 'use-intl/react';
import { ButtonLink } from '../parts/links.tsx';
import { useShop } from '../session/session.ts';

/** For a clerk whom a password brought in: her device does not lock itself before it knows her PIN. */
export function KeepDevice() {
  const t = useTranslations('clerk');
  const { me } = useShop();
  if (me.role !== 'clerk' || me.device !== null) return null;
  return (
    <Alert icon={<IconLockOpen size={20} aria-hidden />} color="orange" mb="md" title={t('notKept')}>
      <ButtonLink to="/settings/you" variant="default" mt="xs">
        {t('keepIt')}
      </ButtonLink>
    </Alert>
  );
}
