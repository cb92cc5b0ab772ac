// What boards show and say besides calls, for supervisors: announcements with a live preview, pictures and videos, muted
// zones, the figures of dossiers.
import './notices.css';
import { useState } from 'react';
import type { Role } from '../../protocol/setup-schema.ts';
import { language } from '../language.tsx';
import { OfficeHeader, officeText } from '../office/office-header.tsx';
import { SignedIn } from '../session.tsx';
import { Announcements } from './announcements.tsx';
import { DossierImport } from './dossiers.tsx';
import { Pictures } from './pictures.tsx';
import { ZoneSound } from './sound.tsx';
import { type Centre, noticesText as text, useCentre } from './use-centre.ts';

const parts = ['announcements', 'pictures', 'sound', 'dossiers'] as const;
type Part = (typeof parts)[number];
const readers: readonly Role[] = ['supervisor', 'technician', 'guide'];
const writers: readonly Role[] = ['supervisor', 'technician'];

export function NoticesPage() {
  const centre = useCentre();
  return (
    <SignedIn>
      {({ name, roles }, signOut) => (
        <>
          <OfficeHeader {...{ name, roles, signOut }} />
          {roles.some((role) => readers.includes(role)) ? (
            centre !== null && (
              <Notices centre={centre} mayWrite={roles.some((role) => writers.includes(role))} />
            )
          ) : (
            <main className="office">
              <p>{officeText(language, 'wrongRole')}</p>
            </main>
          )}
        </>
      )}
    </SignedIn>
  );
}

function Notices({ centre, mayWrite }: { centre: Centre; mayWrite: boolean }) {
  const [part, setPart] = useState<Part>('announcements');
  const offered = mayWrite ? parts : (['announcements', 'sound'] as const);
  return (
    <main className="office notices">
      <h1>{officeText(language, 'notices')}</h1>
      <div className="notices-parts">
        {offered.map((each) => (
          <button
            key={each}
            type="button"
            className="button"
            aria-pressed={each === part}
            onClick={() => setPart(each)}
          >
            {text(language, each)}
          </button>
        ))}
      </div>
      {part === 'announcements' && <Announcements centre={centre} mayWrite={mayWrite} />}
      {part === 'pictures' && <Pictures centre={centre} />}
      {part === 'sound' && <ZoneSound centre={centre} />}
      {part === 'dossiers' && <DossierImport centre={centre} />}
    </main>
  );
}
