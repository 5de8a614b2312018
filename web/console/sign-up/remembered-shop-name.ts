const STORED_UNDER = 'pointmall.console.shop-name';

/** Keeps the name typed on the first screen for the second, across a refresh of this tab. */
export function rememberShopName(name: string): void {
  sessionStorage.setItem(STORED_UNDER, name);
}

export function rememberedShopName(): string {
  return sessionStorage.getItem(STORED_UNDER) ?? '';
}
