import type { Import } from './source-tree.ts';

/** A part of src: the files it consists of and the parts whose values it may import. */
type Layer = { name: string; files: RegExp; mayImport: readonly string[] };

const base = ['domain', 'lib', 'context'] as const;
const clients = ['account face', 'stock face'] as const;

/**
 * index → app → routes → verbs → { queries → db, domain, account and stock clients }. The first
 * layer whose pattern matches a file is the file's. A layer may always import itself.
 */
export const LAYERS: readonly Layer[] = [
  {
    name: 'index',
    files: /^src\/index\.ts$/,
    mayImport: ['app', 'scheduled', 'account', 'stock', 'projection', 'http', ...base],
  },
  {
    name: 'app',
    files: /^src\/app\.tsx?$/,
    mayImport: ['routes', 'pages', 'middleware', 'http', 'messages', 'local', 'db', ...clients, ...base],
  },
  {
    name: 'scheduled',
    files: /^src\/scheduled\.ts$/,
    mayImport: ['verbs', 'http', 'projection', ...base],
  },
  { name: 'domain', files: /^src\/domain\//, mayImport: [] },
  { name: 'messages', files: /^src\/messages\//, mayImport: ['domain'] },
  { name: 'lib', files: /^src\/lib\//, mayImport: ['domain'] },
  { name: 'context', files: /^src\/(config|context)\.ts$/, mayImport: ['domain', 'lib'] },
  {
    name: 'adapters',
    files: /^src\/(mail|sms|stripe)\//,
    mayImport: ['http', 'messages', ...base],
  },
  { name: 'db', files: /^src\/db\//, mayImport: [...base] },
  { name: 'http', files: /^src\/http\//, mayImport: ['db', 'adapters', 'messages', ...clients, ...base] },
  {
    name: 'account face',
    files: /^src\/account\/(contract|client|redemption-steps)\.ts$/,
    mayImport: ['object', 'http', ...base],
  },
  {
    name: 'stock face',
    files: /^src\/stock\/(contract|client)\.ts$/,
    mayImport: ['object', 'http', ...base],
  },
  { name: 'object', files: /^src\/object\//, mayImport: [...base] },
  {
    name: 'account',
    files: /^src\/account\//,
    mayImport: ['object', 'adapters', ...clients, ...base],
  },
  { name: 'stock', files: /^src\/stock\//, mayImport: ['object', ...clients, ...base] },
  { name: 'projection', files: /^src\/projection\//, mayImport: ['object', 'db', ...clients, ...base] },
  {
    name: 'audit',
    files: /^src\/audit\//,
    mayImport: ['object', 'db', 'projection', 'messages', ...clients, ...base],
  },
  {
    name: 'local',
    files: /^src\/local\//,
    mayImport: ['verbs', 'projection', 'http', 'db', ...clients, ...base],
  },
  {
    name: 'pages',
    files: /^src\/features\/[^/]+\/pages\.tsx$/,
    mayImport: ['routes', 'verbs', 'queries', 'http', 'messages', 'web', ...base],
  },
  {
    name: 'routes',
    files: /^src\/features\/[^/]+\/([\w-]+-)?routes\.tsx?$/,
    mayImport: ['pages', 'verbs', 'queries', 'http', 'messages', ...base],
  },
  {
    name: 'middleware',
    files: /^src\/features\/[^/]+\/[\w-]+-middleware\.ts$/,
    mayImport: ['verbs', 'queries', 'http', 'messages', ...base],
  },
  {
    name: 'queries',
    files: /^src\/features\/[^/]+\/(queries\/|([\w-]+-)?queries\.ts$)/,
    mayImport: ['db', 'messages', 'verbs', ...base],
  },
  {
    name: 'verbs',
    files: /^src\/features\//,
    mayImport: ['queries', 'db', 'adapters', 'http', 'messages', ...clients, ...base],
  },
  { name: 'demo', files: /^src\/demo\//, mayImport: ['verbs', 'messages', ...base] },
  { name: 'web', files: /^web\//, mayImport: ['domain', 'messages'] },
];

export const layerOf = (path: string) => LAYERS.find((layer) => layer.files.test(path));

/** Only these say anything to Drizzle; everyone else is given rows. Types are free. */
const DRIZZLE_LAYERS = new Set(['db', 'queries', 'projection', 'audit', 'scheduled']);

/** Why an import may not stand, or null. Types may cross layers, except out of `domain`. */
export function forbiddenBecause({ from, to, typeOnly }: Import): string | null {
  const layer = layerOf(from);
  if (!layer) return null;
  const ours = /^(src|web|scripts|test)\//.test(to);
  if (!ours) {
    const drizzle = /^drizzle-orm/.test(to) && !typeOnly;
    return drizzle && !DRIZZLE_LAYERS.has(layer.name) ? `${layer.name} knows Drizzle` : null;
  }
  const target = layerOf(to);
  if (!target) return `${layer.name} imports ${to}, which stands in no layer`;
  if (target.name === layer.name) return null;
  if (typeOnly && layer.name !== 'domain') return null;
  return layer.mayImport.includes(target.name) ? null : `${layer.name} imports ${target.name}`;
}
