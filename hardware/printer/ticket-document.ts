// A ticket as what it says, before any layout. All texts arrive finished, in the language of the ticket.
import type { Language } from '../../protocol/ids.ts';

export type TicketDocument = {
  readonly language: Language;
  /** A PNG or SVG picture as a data address. */
  readonly logo: string | null;
  readonly centreName: string;
  /** "SỐ THỨ TỰ". */
  readonly heading: string;
  /** The same in Vietnamese on a ticket of another language, for the officer. */
  readonly headingAlso: string | null;
  readonly number: string;
  readonly serviceName: string;
  readonly serviceNameAlso: string | null;
  /** Counters, then zones with their floors. */
  readonly placeLines: readonly string[];
  readonly aheadText: string;
  readonly estimateText: string | null;
  readonly issuedText: string;
  readonly validityText: string;
  readonly thanksText: string;
  readonly qrText: string;
  /** "In lần 2" on every copy after the first. */
  readonly copyText: string | null;
};
