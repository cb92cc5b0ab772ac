// A ticket as what it says, before any layout. All texts arrive finished, in the language of the ticket.
export type TicketDocument = {
  readonly centreName: string;
  /** "SỐ THỨ TỰ". */
  readonly heading: string;
  readonly number: string;
  readonly serviceName: string;
  /** Counters and zones. */
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
