const numeral =
  'ett|én|eitt|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|femten|atten|tjue|tretti|førti|femti|hundre|tusen';
const number = `(?:\\p{N}|(?<!\\p{L})(?:${numeral})(?!\\p{L}))`;

const amount = new RegExp(
  `\\p{N}|(?<!\\p{L})(?:(?:${numeral})(?:-?(?:år|dag|dager|time|timer|måned|uke|doble|del)\\p{L}*)?|halve\\p{L}*|halvpart\\p{L}*|dobl\\p{L}*|dobbel\\p{L}*|gratis|prosent|maks\\p{L}*|minst)(?!\\p{L})`,
  'iu',
);
const age = new RegExp(
  `${number}[\\s-]*år(?:s\\p{L}*|ing\\p{L}*)?(?!\\p{L})|(?<!\\p{L})fyl(?:te|ler|t)(?!\\p{L})`,
  'iu',
);
const share = /prosent|%|halvpart|halver|(?<!\p{L})(?:tre|fire|fem|ti)(?:de)?del|tredjedel|firedel/iu;
const span = new RegExp(
  `(?:${number}|(?<!\\p{L})(?:en|ei|et|eit))[\\s-]*(?:års?|uker?|veker?|måned|månad|dag|døgn|time|timar|minutt)|(?<!\\p{L})(?:så lenge|så lang tid|permanent|ubegrens|livslang|livsvarig)`,
  'iu',
);
const date =
  /(?<!\p{N})(?:19|20)\p{N}{2}(?!\p{N})|(?<!\p{L})(?:innen|umiddelbart|straks|snarest|neste år|i dag)(?!\p{L})/iu;

/**
 * What a question asks for, and what an answer to it holds. "Når" asks only before its verb: "når skal …", not "når jeg er
 * syk"; the first that fits is meant.
 */
const kinds: readonly (readonly [asked: RegExp, answer: RegExp])[] = [
  [/(?<!\p{L})(?:(?:hvor|kor|how) (?:gammel|gamle|gamal|old)|aldersgrens\p{L}*|age limit)(?!\p{L})/iu, age],
  [/(?<!\p{L})(?:prosent|per ?cent|(?:hvor|kor) stor (?:del|andel)|(?:which|what) share)(?!\p{L})/iu, share],
  [
    /(?<!\p{L})(?:(?:hvor|kor|how) (?:lenge|lang|langt|long)|(?:hvor|kor|how) (?:mange|many) (?:år|uker|veker|måneder|månader|dager|dagar|timer|timar|years|weeks|months|days|hours))(?!\p{L})/iu,
    span,
  ],
  [
    /(?<!\p{L})(?:(?:når|when) (?:vil|skal|bør|må|kan|kommer|kjem|blir|får|slutter|begynner|will|shall|should|does|do|is|are)|hvilket år|kva år)(?!\p{L})/iu,
    date,
  ],
  [
    /(?<!\p{L})(?:hvor|kor|how) (?:mye|mykje|mange|stor|store|høy|høyt|høg|høgt|ofte|tidlig|tidleg|much|many|high|often)(?!\p{L})/iu,
    amount,
  ],
];

/** What the answer to a question for an age, a share, a time, a date or an amount holds; null for other questions. */
export function amountAsked(question: string): RegExp | null {
  return kinds.find(([asked]) => asked.test(question))?.[1] ?? null;
}
