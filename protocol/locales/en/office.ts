// Reports and devices.
import type { DeviceTest } from '../../endpoints/device-endpoints.ts';
import type { gradeVi, officeVi, reasonVi } from '../vi/office.ts';

export const officeEn: Record<keyof typeof officeVi, string> = {
  supervisor: 'Live floor',
  replay: 'Replay',
  operators: 'Officers',
  reports: 'Reports',
  from: 'From',
  to: 'To',
  thisMonth: 'This month',
  lastMonth: 'Last month',
  sixteenth: '16th to 15th',
  show: 'Show',
  html: 'For print',
  csv: 'Download CSV',
  checked: 'Checked: {passed} sums agree',
  checkFailed: 'Sums that do not agree: {failures}',
  test: 'Try',
  testPrint: 'Test print',
  testBoard: 'Test board',
  devices: 'Devices',
  voiceName: 'Voice of calls',
  notices: 'Boards and sound',
  device: 'Name',
  state: 'State',
  todo: 'What to do',
  heard: 'Last heard',
  never: 'Never',
  pairTitle: 'Pair a new screen',
  pairHelp: 'Type the six digits shown by the new screen.',
  code: 'Code',
  name: 'Name',
  atCounter: 'Counter (if any)',
  none: 'None',
  pair: 'Pair',
  paired: 'Paired.',
  wrongRole: 'This account may not see this page.',
};
export const gradeEn: Record<keyof typeof gradeVi, string> = {
  unknown: 'Unknown',
  good: 'Good',
  warning: 'Look soon',
  bad: 'Broken',
  absent: 'Not there',
};
export const reasonEn: Record<keyof typeof reasonVi, string> = {
  'not-heard-yet': 'Nothing has been heard yet.',
  answered: 'It has just answered.',
  silent: 'Connected, but it says nothing. Is it on, and of the right kind?',
  unreachable: 'It cannot be reached. Look at power, cable and address.',
  'connection-lost': 'The connection was lost. It is being made again.',
  'not-plugged-in':
    'There is no such port on this machine. Plug the device in again, check the name of the port.',
  'no-permission':
    'The port may not be opened. Install the udev rule of hardware/udev and plug the device in again.',
  'port-taken': 'Another program holds the port. Close that program.',
  'paper-near-end': 'The paper is near its end. Have a roll ready.',
  'paper-out': 'There is no paper. Put in a roll.',
  'cover-open': 'The cover is open. Close it.',
  'cutter-error': 'The cutter is jammed. Switch off and take the paper out.',
  offline: 'The device says it is not ready. Check its switch and its lamps.',
  'device-error': 'The device reports an error. Switch it off and on.',
  'wrong-answer': 'It answers wrongly. Look at its kind and its number on the line.',
  'no-status-ability': 'The device cannot tell its state.',
  'plugged-in': 'Plugged in, ready.',
  'wrong-device': 'Another device is plugged in there: check the cable and the set-up.',
  'agent-away': 'The machine it is plugged into is not reached: check that machine and the network.',
  'agent-version': 'The machine it is plugged into runs another version: update Đến Lượt there.',
  'agent-disk-full': 'The disk of the machine it is plugged into is full: remove files there.',
  'no-voice':
    'There is no voice: calls are shown, not spoken. Install the package espeak-ng, or record a clip pack.',
  'no-voice-program': 'espeak-ng is not installed on the server. Install it: apt install espeak-ng.',
  'voice-silent': 'The synthesiser does not answer in time. The next voice speaks.',
  'voice-failed': 'The synthesiser failed. The next voice speaks.',
  'no-clip-pack': 'The recorded clips cannot be read. Check them: npm run voice -- check.',
  'clips-missing': 'The recorded clips have gaps; the next voice says those sentences.',
  'no-sound-program': 'The server has no program that plays sound. Install it: apt install alsa-utils.',
  'no-sound-card': 'This sound card is not there. Check the cable and the address (see aplay -L).',
  'sound-card-failed':
    'The sound card does not play. Check the cable, the amplifier and other programs that hold the card.',
  played: 'Has just played.',
  'audio-blocked':
    'The browser blocks the sound of this screen: touch its sound button, or start it with --autoplay-policy=no-user-gesture-required.',
};

export const testEn: Record<DeviceTest['state'], string> = {
  printed: 'Printed',
  unconfirmed: 'Sent, not confirmed by the printer',
  failed: 'Not printed',
  lit: 'The board is blinking eights',
  spoken: 'Has said “one two three”',
};
