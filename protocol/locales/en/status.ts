// The status television.
import type { statusVi } from '../vi/status.ts';

export const statusEn: Record<keyof typeof statusVi, string> = {
  title: 'How dossiers are progressing',
  period: 'From {from} to {to}',
  noFigures: 'No figures of dossiers yet.',
  received: 'Received',
  solved: 'Solved',
  inTime: 'In time',
  open: 'In progress',
  late: 'Overdue',
  department: 'Department',
  total: 'Total',
  waiting: 'Waiting by department',
  people: '{count} people',
  longest: 'longest wait {minutes} min',
  satisfaction: 'Satisfaction today',
  satisfied: 'satisfied',
  ofRated: '{rated} answers of {finished} served',
  noRatings: 'No ratings yet today',
  nobodyWaiting: 'Nobody is waiting',
};
