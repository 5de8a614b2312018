import { Button, CopyButton, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCheck, IconCopy, IconExternalLink, IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl/react';
import { ButtonLink } from '../parts/links.tsx';
import { Page } from '../parts/page.tsx';
import { mallHost, mallHref } from '../session/hosts.ts';
import { useShop } from '../session/session.ts';

/** Where the mall is, what of that can be changed, and what can be done where it can't. */
export function DomainPage() {
  const t = useTranslations('domain');
  const settings = useTranslations('settings');
  const { me, shop } = useShop();
  const isOpen = shop.state === 'open';
  return (
    <Page title={settings('domain.title')} back={{ to: '/settings', label: settings('title') }}>
      <Stack maw={680}>
        <Paper withBorder p="lg">
          <Title order={2} size="h5">
            {t('yours')}
          </Title>
          <Text fz={22} fw={650} mt={6} style={{ overflowWrap: 'anywhere' }}>
            {mallHost(shop.slug)}
          </Text>
          <Group mt="md" gap="sm">
            <CopyButton value={shop.mallUrl}>
              {({ copied, copy }) => (
                <Button
                  leftSection={
                    copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />
                  }
                  onClick={copy}
                >
                  {copied ? t('copied') : t('copy')}
                </Button>
              )}
            </CopyButton>
            <Button
              component="a"
              href={mallHref(shop)}
              target="_blank"
              rel="noreferrer"
              variant="default"
              leftSection={<IconExternalLink size={18} aria-hidden />}
            >
              {t('open')}
            </Button>
            <Button
              component={Link}
              to="/poster"
              variant="default"
              leftSection={<IconPrinter size={18} aria-hidden />}
            >
              {t('poster')}
            </Button>
          </Group>
          <Text c="dimmed" mt="md">
            {isOpen ? t('fixed') : t(me.role === 'owner' ? 'untilOpen' : 'untilOpenOwner')}
          </Text>
          {!isOpen && me.role === 'owner' && (
            <ButtonLink to="/start" search={{ step: 'open' }} variant="light" mt="sm">
              {t('change')}
            </ButtonLink>
          )}
        </Paper>
        <Paper withBorder p="lg">
          <Title order={2} size="h5">
            {t('own')}
          </Title>
          <Text mt={6}>{t('ownNotYet')}</Text>
          <Text c="dimmed" mt={4}>
            {t('ownMeanwhile')}
          </Text>
        </Paper>
      </Stack>
    </Page>
  );
}
