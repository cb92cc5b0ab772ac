// The bytes that a board would be sent, shown while its frame is being written, with examples to begin from. Nothing is
// sent to a board here: that is what the board's own test is for.
import './frame-bytes.css';
import { useEffect, useState } from 'react';
import { ask } from '../../protocol/client/ask.ts';
import { language } from '../language.tsx';
import { type FormValues, devicesText as text } from './device-kinds.ts';
import { jsonText } from './device-values.ts';

const examples = {
  exampleAscii: {
    write: [
      { bytes: '02' },
      { address: 'ascii' },
      { text: 'ascii' },
      { check: 'sum8', from: 1, as: 'hex' },
      { bytes: '03' },
    ],
    answer: [{ bytes: '06' }],
  },
  exampleBcd: { write: [{ address: 'byte' }, { text: 'packed-bcd' }, { check: 'sum8' }] },
  exampleSegments: {
    write: [
      { bytes: 'aa55' },
      { address: 'byte' },
      { text: 'segments', reversed: true },
      { check: 'crc16-modbus', as: 'bytes-low-first' },
    ],
  },
} as const;
const askAfterMs = 250;

export function FrameBytes({
  values,
  takeFrame,
}: {
  values: FormValues;
  takeFrame: (frame: string) => void;
}) {
  const [shownText, setShownText] = useState('A012');
  const [said, setSaid] = useState<{ hex: string | null; wrong: string | null }>({ hex: null, wrong: null });
  const { protocol = '', unitId = '1', digits = '4', frame = '' } = values;
  useEffect(() => {
    const timer = setTimeout(
      () => void bytesOf({ protocol, unitId, digits, frame }, shownText).then(setSaid),
      askAfterMs,
    );
    return () => clearTimeout(timer);
  }, [protocol, unitId, digits, frame, shownText]);
  return (
    <section className="frame-bytes" aria-live="polite">
      {protocol === 'described' && (
        <p className="frame-examples">
          {text(language, 'example')}:
          {(Object.keys(examples) as (keyof typeof examples)[]).map((each) => (
            <button
              key={each}
              type="button"
              className="button"
              onClick={() => takeFrame(jsonText(examples[each]))}
            >
              {text(language, each)}
            </button>
          ))}
        </p>
      )}
      <div className="device-field">
        <label htmlFor="frame-text">{text(language, 'tryText')}</label>
        <input
          id="frame-text"
          value={shownText}
          maxLength={20}
          onChange={(event) => setShownText(event.target.value)}
        />
      </div>
      <h3>{text(language, 'bytes')}</h3>
      {said.hex !== null && <code data-testid="frame-hex">{said.hex.replace(/(..)(?=.)/g, '$1 ')}</code>}
      {said.wrong !== null && <p className="device-wrong">{said.wrong}</p>}
      <small className="device-help">{text(language, 'bytesHelp', { text: shownText, unit: unitId })}</small>
    </section>
  );
}

async function bytesOf({ protocol, unitId, digits, frame }: FormValues, shownText: string) {
  let described: unknown;
  try {
    described = frame === undefined || frame.trim() === '' ? undefined : JSON.parse(frame);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { hex: null, wrong: text(language, 'notJson', { why }) };
  }
  const body = {
    ...{ protocol, unitId: Number(unitId), digits: Number(digits), text: shownText },
    ...(described === undefined ? {} : { frame: described }),
  };
  const asked = await ask<{ hex: string }>('/api/v1/devices/frame-bytes', { method: 'POST', body });
  if (asked.ok) return { hex: asked.body.hex, wrong: null };
  const faults = asked.problem.errors?.map(({ path, message }) => `${path}: ${message}`).join('; ');
  return { hex: null, wrong: faults ?? asked.problem.title };
}
