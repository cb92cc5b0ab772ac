// The tablet's texts.
import { ratingEn } from '../../protocol/locales/en/rating.ts';
import { textPage } from '../../protocol/locales/text-page.ts';
import { ratingVi } from '../../protocol/locales/vi/rating.ts';

export const ratingText = textPage(ratingVi, ratingEn);
