import { Drawer, Group, Stack, Text } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import { AnchorLink } from '../parts/links.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { RedemptionDetail, useRedemption } from './redemption-detail.tsx';
import { StateBadge } from './state-badge.tsx';
import { useLineWords } from './use-line-words.ts';

type Name = { memberId: string; redemptionId: string };

/** One redemption beside the list that it was opened from: the list keeps its place. */
export function RedemptionDrawer({ name, onClose }: { name: Name | null; onClose: () => void }) {
  const common = useTranslations('common');
  return (
    <Drawer.Root opened={name !== null} onClose={onClose} position="right" size="lg" padding="lg">
      <Drawer.Overlay backgroundOpacity={0.25} />
      <Drawer.Content>{name && <Content name={name} closeLabel={common('close')} />}</Drawer.Content>
    </Drawer.Root>
  );
}

function Content({ name, closeLabel }: { name: Name; closeLabel: string }) {
  const t = useTranslations('redemptions');
  const lineWords = useLineWords();
  const redemption = useRedemption(name.memberId, name.redemptionId);
  const { data } = redemption;
  return (
    <>
      {/* Not the drawer's own header: beside the page's it would be a second banner. */}
      <Group justify="space-between" wrap="nowrap" px="lg" pt="lg" pb="xs">
        <Drawer.Title fw={650} fz="lg">
          {data ? data.lines.map(lineWords).join(t('listComma')) : t('one')}
        </Drawer.Title>
        <Drawer.CloseButton aria-label={closeLabel} />
      </Group>
      <Drawer.Body>
        <Stack gap="lg">
          <Group justify="space-between">
            {data ? <StateBadge state={data.state} /> : <Text c="dimmed">…</Text>}
            <AnchorLink to="/redemptions/$memberId/$redemptionId" params={name}>
              {t('ownPage')}
            </AnchorLink>
          </Group>
          <Loadable query={redemption} rows={3} rowHeight={120}>
            {(shown) => <RedemptionDetail redemption={shown} columns={1} />}
          </Loadable>
        </Stack>
      </Drawer.Body>
    </>
  );
}
