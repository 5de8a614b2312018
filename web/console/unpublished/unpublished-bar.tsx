import { Anchor, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { useTranslations } from 'use-intl/react';
import { designPreviewQuery } from '../design/api.ts';
import { ButtonLink } from '../parts/links.tsx';
import { mallHref } from '../session/hosts.ts';
import { useShop } from '../session/session.ts';
import { unpublishedQuery } from './api.ts';
import { keepsRoom, unpublishedOf } from './model.ts';
import './unpublished.css';

/** Over every page while members see something else than the console: how much, a look at it, the way to publish. */
export function UnpublishedBar() {
  const t = useTranslations('unpublished');
  const { me, shop } = useShop();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const enabled = me.role !== 'clerk' && shop.state === 'open';
  const { data } = useQuery({ ...unpublishedQuery, enabled });
  const unpublished = data && enabled && !keepsRoom(path) ? unpublishedOf(data) : null;
  const designed = (data?.design ?? 0) > 0 && unpublished !== null;
  const preview = useQuery({ ...designPreviewQuery, enabled: designed });
  if (unpublished === null) return null;
  return (
    <aside className="unpublishedBar" aria-label={t('label')}>
      <Text fw={600} className="figures">
        {t('count', { count: unpublished.count })}
      </Text>
      <Group gap="xs">
        {designed && preview.data && (
          <Anchor
            href={new URL(preview.data.url, mallHref(shop)).href}
            target="_blank"
            rel="noreferrer"
            className="unpublishedLook"
          >
            {t('preview')}
          </Anchor>
        )}
        {unpublished.at.map((at) => (
          <ButtonLink key={at.to} {...at} size="sm" variant="filled">
            {unpublished.at.length === 1 ? t('publish') : t(at.to === '/design' ? 'design' : 'rewards')}
          </ButtonLink>
        ))}
      </Group>
    </aside>
  );
}
