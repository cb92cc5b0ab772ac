// Puts the dossier's code where the officer can paste it. The browser's clipboard is only there on https and on the machine
// itself; elsewhere the old way is taken.
import type { CounterView } from '../../protocol/views/counter-view.ts';
import { language } from '../language.tsx';
import { counterText } from './counter-text.ts';
import type { Operator } from './use-operator.ts';

export function copyDossier({ ticket }: CounterView, operator: Pick<Operator, 'say'>): void {
  const code = ticket?.dossierCode ?? null;
  if (code === null) return;
  void copied(code).then((done) =>
    operator.say(done ? counterText(language, 'copied', { code }) : counterText(language, 'notCopied')),
  );
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  }
}
