import type { menu as en } from '../en/menu';

export const menu: typeof en = {
  title: '移動先',
  opens: 'Enterで開く',
  dashboard: 'ダッシュボード',
  milestones: '実績',
  log: '実績を書く',
  goals: '目標',
  newGoal: '目標を立てる',
  streams: '収入源',
  currencies: '通貨',
  effort: '時間',
  startTimer: 'タイマーを開始',
  skills: 'スキル',
  audience: '発信',
  ladder: 'はしご',
  record: '記録',
  publish: '記録を公開する',
  deleted: '削除した実績',
  settings: '設定',
  signOut: 'ログアウト',
};
