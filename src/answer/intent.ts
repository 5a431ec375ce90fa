import type { DeclineReason, HelpReason } from '../domain.js';
import { wordPattern } from '../language/word-pattern.js';

/** What a message asks for other than a position, by its words. `¤` stands for a party's name. */
const declined: readonly (readonly [DeclineReason, RegExp])[] = [
  [
    'instructions',
    wordPattern(
      String.raw`\b(?:ignor\w*|glem|overse|forget|disregard)\b.*\b(?:instruks\w*|regl\w*|instruct\w*|rules|prompt)\b`,
    ),
  ],
  [
    'instructions',
    wordPattern(String.raw`\b(?:skriv|dikt|write|compose)\b.*\b(?:dikt|vers|sang|song|poem|rap|essay|tale)\b`),
  ],
  [
    'instructions',
    wordPattern(String.raw`\b(?:system ?prompt|jailbreak|late som|pretend|du er nå|you are now|act as)\b`),
  ],
  [
    'voting-advice',
    // "Skal 16-åringer få stemme?" is a question about a position; "skal jeg stemme?" and "hvem skal få min stemme?" are not.
    wordPattern(
      String.raw`\b(?:hvem|kven|hvilket|hvilke|hva skal|kva|which|what|who|bør|skal|should|hvordan|korleis|how)\b.{0,200}?(?:(?<!\b(?:få|får|kan|kunne|for å|lov å|lov til å|rett til å|to|can) )\b(?:stemme|stemmer|røyste|røyster|vote|voting)|\b(?:stemmen|røysta) (?:min|mi|vår)|\bmy vote)\b`,
    ),
  ],
  [
    'voting-advice',
    wordPattern(String.raw`\b(?:anbefal\w*|tilrå\w*|recommend\w*)\b.*(?:¤|\bparti\w*|\bpart(?:y|ies)\b)`),
  ],
  ['voting-advice', wordPattern(String.raw`\bhjelp meg (?:å|med å) velge\b|\bhvilket parti (?:passer|ligner)\b`)],
  ['evaluation', wordPattern(String.raw`\b(?:ranger\w*|rank)\b.*(?:¤|\bparti\w*|\bpart(?:y|ies)\b)`)],
  [
    'evaluation',
    wordPattern(
      String.raw`\b(?:hvilket|kva|which|what|hvem|kven|who)\b[^?]*\b(?:er|is|har|has)\b(?: \w+){0,3} (?:best|beste|verst|verste|worst|dårligst|dummest|smartest)\b`,
    ),
  ],
  ['evaluation', wordPattern(String.raw`¤ (?:er|is) (?:\w+ )?(?:best|beste|verst|verste|worst|bedre|better)\b`)],
  [
    'evaluation',
    wordPattern(String.raw`\b(?:best|beste|verst|verste|worst) (?:av )?(?:partiet|parti|partiene|party|parties)\b`),
  ],
  [
    'evaluation',
    wordPattern(
      String.raw`^(?:er|is|are|hvorfor er|kvifor er|why (?:is|are))\s+¤.*\b(?:dum\w*|idiot\w*|rasist\w*|fascis\w*|nazi\w*|bra|god|gode|dårlig\w*|løgn\w*|korrupt\w*|farlig\w*|teit|teite|håpløs\w*|udugelig\w*|tåpelig\w*|stupid|racist\w*|evil|bad|good|liars?|corrupt)[\s?!.]*$`,
    ),
  ],
];

const help: readonly (readonly [HelpReason, RegExp])[] = [
  [
    'greeting',
    wordPattern(
      String.raw`^(?:hei|hallo|heisann|hei hei|god (?:dag|morgen|kveld)|hello|hi|hey|morn|goddag)(?: der| du)?[\s!.]*$`,
    ),
  ],
  [
    'thanks',
    wordPattern(String.raw`^(?:tusen takk|takk(?: skal du ha| for hjelpa?| for hjelpen)?|thanks?(?: you)?)[\s!.]*$`),
  ],
  ['human', wordPattern(String.raw`\b(?:er du|are you)\b.*\b(?:menneske|robot|ekte|person|human|bot|real|ki|ai)\b`)],
  [
    'capabilities',
    wordPattern(
      String.raw`^(?:hjelp|help|\?|hva kan du(?: gjøre| svare på)?|kva kan du|what can you do|hvem er du|hva er dette|who are you|hvordan virker (?:du|dette))[\s?!.]*$`,
    ),
  ],
];

/** Questions about the answer just given: where it is from, when, and whether it still holds. */
const source = wordPattern(
  String.raw`^(?:(?:og|men)\s+)?(?:når (?:er|var|ble) (?:det|dette|den)\b|hvor (?:har du|er) (?:det|dette)\b.*fra|er (?:det|dette) (?:fortsatt|framleis|fremdeles|offisiel\w*|partiets?|vedtatt)|er (?:det|dette) (?:slik|sånn) (?:fortsatt|ennå)|hv(?:em|or) (?:skrev|har skrevet|sto) (?:det|dette)|hva er kilden\b|hvilken kilde\b|kilde\?|kor (?:har du|er) (?:det|dette)\b.*frå|når er dette|where (?:is|did) (?:this|that|you)\b.*from|how old is (?:this|that)|is (?:this|that) (?:still|official))`,
);

export function declineReason(text: string): DeclineReason | null {
  return declined.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

export function helpReason(text: string): HelpReason | null {
  return help.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

export function asksForSource(text: string): boolean {
  return source.test(text);
}

/** Everybody is meant: "partiene", "hvilke partier", "er det noen som". */
export function meansAllParties(text: string): boolean {
  return wordPattern(
    String.raw`\b(?:partiene|partia|alle partie\w*|alle parti|hvilke partie\w*|hvilket parti|kva (?:for )?parti|noen (?:av )?partie\w*|nokon parti|andre partie\w*|hvem (?:vil|er|mener|ønsker|har|sier)|kven (?:vil|er|meiner|har|seier)|er det noen|er det nokon|the parties|which part(?:y|ies)|what part(?:y|ies)|any part(?:y|ies)|all parties|who (?:wants|is|supports))(?!\p{L})`,
  ).test(text);
}
