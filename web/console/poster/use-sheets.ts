import { useQueries, useQuery } from '@tanstack/react-query';
import { createTranslator } from 'use-intl/core';
import { JOIN_SHEETS } from '../../../src/domain/join-source.ts';
import type { Locale } from '../../../src/domain/locale.ts';
import type english from '../../../src/messages/en/console.ts';
import { rewardsQuery } from '../catalogue/api.ts';
import { designQuery, pictureAddress } from '../design/api.ts';
import { loadCatalogue } from '../locale/locale-provider.tsx';
import { programmeQuery } from '../programme/api.ts';
import { useShop } from '../session/session.ts';
import { firstRewardName, type SheetContent, sheetContent } from './model.ts';

export type Sheets = { contents: SheetContent[]; logo: HTMLImageElement | null };

/**
 * Both sheets in a language, by what is published now; undefined until all of it is there. `linkUrl` is
 * the shop's own link that they carry in place of their own codes.
 */
export function useSheets(
  locale: Locale,
  linkUrl: string | null,
): {
  data: Sheets | undefined;
  error: Error | null;
  refetch(): void;
} {
  const { shop } = useShop();
  const [design, programme, rewards] = useQueries({ queries: [designQuery, programmeQuery, rewardsQuery] });
  const words = useQuery({
    queryKey: ['printed-words', locale],
    queryFn: async () => {
      const messages = (await loadCatalogue(locale)) as typeof english;
      return createTranslator({ locale, messages, timeZone: 'UTC' });
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  const logoKey = design.data?.published.logoPictureKey ?? null;
  const logo = useQuery({
    queryKey: ['logo', logoKey],
    queryFn: () => loadPicture(pictureAddress(logoKey)),
    enabled: design.data !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const asked = [design, programme, rewards, words, logo];
  const error = asked.find((each) => each.error !== null && each.data === undefined)?.error ?? null;
  const refetch = () => {
    for (const each of asked) if (each.error !== null) void each.refetch();
  };
  if (!design.data || !programme.data || !rewards.data || !words.data || logo.data === undefined)
    return { data: undefined, error, refetch };
  const t = words.data;
  const bonus = programme.data.live?.signUpBonus ?? 0;
  const rewardName = firstRewardName(bonus, rewards.data.items, {
    locale,
    shopLocale: shop.locale,
    nowMs: Date.now(),
  });
  const { theme } = design.data.published;
  const contents = JOIN_SHEETS.map((sheet) =>
    sheetContent({
      sheet,
      locale,
      theme,
      shop,
      bonus,
      rewardName,
      linkUrl,
      words: (key, values) => t(`poster.print.${key}`, values),
    }),
  );
  return { data: { contents, logo: logo.data }, error: null, refetch };
}

/** A logo that can't be read is left out: the name stands there anyway. */
async function loadPicture(address: string | null): Promise<HTMLImageElement | null> {
  if (address === null) return null;
  const picture = new Image();
  picture.src = address;
  return picture.decode().then(
    () => picture,
    () => null,
  );
}
