import { isolated } from '../../src/messages/isolated.ts';

/** Puts values into a message. The widget's messages hold plain `{name}`s alone: no parser is loaded. */
export function fill(message: string, values: Readonly<Record<string, string>>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name) => isolated(values[name] ?? whole));
}

/** A message in two parts, before and after a value that is no plain text. */
export function around(message: string, name: string): [string, string] {
  const [before = '', after = ''] = message.split(`{${name}}`);
  return [before, after];
}
