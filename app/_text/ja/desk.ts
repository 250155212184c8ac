import type {
  desk as enDesk,
  grains as enGrains,
  kinds as enKinds,
  visibilities as enVisibilities,
} from '../en/desk';

export const desk: typeof enDesk = {
  skip: '本文へ移動',
  navigation: 'デスク',
  dashboard: 'ダッシュボード',
  milestones: '実績',
  goals: '目標',
  streams: '収入源',
  effort: '時間',
  record: '記録',
  publicise: 'シェア',
  inbox: '受信箱',
  settings: '設定',
  log: '実績を書く',
  signOut: 'ログアウト',
  save: '保存',
  saving: '保存しています…',
  cancel: 'キャンセル',
  table: '表で見る',
  month: '月',
  total: '合計',
  hours: '{hours, number}時間',
  minutes: '{minutes, number}分',
  people: '{count, number}人',
};

export const kinds: typeof enKinds = {
  income: '収入',
  skill: 'スキル',
  work: '制作・公開',
  audience: '発信',
  credential: '資格',
  recognition: '評価',
};

export const visibilities: typeof enVisibilities = {
  private: '非公開',
  unlisted: '限定公開',
  public: '公開',
};

export const grains: typeof enGrains = {
  exact: '正確な金額',
  range: 'おおよその幅',
  rung: '到達した段',
  index: '指数（最初の月=100）',
  hidden: '表示しない',
};
