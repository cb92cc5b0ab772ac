// What is shown beside the calls: each picture for its seconds, each video to its end without sound, each announcement as
// a slide; one that cannot be shown is passed over. With nothing to show, the centre's name stands there.
import { useEffect, useState } from 'react';
import type { CentreText } from '../../protocol/ids.ts';
import { centreText } from '../../protocol/locales/text-page.ts';
import type { HallView, ShownAnnouncement } from '../../protocol/views/hall-view.ts';
import { CentreWords, type Languages, mainLanguage } from '../parts/words.tsx';

type Slide =
  | ({ readonly key: string } & HallView['media'][number])
  | { readonly key: string; readonly kind: 'words'; readonly announcement: ShownAnnouncement };

const wordsMs = 12_000;
/** A video that stands still for so long is passed over. */
const videoAtMostMs = 10 * 60_000;
const passedOverMs = 1_500;

export function Stage({
  media,
  announcements,
  centre,
  languages,
}: {
  media: HallView['media'];
  announcements: readonly ShownAnnouncement[];
  centre: HallView['centre'];
  languages: Languages;
}) {
  const slides: Slide[] = [
    ...media.map((each) => ({ key: each.id, ...each })),
    ...announcements.map((announcement) => ({
      ...{ key: announcement.id, kind: 'words' as const },
      announcement,
    })),
  ];
  const [turn, setTurn] = useState(0);
  const slide = slides[turn % Math.max(1, slides.length)];
  const next = () => setTurn((before) => before + 1);
  return (
    <section className="stage" data-testid="stage" data-showing={slide?.key ?? ''}>
      {slide === undefined ? (
        <div className="stage-name">
          {centre.logoUrl !== null && <img src={centre.logoUrl} alt="" />}
          <p>{centreText(centre.name, mainLanguage(languages))}</p>
        </div>
      ) : (
        <Shown key={`${slide.key} ${turn}`} slide={slide} languages={languages} next={next} />
      )}
    </section>
  );
}

/** How much there is to be read, so that it fits: a long announcement has smaller letters. */
function lengthOf(text: CentreText): 'short' | 'long' | 'longest' {
  const signs = Object.values(text).join(' ').length;
  if (signs <= 120) return 'short';
  return signs <= 260 ? 'long' : 'longest';
}

function Shown({ slide, languages, next }: { slide: Slide; languages: Languages; next: () => void }) {
  const [fails, setFails] = useState(false);
  const standsMs = fails
    ? passedOverMs
    : slide.kind === 'words'
      ? wordsMs
      : slide.kind === 'video'
        ? videoAtMostMs
        : slide.seconds * 1_000;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the slide's own time, however often the board is drawn
  useEffect(() => {
    const timer = setTimeout(next, standsMs);
    return () => clearTimeout(timer);
  }, [standsMs]);
  if (slide.kind === 'words')
    return (
      <p className={`stage-words stage-words-${lengthOf(slide.announcement.text)}`}>
        <CentreWords text={slide.announcement.text} languages={languages} />
      </p>
    );
  if (slide.kind === 'video')
    return <video src={slide.url} autoPlay muted playsInline onEnded={next} onError={() => setFails(true)} />;
  return <img src={slide.url} alt="" onError={() => setFails(true)} />;
}
