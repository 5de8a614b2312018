import type { Theme } from '../shop.ts';
import type { Banner, HomeBlock } from './design.ts';
import type { DesignContent } from './look.ts';
import { PLAIN_POINTS_ICON, type PointsIcon } from './points-icon.ts';

/** One difference between two designs; the console and the audit log have the words for each. */
export type DesignChange =
  | { kind: 'layout'; to: Theme['layout'] }
  | { kind: 'main' | 'accent'; from: string; to: string }
  | { kind: 'corners'; to: Theme['cornerPixels'] }
  | { kind: 'heading'; to: Theme['heading'] }
  | { kind: 'points_name' }
  | { kind: 'points_icon'; to: PointsIcon }
  | { kind: 'logo' | 'announcement' | 'rules_intro' | FooterPart; how: 'added' | 'changed' | 'removed' }
  | { kind: 'banner'; how: 'added' | 'changed' | 'removed'; place: number }
  | { kind: 'block_shown' | 'block_hidden'; block: HomeBlock }
  | { kind: 'block_order' };

type FooterPart = 'opening_hours' | 'registration_number' | 'wechat' | 'map' | 'links';

/** What of the second design is otherwise than in the first, in the order of the screen; empty where nothing is. */
export function designChanges(from: DesignContent, to: DesignContent): DesignChange[] {
  return [
    ...lookChanges(from, to),
    ...(same(from.pointsName, to.pointsName) ? [] : [{ kind: 'points_name' as const }]),
    ...pointsIconChanges(from, to),
    ...bannerChanges(from.banners, to.banners),
    ...blockChanges(from, to),
    ...footerChanges(from, to),
    ...change('rules_intro', from.rulesIntro, to.rulesIntro),
    ...change('announcement', from.announcement, to.announcement),
  ];
}

function lookChanges({ look: from, ...before }: DesignContent, { look: to, ...after }: DesignContent) {
  const changes: DesignChange[] = [];
  if (from.layout !== to.layout) changes.push({ kind: 'layout', to: to.layout });
  changes.push(...change('logo', before.logoPictureKey, after.logoPictureKey));
  for (const kind of ['main', 'accent'] as const)
    if (from[kind].toUpperCase() !== to[kind].toUpperCase())
      changes.push({ kind, from: from[kind], to: to[kind] });
  if (from.cornerPixels !== to.cornerPixels) changes.push({ kind: 'corners', to: to.cornerPixels });
  if (from.heading !== to.heading) changes.push({ kind: 'heading', to: to.heading });
  return changes;
}

function pointsIconChanges(
  { pointsIcon: from = PLAIN_POINTS_ICON }: DesignContent,
  { pointsIcon: to = PLAIN_POINTS_ICON }: DesignContent,
): DesignChange[] {
  return from === to ? [] : [{ kind: 'points_icon', to }];
}

/** Banners have no names of their own: they are told apart by their place. */
function bannerChanges(from: Banner[], to: Banner[]): DesignChange[] {
  const places = Array.from({ length: Math.max(from.length, to.length) }, (_, place) => place);
  return places.flatMap((place): DesignChange[] => {
    const [before, after] = [from[place], to[place]];
    if (same(before, after)) return [];
    const how = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
    return [{ kind: 'banner', how, place: place + 1 }];
  });
}

function blockChanges({ blocks: from }: DesignContent, { blocks: to }: DesignContent): DesignChange[] {
  const wasShown = new Map(from.map(({ block, shown }) => [block, shown]));
  const turned = to.filter(({ block, shown }) => (wasShown.get(block) ?? true) !== shown);
  const order = (blocks: DesignContent['blocks']) => blocks.map(({ block }) => block);
  return [
    ...turned.map(
      ({ block, shown }): DesignChange => ({ kind: shown ? 'block_shown' : 'block_hidden', block }),
    ),
    ...(same(order(from), order(to)) ? [] : [{ kind: 'block_order' as const }]),
  ];
}

function footerChanges({ footer: from }: DesignContent, { footer: to }: DesignContent): DesignChange[] {
  return [
    ...change('wechat', from.wechatPictureKey, to.wechatPictureKey),
    ...change('opening_hours', from.openingHours, to.openingHours),
    ...change('map', from.mapUrl, to.mapUrl),
    ...change('registration_number', from.registrationNumber, to.registrationNumber),
    ...change('links', from.links, to.links),
  ];
}

function change(
  kind: Extract<DesignChange, { how: string; place?: never }>['kind'],
  from: unknown,
  to: unknown,
): DesignChange[] {
  if (same(from, to)) return [];
  return [{ kind, how: isEmpty(from) ? 'added' : isEmpty(to) ? 'removed' : 'changed' }];
}

function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === 'object' && Object.values(value).every((part) => part === ''));
}

/** Values of JSON, whatever the order of their keys; what is left out is undefined. */
function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const [left, right] = [given(one), given(other)];
  return left.size === right.size && [...left].every(([key, value]) => same(value, right.get(key)));
}

function given(value: object): Map<string, unknown> {
  return new Map(Object.entries(value).filter(([, part]) => part !== undefined));
}
