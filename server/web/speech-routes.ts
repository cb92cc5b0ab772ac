// The sound and the words of calls, and what has been announced where.
import type { WebParts } from './doors.ts';
import { ProblemError } from './problems.ts';
import { type RouteMaker, sent } from './route.ts';

export function speechRoutes(route: RouteMaker, { devices }: WebParts): void {
  route('call-sound', async ({ params, query, response }): Promise<typeof sent> => {
    const sound = await devices.callSound(params.callSeq, query.hurried === 'yes');
    if (sound === null) throw new ProblemError('unknown-call');
    if (sound === 'no-voice') throw new ProblemError('no-voice');
    response
      .type('audio/wav')
      .send(Buffer.from(sound.wav.buffer, sound.wav.byteOffset, sound.wav.byteLength));
    return sent;
  });
  route('call-words', ({ params }) => {
    const words = devices.callWords(params.callSeq);
    if (words === null) throw new ProblemError('unknown-call');
    return { words };
  });
  route('announced', ({ params }) => ({ announced: devices.announced(params.deviceId) }));
}
