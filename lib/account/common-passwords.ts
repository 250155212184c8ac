/**
 * What common passwords are made of: the words and keyboard walks that head every published list of
 * leaked passwords, written down from general knowledge. Rules join them, so that `password1234`,
 * `P@ssw0rd2024!` and `qwerty-iloveyou` need no line of their own.
 */
export const commonWords: readonly string[] = `
  aaaaaa abc abcd abcdef absolute access account admin administrator adidas adobe aishiteru akane
  alexander alexandra alexis amanda america amigos andrea andrew angel angela animal anime anthony
  anything apple arigato arigatou arsenal asdasd asdf asdfgh asdfghjkl ashley asshole august austin
  autumn babygirl badboy bailey banana barcelona baseball basketball batman beautiful blessed
  blink182 blue bonita brandon british buster butterfly california carlos caroline changeit
  changeme charlie charlotte cheese chelsea chester chicken chocolate chris christian
  christopher cocacola coffee computer cookie corvette cowboy dallas daniel danielle default december
  diamond dolphin donald doraemon dragon dragonball eagles elephant elizabeth eminem eternity facebook
  falcon family february ferrari flower football forever freedom friday friends fuckoff fuckyou
  gabriel gandalf garfield gateway genius george ginger god google gundam guitar hannah happy harley
  heather hello hellokitty hello123 hiroshi hockey hottie hunter iloveyou iloveu incorrect internet
  jackson jasmine january jennifer jessica jesus jordan joshua july june junior justin kakashi
  kawaii killer kimberly konnichiwa ladybug lakers letmein liverpool lovely loveme lover loveyou
  lucky maggie manchester march marina martin master matrix matthew maverick melissa mercedes merlin
  michael michelle mickey microsoft minecraft monday monkey monster mother motorola mustang mynoob
  naruto naruto123 nicole nihon nintendo nippon nothing november october ohayou oliver onepiece orange
  pasuwado pass passcode passw0rd passwd password passphrase patrick peanut pepper phoenix pikachu
  player please playstation pokemon popcorn porsche princess purple qazwsx qwer qwert qwerty
  qwertyui qwertyuiop rachel rainbow ranger raiders richard robert ronaldo root running sakura
  samsung samantha samurai satoshi saturday scooter secret sephiroth september service shadow
  shinobi silver slipknot snoopy soccer spiderman spring startrek starwars steelers stephanie summer
  sunday sunshine superman superstar sweet system taylor tennis thomas thunder thursday tigers tigger
  tinkerbell tokyo trustno1 tuesday twilight unknown user valentina vanessa victoria wednesday welcome
  welcome1 whatever william winner winter wizard xxxxxx yamaha yankees yellow youtube zaq12wsx
  zaq1zaq1 zxcvbn zxcvbnm me my i you love the is 123qwe qwe asd zxc
  unbelievable understanding international congratulations supercalifragilisticexpialidocious
  tobeornottobe thisismypassword mypassword nopassword newpassword yourpassword ilovemyself
  パスワード ぱすわーど あいしてる こんにちは ありがとう さくら
`
  .trim()
  .split(/\s+/);

/** Keys in the order fingers walk them, also backwards. */
export const keyboardWalks: readonly string[] = [
  'qwertyuiop[]',
  "asdfghjkl;'",
  'zxcvbnm,./',
  '1234567890-=',
  '!@#$%^&*()_+',
  '!"#$%&\'()=~',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'zaqxswcdevfrbgtnhymjukilop',
  'abcdefghijklmnopqrstuvwxyz',
  'a1b2c3d4e5f6g7h8i9j0',
  '1a2b3c4d5e6f7g8h9i0j',
  'あいうえおかきくけこ',
];
