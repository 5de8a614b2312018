import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { pickText } from '../../../src/messages/localized-text.ts';
import { useLanguage } from '../locale/locale-provider.tsx';
import { useShop } from '../session/session.ts';
import { memberProfileQuery } from './api.ts';

/** What she said of herself, in small pairs; nothing stands here where she said nothing. */
export function MemberProfile({ memberId }: { memberId: string }) {
  const { locale } = useLanguage();
  const { shop } = useShop();
  const profile = useQuery(memberProfileQuery(memberId));
  const answers = profile.data?.answers ?? [];
  if (answers.length === 0) return null;
  const said = (text: Parameters<typeof pickText>[0]) => pickText(text, locale, shop.locale)?.text ?? '';
  return (
    <Group component="dl" gap="lg" m={0}>
      {answers.map(({ question, answer }) => (
        <div key={said(question)} style={{ overflowWrap: 'anywhere' }}>
          <Text component="dt" size="sm" c="dimmed">
            {said(question)}
          </Text>
          <Text component="dd" m={0}>
            {said(answer)}
          </Text>
        </div>
      ))}
    </Group>
  );
}
