// The words on the paper ticket.
export const printVi = {
  heading: 'SỐ THỨ TỰ',
  counter: 'Quầy số {numbers}',
  counters: 'Các quầy số {numbers}',
  floor: 'Tầng {floor}',
  ahead: 'Trước ông/bà còn {ahead} người',
  nobodyAhead: 'Trước ông/bà không còn ai chờ',
  estimate: 'Dự kiến chờ {low}–{high} phút',
  issued: 'In lúc {time} ngày {date}',
  validToday: 'Số chỉ có giá trị trong ngày',
  thanks: 'Xin cảm ơn ông/bà đã chờ',
  copy: 'In lần {copy}',
} as const;
