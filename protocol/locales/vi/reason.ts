// Why a ticket was called before others.
export const reasonVi = {
  'first-come': '{number} đến sớm nhất: đã chờ {waitedMinutes} phút, trong {waiting} người đang chờ',
  chosen: '{number} được cán bộ chọn gọi',
  resumed: '{number} được gọi lại sau khi tạm gác',
} as const;
