// Reports and devices.

import type { DeviceGrade, DeviceReason } from '../../device-status.ts';
import type { DeviceTest } from '../../endpoints/device-endpoints.ts';

export const officeVi = {
  supervisor: 'Giám sát',
  replay: 'Xem lại ngày',
  operators: 'Cán bộ',
  reports: 'Báo cáo',
  from: 'Từ ngày',
  to: 'Đến ngày',
  thisMonth: 'Tháng này',
  lastMonth: 'Tháng trước',
  sixteenth: 'Ngày 16 đến 15',
  show: 'Xem',
  html: 'Bản in',
  csv: 'Tải CSV',
  checked: 'Đã tự kiểm tra: {passed} phép đối chiếu khớp',
  checkFailed: 'Số liệu không khớp: {failures}',
  test: 'Thử',
  testPrint: 'In thử',
  testBoard: 'Thử bảng',
  devices: 'Thiết bị',
  voiceName: 'Giọng đọc số',
  notices: 'Bảng và loa',
  device: 'Tên',
  state: 'Tình trạng',
  todo: 'Cần làm',
  heard: 'Nghe lần cuối',
  never: 'Chưa bao giờ',
  pairTitle: 'Ghép nối màn hình mới',
  pairHelp: 'Nhập mã 6 số đang hiện trên màn hình mới.',
  code: 'Mã',
  name: 'Đặt tên',
  atCounter: 'Quầy (nếu có)',
  none: 'Không',
  pair: 'Ghép nối',
  paired: 'Đã ghép nối.',
  wrongRole: 'Tài khoản này không xem được trang này.',
} as const;

export const gradeVi: Record<DeviceGrade, string> = {
  unknown: 'Chưa rõ',
  good: 'Tốt',
  warning: 'Cần chú ý',
  bad: 'Hỏng',
  absent: 'Không thấy',
};
export const reasonVi: Record<DeviceReason, string> = {
  'not-heard-yet': 'Chưa nhận được tín hiệu nào.',
  answered: 'Vừa trả lời.',
  silent: 'Có kết nối nhưng không trả lời. Kiểm tra thiết bị đã bật và đúng loại.',
  unreachable: 'Không kết nối được. Kiểm tra nguồn điện, dây mạng và địa chỉ.',
  'connection-lost': 'Mất kết nối. Đang tự kết nối lại.',
  'not-plugged-in': 'Không thấy cổng này trên máy. Cắm lại thiết bị, kiểm tra tên cổng.',
  'no-permission': 'Không có quyền mở cổng. Cài quy tắc udev trong hardware/udev rồi cắm lại thiết bị.',
  'port-taken': 'Chương trình khác đang giữ cổng. Đóng chương trình đó.',
  'paper-near-end': 'Sắp hết giấy. Chuẩn bị cuộn mới.',
  'paper-out': 'Hết giấy. Thay cuộn giấy.',
  'cover-open': 'Nắp máy in đang mở. Đóng nắp.',
  'cutter-error': 'Kẹt dao cắt. Tắt máy, gỡ giấy kẹt.',
  offline: 'Thiết bị báo không sẵn sàng. Kiểm tra nút bật và đèn báo trên thiết bị.',
  'device-error': 'Thiết bị báo lỗi. Tắt bật lại.',
  'wrong-answer': 'Trả lời không đúng. Kiểm tra loại thiết bị và mã số thiết bị.',
  'no-status-ability': 'Thiết bị không báo được tình trạng.',
  'plugged-in': 'Đã cắm, sẵn sàng.',
  'wrong-device': 'Cổng này đang cắm thiết bị khác: kiểm tra dây và cấu hình.',
  'agent-away': 'Máy nối thiết bị này đang mất liên lạc: kiểm tra máy đó và mạng.',
  'agent-version': 'Máy nối thiết bị này chạy phiên bản khác: cập nhật Đến Lượt trên máy đó.',
  'agent-disk-full': 'Ổ đĩa của máy nối thiết bị này đã đầy: dọn bớt tệp.',
  'no-voice':
    'Không có giọng nói: số được gọi chỉ hiện trên màn hình. Cài gói espeak-ng, hoặc thu âm bộ giọng đọc.',
  'no-voice-program': 'Chưa cài espeak-ng trên máy chủ. Cài bằng lệnh: apt install espeak-ng.',
  'voice-silent': 'Bộ đọc không trả lời kịp. Đang dùng giọng kế tiếp.',
  'voice-failed': 'Bộ đọc gặp lỗi. Đang dùng giọng kế tiếp.',
  'no-clip-pack': 'Bộ giọng thu âm không đọc được. Kiểm tra bằng lệnh: npm run voice -- check.',
  'clips-missing': 'Bộ giọng thu âm còn thiếu đoạn; những câu đó do giọng kế tiếp đọc.',
  'no-sound-program': 'Máy chủ chưa có chương trình phát âm thanh. Cài bằng lệnh: apt install alsa-utils.',
  'no-sound-card': 'Không thấy card âm thanh này. Kiểm tra dây và địa chỉ (xem lệnh aplay -L).',
  'sound-card-failed':
    'Card âm thanh không phát được. Kiểm tra dây, âm ly và chương trình khác đang giữ card.',
  played: 'Vừa phát xong.',
  'audio-blocked':
    'Trình duyệt đang chặn âm thanh của màn hình này: chạm nút bật âm thanh, hoặc mở kèm --autoplay-policy=no-user-gesture-required.',
};

export const testVi: Record<DeviceTest['state'], string> = {
  printed: 'Đã in xong',
  unconfirmed: 'Đã gửi, máy in không xác nhận',
  failed: 'Chưa in được',
  lit: 'Bảng đang nháy số 8',
  spoken: 'Đã phát “một hai ba”',
};
