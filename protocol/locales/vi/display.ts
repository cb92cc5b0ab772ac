// Boards in the hall.
export const displayVi = {
  counter: 'Quầy',
  toCounter: 'Mời đến quầy',
  recall: 'Mời lại',
  recent: 'Vừa gọi',
  nowServing: 'Đang phục vụ',
  closed: 'Đóng',
  paused: 'Tạm dừng',
  free: 'Sẵn sàng',
  missed: 'Số vắng mặt',
  waiting: 'Đang chờ',
  welcome: 'Kính chào quý khách',
  ticket: 'Số thứ tự',
  serving: 'Đang phục vụ',
  wholeHall: 'Toàn trung tâm',
} as const;
