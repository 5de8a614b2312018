import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl/react';
import { numberOf } from '../../../src/domain/redemption/redemption-number.ts';
import { rewardsQuery } from '../catalogue/api.ts';
import { useRewardName } from '../catalogue/use-reward-name.ts';
import { memberName, spacedNumber } from '../members/model.ts';
import { useLineWords } from '../redemptions/use-line-words.ts';
import { useShop } from '../session/session.ts';
import { settingsQuery } from '../settings/api.ts';
import { foundMembersQuery, foundRedemptionsQuery } from './api.ts';
import { ASKS_FROM_CHARACTERS, fitting } from './model.ts';
import { placesFor } from './places.ts';

/** One line to choose: what it is called, what stands beside it, and where it leads. */
export type FoundLine = {
  id: string;
  group: 'members' | 'redemptions' | 'rewards' | 'places';
  name: string;
  detail: string;
  leads:
    | { to: '/members/$memberId'; params: { memberId: string } }
    | { to: '/redemptions/$memberId/$redemptionId'; params: { memberId: string; redemptionId: string } }
    | { to: '/rewards/$rewardId'; params: { rewardId: string } }
    | { to: ReturnType<typeof placesFor>[number]['to'] };
};

/** What fits the typed text, of members, redemptions, rewards, and of screens and settings by their names. */
export function useFound(typed: string): { lines: FoundLine[]; pending: boolean; failed: boolean } {
  const t = useTranslations('search');
  const redemptions = useTranslations('redemptions');
  const { me } = useShop();
  const rewardName = useRewardName();
  const lineWords = useLineWords();
  const text = typed.trim();
  const asks = { enabled: text.length >= ASKS_FROM_CHARACTERS, placeholderData: keepPreviousData };
  const members = useQuery({ ...foundMembersQuery(text), ...asks });
  const found = useQuery({ ...foundRedemptionsQuery(text), ...asks });
  const rewards = useQuery(rewardsQuery);
  const settings = useQuery(settingsQuery);
  const places = fitting(
    text,
    placesFor(me.role ?? 'clerk', settings.data?.developers ?? false),
    ({ name }) => ({
      name: t(`places.${name}.name`),
      also: t(`places.${name}.also`),
    }),
  );
  const fittingRewards = fitting(text, rewards.data?.items ?? [], (reward) => ({
    name: rewardName(reward),
    also: Object.values(reward.draft.names).join(' '),
  }));
  const lines: FoundLine[] = [
    ...(asks.enabled ? (members.data?.items ?? []) : []).map(
      (member): FoundLine => ({
        ...{ id: member.id, group: 'members', name: memberName(member) ?? spacedNumber(member.number) },
        detail: [member.phone, spacedNumber(member.number)].filter(Boolean).join(' · '),
        leads: { to: '/members/$memberId', params: { memberId: member.id } },
      }),
    ),
    ...(asks.enabled ? (found.data?.items ?? []) : []).map(
      (redemption): FoundLine => ({
        ...{ id: redemption.id, group: 'redemptions', name: numberOf(redemption.id) },
        detail: redemption.lines.map(lineWords).join(redemptions('listComma')),
        leads: {
          to: '/redemptions/$memberId/$redemptionId',
          params: { memberId: redemption.memberId, redemptionId: redemption.id },
        },
      }),
    ),
    ...fittingRewards.map(
      (reward): FoundLine => ({
        ...{ id: reward.id, group: 'rewards', name: rewardName(reward), detail: '' },
        leads: { to: '/rewards/$rewardId', params: { rewardId: reward.id } },
      }),
    ),
    ...places.map(
      (place): FoundLine => ({
        ...{ id: place.name, group: 'places', name: t(`places.${place.name}.name`), detail: '' },
        leads: { to: place.to },
      }),
    ),
  ];
  const pending = asks.enabled && (members.isPending || found.isPending || rewards.isPending);
  return { lines, pending, failed: members.isError || found.isError || rewards.isError };
}
