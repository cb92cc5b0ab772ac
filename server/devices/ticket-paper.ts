// What a ticket's paper says: the semantic document that a printer lays out, in the ticket's language, from the ticket
// and the set-up. Pure: the same ticket gives the same paper.
import type { TicketDocument } from '../../hardware/printer/ticket-document.ts';
import type { Language } from '../../protocol/ids.ts';
import { printEn } from '../../protocol/locales/en/print.ts';
import { printKm } from '../../protocol/locales/km/print.ts';
import { centreText, textPage } from '../../protocol/locales/text-page.ts';
import { printVi } from '../../protocol/locales/vi/print.ts';
import { printZh } from '../../protocol/locales/zh/print.ts';
import type { EstimateView } from '../../protocol/views/view-parts.ts';
import type { Ticket } from '../domain/branch-state.ts';
import type { CentreRules } from '../domain/centre-rules.ts';

const text = textPage(printVi, printEn, { km: printKm, zh: printZh });

export type Paper = {
  readonly ticket: Ticket;
  readonly ahead: number;
  readonly estimate: EstimateView | null;
  readonly copy: number;
  /** The address of the ticket's page, for its code. */
  readonly link: string;
};

export function ticketPaper(
  { ticket, ahead, estimate, copy, link }: Paper,
  rules: CentreRules,
): TicketDocument {
  const { setup } = rules;
  const { language } = ticket;
  const service = rules.services.get(ticket.serviceId);
  const serviceName = service === undefined ? '' : centreText(service.name, language);
  const also = language !== 'vi';
  return {
    ...{ language, logo: setup.centre.logo },
    centreName: centreText(setup.centre.name, language),
    heading: text(language, 'heading'),
    headingAlso: also ? text('vi', 'heading') : null,
    number: ticket.number,
    serviceName,
    // A service that has no name in that language is there in Vietnamese already.
    serviceNameAlso:
      also && service !== undefined && service.name.vi !== serviceName ? service.name.vi : null,
    placeLines: placeLines(ticket, rules),
    aheadText: text(language, ahead === 0 ? 'nobodyAhead' : 'ahead', { ahead }),
    estimateText: estimate === null ? null : estimateText(estimate, language),
    issuedText: issuedText(ticket.issuedAt, setup.centre.timeZone, language),
    validityText: text(language, 'validToday'),
    thanksText: text(language, 'thanks'),
    qrText: link,
    copyText: copy > 1 ? text(language, 'copy', { copy }) : null,
  };
}

/** Where it will be served: the counters that draw from its service, and their zones. */
function placeLines(ticket: Ticket, rules: CentreRules): string[] {
  const { language } = ticket;
  const counters = rules.setup.counters.filter(({ id }) =>
    rules.servicesOf.get(id)?.includes(ticket.serviceId),
  );
  if (counters.length === 0) return [];
  const zones = rules.setup.zones.filter((zone) => counters.some((counter) => counter.zoneId === zone.id));
  const numbers = counters.map((counter) => counter.number).join(', ');
  return [
    text(language, counters.length === 1 ? 'counter' : 'counters', { numbers }),
    zones.map((zone) => zoneText(zone, language)).join(' · '),
  ];
}

/** The zone, and its floor where the name does not say it already. */
function zoneText({ name, floor }: CentreRules['setup']['zones'][number], language: Language): string {
  const zone = centreText(name, language);
  if (floor === null) return zone;
  const saysFloor = (['vi', 'en', language] as const).some((each) =>
    zone.toLocaleLowerCase().includes(text(each, 'floor', { floor }).toLocaleLowerCase()),
  );
  return saysFloor ? zone : `${zone}, ${text(language, 'floor', { floor })}`;
}

/** Low–high in whole minutes, outward, so that the paper promises no more than is known. */
function estimateText({ lowSeconds, highSeconds }: EstimateView, language: Language): string {
  const low = Math.floor(lowSeconds / 60);
  const high = Math.max(low + 1, Math.ceil(highSeconds / 60));
  return text(language, 'estimate', { low, high });
}

function issuedText(at: number, timeZone: string, language: Language): string {
  const format = new Intl.DateTimeFormat('vi-VN', {
    timeZone,
    hourCycle: 'h23',
    ...{ day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  });
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return text(language, 'issued', {
    time: `${part.hour}:${part.minute}`,
    date: `${part.day}/${part.month}/${part.year}`,
  });
}
