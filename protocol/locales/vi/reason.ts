// Why a ticket was called before others.
export const reasonVi = {
  'first-come': '{number} đến sớm nhất: đã chờ {waitedMinutes} phút',
  'promise-share':
    '{number} trước {otherNumber}: đã dùng {waitedMinutes} trong {promisedMinutes} phút cam kết ({percent} %), so với {otherWaitedMinutes} trong {otherPromisedMinutes} ({otherPercent} %)',
  'promise-share-alone':
    'chỉ còn {number} đang chờ: đã dùng {waitedMinutes} trong {promisedMinutes} phút cam kết ({percent} %)',
  due: '{number} quay lại đúng lượt đã hẹn',
  'passed-too-often': '{number} đã nhường {passed} người đến sau nên được gọi ngay',
  'nobody-else': '{number} vừa quay lại và không còn ai khác đang chờ',
  'profile-order': '{number} trước {otherNumber} theo thứ tự dịch vụ của quầy này',
  chosen: '{number} được cán bộ chọn gọi',
  resumed: '{number} được gọi lại sau khi tạm gác',
} as const;
