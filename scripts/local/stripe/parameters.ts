import { invalid } from './error.ts';

type Value = string | Values;
type Values = { [name: string]: Value };

const METADATA_KEYS_MAX = 50;
const METADATA_KEY_CHARACTERS_MAX = 40;
const METADATA_VALUE_CHARACTERS_MAX = 500;

/** The nested values of a form or query such as `line_items[0][quantity]=1`. */
function nested(form: URLSearchParams): Values {
  const root: Values = Object.create(null);
  for (const [name, value] of form) {
    const path = name.split(/[[\]]+/).filter((part) => part !== '');
    const last = path.pop() ?? '';
    let place = root;
    for (const part of path) {
      const inner = place[part];
      const next: Values = typeof inner === 'object' ? inner : Object.create(null);
      place[part] = next;
      place = next;
    }
    place[last] = value;
  }
  return root;
}

/**
 * A request's parameters, read by name and type. `finish` refuses what nobody asked for, so that a
 * parameter which the stand-in does not know is never silently without effect.
 */
export class Parameters {
  readonly #values: Values;
  readonly #path: string;
  readonly #read = new Set<string>();
  readonly #inner: Parameters[] = [];

  private constructor(values: Values, path: string) {
    this.#values = values;
    this.#path = path;
  }

  static of(form: URLSearchParams): Parameters {
    return new Parameters(nested(form), '');
  }

  name(name: string): string {
    return this.#path === '' ? name : `${this.#path}[${name}]`;
  }

  string(name: string, charactersMax = 5000): string | undefined {
    const value = this.#take(name);
    if (value === undefined || value === '') return undefined;
    if (typeof value !== 'string') throw invalid(`Invalid string: ${this.name(name)}`, this.name(name));
    if (value.length > charactersMax) {
      throw invalid(`Invalid string: ${this.name(name)} is longer than ${charactersMax}`, this.name(name));
    }
    return value;
  }

  required(name: string, charactersMax?: number): string {
    return this.string(name, charactersMax) ?? this.#refuseMissing(name);
  }

  integer(name: string): number | undefined {
    const text = this.string(name);
    if (text === undefined) return undefined;
    const value = Number(text);
    if (!/^-?\d+$/.test(text) || !Number.isSafeInteger(value)) {
      throw invalid(`Invalid integer: ${text}`, this.name(name), 'parameter_invalid_integer');
    }
    return value;
  }

  requiredInteger(name: string): number {
    return this.integer(name) ?? this.#refuseMissing(name);
  }

  boolean(name: string): boolean | undefined {
    const text = this.string(name);
    if (text !== undefined && text !== 'true' && text !== 'false') {
      throw invalid(`Invalid boolean: ${text}`, this.name(name));
    }
    return text === undefined ? undefined : text === 'true';
  }

  oneOf<Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined {
    const text = this.string(name);
    const chosen = choices.find((choice) => choice === text);
    if (text === undefined || chosen !== undefined) return chosen;
    throw invalid(`Invalid ${this.name(name)}: must be one of ${choices.join(', ')}`, this.name(name));
  }

  url(name: string): string | undefined {
    const text = this.string(name);
    if (text !== undefined && !/^https?:$/.test(URL.canParse(text) ? new URL(text).protocol : '')) {
      throw invalid('Not a valid URL', this.name(name), 'url_invalid');
    }
    return text;
  }

  metadata(name = 'metadata'): Record<string, string> {
    const entries = Object.entries(this.#object(name) ?? {});
    if (entries.length > METADATA_KEYS_MAX) throw invalid('Metadata holds too many keys', this.name(name));
    for (const [key, value] of entries) {
      const fits =
        key.length <= METADATA_KEY_CHARACTERS_MAX &&
        typeof value === 'string' &&
        value.length <= METADATA_VALUE_CHARACTERS_MAX;
      if (!fits) throw invalid(`Metadata of ${key} is too long or no text`, this.name(name));
    }
    return Object.fromEntries(entries) as Record<string, string>;
  }

  inner(name: string): Parameters | undefined {
    const values = this.#object(name);
    if (!values) return undefined;
    const inner = new Parameters(values, this.name(name));
    this.#inner.push(inner);
    return inner;
  }

  /** The items of a list whose items are objects. */
  items(name: string): Parameters[] {
    const list = this.inner(name);
    return list ? Object.keys(list.#values).flatMap((index) => list.inner(index) ?? []) : [];
  }

  /** A list of texts. */
  texts(name: string): string[] {
    const list = this.inner(name);
    return list ? Object.keys(list.#values).map((index) => list.required(index)) : [];
  }

  /** Whether a value was given that is a plain text rather than an object. */
  isText(name: string): boolean {
    return typeof this.#values[name] === 'string';
  }

  given(name: string): boolean {
    return name in this.#values;
  }

  /** Refuses every parameter that was not read. */
  finish(): void {
    const unknown = Object.keys(this.#values).find((name) => !this.#read.has(name));
    if (unknown !== undefined) {
      const name = this.name(unknown);
      throw invalid(`Received unknown parameter: ${name}`, name, 'parameter_unknown');
    }
    for (const inner of this.#inner) inner.finish();
  }

  #take(name: string): Value | undefined {
    this.#read.add(name);
    return this.#values[name];
  }

  #object(name: string): Values | undefined {
    const value = this.#take(name);
    if (value === undefined || value === '') return undefined;
    if (typeof value === 'string') throw invalid('Invalid object', this.name(name));
    return value;
  }

  #refuseMissing(name: string): never {
    throw invalid(`Missing required param: ${this.name(name)}.`, this.name(name), 'parameter_missing');
  }
}
