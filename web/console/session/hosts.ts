/** The host of a mall: the console's own with the shop's name in place of `console`. */
export function mallHost(slug: string, consoleHost: string = window.location.host): string {
  return `${slug}.${consoleHost.replace(/^console\./, '')}`;
}
