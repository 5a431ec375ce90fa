import { wordPattern } from '../language/word-pattern.js';

/* Who is meant where no party is named. `¤` stands for a party's name. */
const verbs = String.raw`(?:vil|er|mener|meiner|ønsker|ønskjer|har|sier|seier|går|støtter|stør|støttar|synes|foreslår|føreslår|skriver|nevner|nemner|prioriterer|kjemper|wants?|is|are|supports?|says?|opposes?|thinks?|mentions?|would|will|has|have|talks?)`;

const all = wordPattern(
  String.raw`\b(?:partiene|partia|alle partie\w*|alle parti|samtlige partie\w*|alle sammen|alle saman|hvilke partie\w*|hvilket parti|hvilke av partie\w*|kva (?:for )?(?:eit )?parti|kva for nokre parti|noen (?:av )?partie\w*|noe parti|nokon (?:av )?parti\w*|noko parti|ingen partie\w*|ingen parti|flere partie\w*|fleire parti|hvert parti|kvart parti|andre partie\w*|andre parti|hvem ${verbs}|kven ${verbs}|(?:mener|meiner|sier|seier|vil|har|hos|fra|frå) (?:alle|samtlige|everyone|everybody)(?: \w+){0,1}?(?= (?:om|på|å)|[?!. ]*$)|(?:er|finnes|finst) det (?:noen|nokon)|noen som (?:vil|er|mener|har|sier)|nokon som (?:vil|er|meiner|har|seier)|(?:the|all|each|every|which|what|any|other|no) part(?:y|ies)|which of (?:them|the parties)|(?:does|do|is|are) (?:anyone|anybody|everyone|everybody|someone)|who ${verbs}|hver av dem|kvar av dei|each of them|alle kort fortalt|norske partie\w*|norwegian parties)(?!\p{L})`,
);
const allAlone = wordPattern(
  String.raw`^(?:(?:og|men|enn|hva med|kva med|what about|and|how about|for) )*(?:alle|alle sammen|alle saman|samtlige|everyone|everybody|all|all of them)(?: da| då)?[\s?!.]*$`,
);
const rest = wordPattern(
  String.raw`\b(?:resten(?: av (?:partiene|partia|dem|dei|gjengen))?(?! av)|(?:alle )?(?:de|dei) (?:to |tre |fire )?(?:andre|øvrige)(?: (?:partiene|partia))?(?! \p{L}+ene?\b)|alle (?:de |dei )?andre(?: partie?\w*)?|øvrige partie\w*|the (?:rest|others)(?: of (?:them|the parties))?|(?:all )?(?:the )?other (?:parties|ones)|(?:noen|nokon|nokre) andre(?: partie?\w*)?|andre partie\w*|andre parti|anyone else|anybody else|everyone else|everybody else)(?!\p{L})`,
);
const both = wordPattern(
  String.raw`\b(?:begge(?: to| partiene| partia| parter)?|(?:de|dei) to(?: partiene| partia)?(?! (?:andre|øvrige))|alle (?:tre|fire)|all (?:three|four)|both(?: of them| parties)?|the two(?: of them| parties)?|these two|disse to|desse to)(?!\p{L})`,
);
const except = wordPattern(
  String.raw`\b(?:(?:andre|anna|other)(?: \w+)? enn|utenom|utanom|unntatt|unnateke|bortsett fra|bortsett frå|foruten|i tillegg til|except(?: for)?|apart from|besides|other than|but not)(?: the)? ¤`,
);
const collective = wordPattern(
  String.raw`(?:^(?:(?:og|men|hva med|kva med|enn|what about|and) )*|\b(?:mener|meiner|vil|sier|seier|synes|syns|ønsker|ønskjer|gjør|gjer|has|does|do|will|would|ifølge|ifølgje|til|hos|på) )(?:the )?(høyresid[ae]n?|høgresid[ae]n?|venstresid[ae]n?|regjeringen|regjeringa|regjeringspartie\w*|regjeringspartia|opposisjonen|opposisjonspartie\w*|støttepartie\w*|de borgerlige|dei borgarlege|borgerlig side|borgarleg side|de borgerlige partiene|de rødgrønne|dei raudgrøne|de blå|de røde|småpartie\w*|småpartia|sentrumspartie\w*|sentrumspartia|ytre høyre|ytre venstre|right[- ]wing(?: parties)?|left[- ]wing(?: parties)?|right|left|government|opposition|centre parties|conservatives and liberals)(?: (?:om|på|about|on|med|mot|for|do|say|think|want|gjøre|gjere|mene|da|då|si|i|og)\b|[\s?!.]*$)`,
);

/** Everybody is meant: "partiene", "hvilke partier", "er det noen som". */
export function meansAllParties(masked: string): boolean {
  return allAlone.test(masked) || all.test(masked);
}

/** Everybody but those spoken of: "resten", "de andre partiene", "andre partier enn Ap". */
export function meansTheRest(masked: string): boolean {
  return rest.test(masked) || except.test(masked);
}

/** How many of those spoken of are meant by "begge" or "alle tre"; null where no such word is said. */
export function countMeant(masked: string): number | null {
  const said = both.exec(masked)?.[0].toLowerCase();
  if (said === undefined) return null;
  if (/tre|three/u.test(said)) return 3;
  return /fire|four/u.test(said) ? 4 : 2;
}

/** "høyresiden", "regjeringen": a group of parties that changes and that nobody has drawn the line of for us. */
export function collectiveIn(masked: string): string | null {
  return masked.includes('¤') ? null : (collective.exec(masked)?.[1] ?? null);
}

/** The message without the words for "everybody", "both" and "the others", which are no topic. */
export function withoutEverybody(text: string): string {
  return [rest, both].reduce((left, pattern) => left.replace(pattern, ' '), text);
}
