// A number that is being typed, with its label: what stands there may be empty on the way, the caller is told what it would
// be.
import { useState } from 'react';

type Props = {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly change: (value: number) => void;
};

export function NumberInput({ label, value, min, max, change }: Props) {
  const [typed, setTyped] = useState(String(value));
  return (
    <label>
      {label}
      <input
        {...{ type: 'number', min, max }}
        value={Number(typed) === value ? typed : String(value)}
        onChange={(event) => {
          setTyped(event.target.value);
          change(Number(event.target.value));
        }}
      />
    </label>
  );
}
