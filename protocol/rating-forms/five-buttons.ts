// The form of five buttons, one press: two ways of being satisfied, two of not, and an opinion in words. Its columns
// are those of the provincial ratings annex, in that order.
import type { RatingFormId } from '../ids.ts';
import type { RatingForm } from './rating-form.ts';

export const fiveButtons: RatingForm = {
  id: 'five-buttons' as RatingFormId,
  name: { vi: 'Năm nút', en: 'Five buttons' },
  questions: [
    {
      id: 'opinion',
      text: {
        vi: 'Ông/bà có hài lòng với lần phục vụ này không?',
        en: 'How was the service you just received?',
      },
      choices: [
        {
          id: 'sat_service',
          sense: 'satisfied',
          label: { vi: 'Hài lòng với dịch vụ', en: 'Satisfied with the service' },
        },
        {
          id: 'sat_attitude',
          sense: 'satisfied',
          label: { vi: 'Hài lòng về thái độ phục vụ', en: 'Satisfied with the attitude' },
        },
        {
          id: 'dis_skill',
          sense: 'dissatisfied',
          label: { vi: 'Không hài lòng về nghiệp vụ nhân viên', en: 'Dissatisfied with the officer’s skill' },
        },
        {
          id: 'dis_time',
          sense: 'dissatisfied',
          label: { vi: 'Không hài lòng về thời gian giao dịch', en: 'Dissatisfied with the time taken' },
        },
        {
          id: 'comment',
          sense: 'comment',
          asksComment: true,
          label: { vi: 'Ý kiến góp ý', en: 'A suggestion' },
        },
      ],
    },
  ],
};
