/** The shop's word for points where a label begins with it. */
export function capitalisedUnit(unit: string, locale: string): string {
  return unit.charAt(0).toLocaleUpperCase(locale) + unit.slice(1);
}
