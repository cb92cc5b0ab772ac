// Trang thử cách gọi số khác trên một ngày đã ghi, và bật cách đó lên.
import type { PolicyName } from '../../dispatch-setup.ts';
import type { VisitKind } from '../../views/policy-trial.ts';

export const policiesVi = {
  title: 'Cách gọi số',
  purpose:
    'Thử trước khi bật: một ngày đã ghi được chạy lại theo từng cách gọi, với cấu hình hiện nay. Việc thử không thay đổi gì ở trung tâm.',
  day: 'Ngày đã ghi',
  noDays: 'Chưa có ngày nào được ghi.',
  choose: 'Đánh dấu những cách gọi cần so sánh',
  compare: 'So sánh',
  inForce: 'Đang dùng',
  for: 'Dùng khi nào',
  bound: 'Cam kết',
  warning: 'Cảnh báo',
  noWarning: 'Không có cảnh báo.',
  tryIt: 'Chạy thử',
  trying: 'Đang chạy thử…',
  chooseOne: 'Đánh dấu ít nhất một cách gọi.',
  notReached: 'Không liên lạc được với máy chủ.',
  results: 'Ngày {day} theo từng cách gọi: {visits} người',
  leftOut: 'Bỏ qua {count} người vì dịch vụ của họ không còn trong cấu hình.',
  reckoned:
    'Thời gian chờ tính bằng phút, từ lúc lấy số hoặc được chuyển đến lúc được gọi; người có hẹn tính từ lúc được xem là chờ đến giờ hẹn. Việc ở quầy, giờ mở quầy và giờ nghỉ giữ đúng như ngày đó; ai vắng hôm đó vẫn vắng. Người không được gọi không có trong thời gian chờ mà được đếm riêng. Ngày chưa hết được tính đến sự việc mới nhất, lúc đó các quầy coi như đóng. Số liệu cho biết ngày đó sẽ ra sao, không đoán trước ngày khác.',
  measure: 'Số liệu',
  count: 'Số lượt',
  countCalled: '{visitors} (được gọi {called})',
  mean: 'Trung bình',
  median: 'Ở giữa',
  p95: '95 % chờ không quá',
  worst: 'Lâu nhất',
  overPromise: 'Quá thời gian cam kết',
  nobody: 'Ngày này không có ai.',
  fairness: 'Cả ngày',
  passedMost: 'Bị vượt nhiều nhất (lần)',
  unserved: 'Không được gọi',
  idle: 'Quầy mở mà rảnh',
  byService: 'Theo dịch vụ',
  service: 'Dịch vụ',
  serviceCell: '{mean} / {p95} / {worst}',
  serviceHelp: 'Mỗi ô: chờ trung bình / 95 % chờ không quá / lâu nhất, tính bằng phút.',
  percent: '{share} %',
  switchOn: 'Bật cách gọi này',
  switchTitle: 'Bật: {policy}?',
  switchHelp:
    'Có hiệu lực từ lượt gọi sau, cho cả người đang chờ. Việc đổi được ghi vào nhật ký; có thể đổi lại bất cứ lúc nào.',
  sure: 'Tôi đã đọc, bật lên',
  cancel: 'Thôi',
  switched: 'Đang dùng: {policy}, từ lượt gọi sau.',
} as const;

export const policyForVi: Readonly<Record<PolicyName, string>> = {
  'promise-share':
    'Cho phần lớn trung tâm: cân đối cùng lúc người thường, người ưu tiên, người có hẹn và người được chuyển.',
  'first-come': 'Cho nơi không ai được gọi trước ai.',
  'strict-priority': 'Cho quầy ít người ưu tiên và không để người nào trong số họ phải chờ.',
  ratio: 'Cho nơi cần quy tắc dễ nói với người chờ: vài người ưu tiên rồi một người thường.',
  'accumulating-priority': 'Cho nơi muốn người ưu tiên chờ ngắn hơn mà người thường chờ lâu vẫn đến lượt.',
  'appointment-window': 'Cho nơi làm việc theo lịch hẹn.',
};

export const visitKindVi: Readonly<Record<VisitKind, string>> = {
  ordinary: 'Người thường',
  priority: 'Người ưu tiên',
  appointments: 'Người có hẹn',
};
