/**
 * A member's number is seven digits and a check digit (Luhn), so that a clerk's slip of one digit or
 * of two neighbours is noticed before anyone's points move.
 */
export function memberNumberOf(sevenDigits: number): string {
  const body = String(sevenDigits).padStart(7, '0');
  if (!/^\d{7}$/.test(body)) throw new RangeError(`not seven digits: ${sevenDigits}`);
  return body + checkDigit(body);
}

export function isMemberNumber(text: string): boolean {
  return /^\d{8}$/.test(text) && text[7] === checkDigit(text.slice(0, 7));
}

function checkDigit(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}
