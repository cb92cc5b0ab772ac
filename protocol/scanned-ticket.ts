// Whether a scanned code is a ticket's: the code on the paper leads to the ticket's page, `…/t/<id>`; a bare number is one
// that somebody has printed otherwise. Pure.

/** The ticket's id or its number; null for a code of something else. */
export function ticketOfScan(text: string): { ticketId: string } | { number: string } | null {
  const link = /^\S*\/t\/([A-Za-z0-9][A-Za-z0-9._-]{0,63})$/.exec(text.trim())?.[1];
  if (link !== undefined) return { ticketId: link };
  const number = text.trim().toUpperCase();
  return /^[A-Z0-9]{0,2}\d{1,4}$/.test(number) ? { number } : null;
}
