import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { addressOf, ME_KEY, type Me, signOut } from '../session/session.ts';
import { makeShop } from './make-shop.ts';
import { ProposedAddress } from './proposed-address.tsx';
import { rememberedShopName } from './remembered-shop-name.ts';

/** For an account without a shop: sign-up was cut off in between, or she was a colleague and no longer is. */
export function NameForm({ me }: { me: Me }) {
  const t = useTranslations('signUp');
  const client = useQueryClient();
  const [cameWithoutName] = useState(() => rememberedShopName() === '');
  const [name, setName] = useState(rememberedShopName);
  const [tried, setTried] = useState(false);
  const make = useMutation({
    mutationFn: () => makeShop({ name: name.trim(), userId: me.user.id }),
    onSuccess: () => client.invalidateQueries({ queryKey: ME_KEY }),
  });
  return (
    <Stack gap="lg">
      {cameWithoutName && (
        <Alert color="orange" variant="light" title={t('noShopTitle')}>
          <Text c="var(--mantine-color-text)">{t('noShopDetail', { email: addressOf(me) })}</Text>
        </Alert>
      )}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (name.trim() !== '') make.mutate();
        }}
      >
        <Stack>
          <TextInput
            label={t('shopName')}
            required
            maxLength={60}
            autoComplete="organization"
            value={name}
            description={<ProposedAddress name={name} />}
            error={tried && name.trim() === '' ? t('shopNameMissing') : undefined}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <ProblemAlert error={make.error} />
          <Button type="submit" loading={make.isPending}>
            {t('create')}
          </Button>
        </Stack>
      </form>
      <Group justify="space-between">
        <Text c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {t('signedInAs', { email: addressOf(me) })}
        </Text>
        <Button variant="default" onClick={() => void signOut()}>
          {t('signOut')}
        </Button>
      </Group>
    </Stack>
  );
}
