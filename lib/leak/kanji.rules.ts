/** Signs of names that are one name in several forms; the last of each group stands for all. */
const groups =
  '髙高 﨑嵜崎 邊邉辺 齋齊斎斉 澤沢 櫻桜 國囯国 廣広 眞真 濱濵浜 嶋嶌島 瀧滝 龍竜 德徳 惠恵 榮栄 淸清 靑青 黑黒 曾曽 增増 ' +
  '豐豊 圓円 會会 學学 實実 壽寿 條条 舘館 藪薮 籠篭 鷗鴎 鹽塩 藏蔵 將将 淺浅 鄕郷 冨富 峯峰 柗枩松 桒桑 淵渊渕 莊荘 萬万 彌弥 ' +
  '禮礼 緖緒 槇槙 遙遥 凜凛 亞亜 爲為 傳伝 來来 兒児 關関 應応 戶戸 巖巌 𠮷吉 圡土 ⻆角 舩船 穗穂 鐵鉄 與与 檜桧 佛仏 團団 ' +
  '橫横 步歩 每毎 狹狭 晉晋 縣県 總総 聰聡 收収 勳勲 敎教 瑤瑶 堯尭 燈灯 內内 吳呉 祿禄 樂楽 靜静 瀨瀬 賴頼 綠緑 錄録 ' +
  '冝宜 髮髪 郞郎 巢巣 邨村 埜野 蘓蘇 舖舗 龜亀 寬寛 淨浄 滿満 澁渋 濟済 ' +
  '稻稲 穰穣 發発 盡尽 祕秘 參参 壯壮 奧奥 寶宝 從従 拂払 搖揺 敍叙 曉暁 權権 歸帰 氣気 燒焼 獨独 當当 經経 縱縦 繩縄 續続';

const standing = new Map(
  groups.split(' ').flatMap((group) => {
    const signs = [...group];
    const last = signs.at(-1) ?? '';
    return signs.map((sign): [string, string] => [sign, last]);
  }),
);

/** The form of `sign` that stands for all its variants. */
export function foldKanji(sign: string): string {
  return standing.get(sign) ?? sign;
}
