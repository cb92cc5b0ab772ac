// The rating tablet.
import type { ratingVi } from '../vi/rating.ts';

export const ratingEn: Record<keyof typeof ratingVi, string> = {
  idle: 'You will be asked for your opinion when your service is finished',
  counter: 'Counter {number}',
  noOfficer: 'The counter is not open',
  ticket: 'Service of number {number}',
  thanks: 'Thank you for your opinion!',
  notKept: 'The rating could not be sent. We are sorry.',
  closes: 'Closes in {seconds} s',
  words: 'Your words (not required)',
  send: 'Send',
  back: 'Back',
  confidential: 'Opinions are kept without the name of the person.',
  chooseCounter: 'This device is assigned to no counter.',
};
