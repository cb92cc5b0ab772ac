// Who may see a page of supervision; the server refuses its data to everybody else besides.
import './supervisor.css';
import type { ReactNode } from 'react';
import type { Role } from '../../protocol/setup-schema.ts';
import { say } from './supervisor-text.ts';

/** Shows a page to those whose role it is, a sentence to others. */
export function Readers({
  roles,
  may,
  children,
}: {
  roles: readonly Role[];
  may: readonly Role[];
  children: ReactNode;
}) {
  if (roles.some((role) => may.includes(role))) return <main className="floor">{children}</main>;
  return (
    <main className="floor">
      <p role="alert">{say('wrongRole')}</p>
    </main>
  );
}
