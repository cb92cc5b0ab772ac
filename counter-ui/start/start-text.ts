// The start page's texts.
import { startEn } from '../../protocol/locales/en/start.ts';
import { textPage } from '../../protocol/locales/text-page.ts';
import { startVi } from '../../protocol/locales/vi/start.ts';

export const startText = textPage(startVi, startEn);
