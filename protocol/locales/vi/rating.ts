// The rating tablet.
export const ratingVi = {
  idle: 'Mời ông/bà đánh giá sau khi được phục vụ xong',
  counter: 'Quầy số {number}',
  noOfficer: 'Quầy chưa mở',
  ticket: 'Lượt phục vụ số {number}',
  thanks: 'Xin cảm ơn ông/bà đã đánh giá!',
  notKept: 'Chưa gửi được đánh giá. Xin lỗi ông/bà.',
  closes: 'Tự đóng sau {seconds} giây',
  words: 'Ý kiến của ông/bà (không bắt buộc)',
  send: 'Gửi',
  back: 'Quay lại',
  confidential: 'Ý kiến được giữ kín, không gắn với tên người đánh giá.',
  chooseCounter: 'Thiết bị chưa được gán cho quầy nào.',
} as const;
