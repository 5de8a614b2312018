/** How long a password may be; the server says the same. */
export const PASSWORD_CHARACTERS = { min: 8, max: 128 } as const;

export function isPasswordLength({ length }: string): boolean {
  return length >= PASSWORD_CHARACTERS.min && length <= PASSWORD_CHARACTERS.max;
}
