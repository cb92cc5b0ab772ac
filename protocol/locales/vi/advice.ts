// Advice on staffing: what lies before a group of services and what would help.
export const adviceVi = {
  lend: '{group}: {waiting} người đang chờ, {counters} quầy, dự kiến thêm {expected} người; thời gian chờ sẽ lên {topMinutes} phút lúc {topTime}. Cho quầy {counter} nhận thêm {services} đến {untilTime}: cao nhất còn {withMinutes} phút, nơi cho mượn {lenderMinutes} phút',
  open: '{group}: {waiting} người đang chờ, {counters} quầy, dự kiến thêm {expected} người; thời gian chờ sẽ lên {topMinutes} phút lúc {topTime}. Mở thêm quầy {counter} trước {byTime} thì không quá {targetMinutes} phút',
  'open-eases':
    '{group}: {waiting} người đang chờ, {counters} quầy, dự kiến thêm {expected} người; thời gian chờ sẽ lên {topMinutes} phút lúc {topTime}. Mở thêm quầy {counter} trước {byTime} thì giảm còn {withMinutes} phút, vẫn trên {targetMinutes} phút',
  close:
    '{group}: {waiting} người đang chờ, {counters} quầy. Có thể đóng quầy {counter}: thời gian chờ vẫn không quá {withMinutes} phút',
  record:
    'Trong {given} lời khuyên tăng cường, {followed} được làm theo; {needed} trên {judged} đã kiểm lại là cần thiết',
} as const;
