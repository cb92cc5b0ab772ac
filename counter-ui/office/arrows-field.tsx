// Where counters and zones lie as one sees it before a screen: an arrow for each, in the form's text as JSON by id. What has
// none shows, faint, the arrow that applies instead: its zone's, else the counter's own.
import { useState } from 'react';
import type { Arrow } from '../../protocol/device-setup.ts';
import { centreText } from '../../protocol/locales/text-page.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import { language } from '../language.tsx';
import { ArrowPicker } from './arrow-picker.tsx';
import { devicesText as text } from './device-kinds.ts';

type Arrows = Readonly<Record<string, Arrow>>;
type Props = {
  readonly value: string;
  readonly setup: Pick<Setup, 'zones' | 'counters'>;
  readonly change: (value: string) => void;
};

export function ArrowsField({ value, setup: { zones, counters }, change }: Props) {
  const [open, setOpen] = useState<string | null>(null);
  const arrows = JSON.parse(value === '' ? '{}' : value) as Arrows;
  const choose = (id: string, arrow: Arrow | null) => {
    const { [id]: _before, ...others } = arrows;
    change(JSON.stringify(arrow === null ? others : { ...others, [id]: arrow }));
    setOpen(null);
  };
  const picker = (id: string, place: string, instead: Arrow | null) => (
    <ArrowPicker
      {...{ place, instead, arrow: arrows[id] ?? null, isOpen: open === id }}
      toggle={() => setOpen(open === id ? null : id)}
      choose={(arrow) => choose(id, arrow)}
    />
  );
  return (
    <div className="arrow-zones">
      {zones.map((zone) => (
        <section key={zone.id} aria-label={centreText(zone.name, language)}>
          <h3>
            {centreText(zone.name, language)}
            {picker(zone.id, centreText(zone.name, language), null)}
          </h3>
          <ul>
            {counters
              .filter(({ zoneId }) => zoneId === zone.id)
              .map(({ id, number, name, arrow }) => (
                <li key={id} title={centreText(name, language)}>
                  {picker(id, text(language, 'counterNumber', { number }), arrows[zone.id] ?? arrow)}
                  <span>{text(language, 'counterNumber', { number })}</span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
