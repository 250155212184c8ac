/** What a column of a table can be, in the order of the form. Who may see it is no column: all come in private. */
export const importFields = [
  'date',
  'title',
  'kind',
  'amount',
  'currency',
  'stream',
  'fees',
  'costs',
  'hours',
  'note',
  'url',
  'tags',
  'account',
  'count',
  'issuer',
] as const;
export type ImportField = (typeof importFields)[number];

/** What columns are called, the surest name first. Where two fields have a name, the first of them gets it. */
export const columnNames: Readonly<Record<ImportField, readonly string[]>> = {
  date: [
    ...['日付', '年月日', '取引日', '取引日付', '入金日', '振込日', '発生日', '計上日', '売上日'],
    ...['支払日', '年月', '月', '日', 'date', 'happened on', 'transaction date', 'payment date'],
    ...['paid on', 'when', 'month', 'day'],
  ],
  title: [
    ...['タイトル', '件名', '名称', '品名', '品目', '項目', '実績', 'title', 'subject', 'item'],
    ...['what', 'name', '内容', '取引内容', '摘要', 'description'],
  ],
  kind: ['種類', '種別', '区分', 'kind', 'type'],
  amount: [
    ...['金額', '収入', '収入金額', '入金', '入金額', '入金金額', '売上', '売上高', '売上額'],
    ...['売上金額', '報酬', '報酬額', '預入金額', 'お預入れ額', '総額', 'amount', 'income'],
    ...['gross', 'gross amount', 'revenue', 'total', 'price'],
  ],
  currency: ['通貨', '通貨コード', 'currency', 'currency code'],
  stream: [
    ...['収入源', '取引先', '取引先名', '顧客', '顧客名', 'クライアント', '振込元', '支払元'],
    ...['サービス', 'stream', 'source', 'client', 'customer', 'payer', 'platform'],
  ],
  fees: ['手数料', 'システム手数料', '販売手数料', 'サービス料', 'fees', 'fee'],
  costs: ['経費', '費用', '原価', 'costs', 'cost', 'expenses', 'expense'],
  hours: ['時間', '作業時間', '所要時間', '稼働時間', '工数', 'hours', 'time', 'duration'],
  note: [
    ...['メモ', '説明', '備考', 'コメント', '詳細', 'note', 'notes', 'story', 'memo', 'comment'],
    ...['comments', 'details', 'remarks', 'description', '内容', '摘要'],
  ],
  url: ['リンク', '証拠', '証拠のリンク', 'url', 'urls', 'link', 'links', 'evidence'],
  tags: ['タグ', 'ラベル', 'tags', 'tag', 'labels', 'label', 'keywords'],
  account: ['アカウント', 'アカウント・媒体', '媒体', 'account', 'channel', 'measure name'],
  count: [
    ...['人数', '数', 'フォロワー', 'フォロワー数', '読者数', '登録者数', 'フォロワー・読者の数'],
    ...['count', 'followers', 'subscribers', 'readers', 'measure value'],
  ],
  issuer: [
    ...['発行元', '発行者', '発行元・評価者', '評価者', '主催', '主催者', '団体'],
    ...['issuer', 'issued by', 'organization', 'organisation'],
  ],
};
