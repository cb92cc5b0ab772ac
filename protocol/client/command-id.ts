// Identities chosen by a screen. `crypto.randomUUID` is missing on plain http beyond localhost, `getRandomValues` is not.

/** A fresh command id: 24 hexadecimal digits, 96 random bits. */
export function newCommandId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `c${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
