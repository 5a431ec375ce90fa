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
    wordPattern(
      String.raw`\b(?:hvem|kven|hvilket|hva|kva|who|which|what|bør|skal|should)\b.*\b(?:stemm\w*|røyst\w*|vote|voting)\b.*(?:\bpå\b|\bfor\b|\?|$)`,
    ),
  ],
  [
    'voting-advice',
    wordPattern(
      String.raw`\b(?:anbefal\w*|tilrå\w*|recommend\w*)\b.*(?:¤|\bparti\w*|\bpart(?:y|ies)\b)|\bhjelp meg å velge\b`,
    ),
  ],
  [
    'evaluation',
    wordPattern(
      String.raw`\b(?:best\w*|verst\w*|dårligst\w*|worst|rank\w*|ranger\w*)\b.*(?:¤|\bparti\w*|\bpart(?:y|ies)\b)`,
    ),
  ],
  [
    'evaluation',
    wordPattern(
      String.raw`(?:¤|\bparti\w*|\bpart(?:y|ies)\b).*\b(?:best|beste|verst|verste|worst)\b(?! (?:for|mulig))`,
    ),
  ],
  [
    'evaluation',
    wordPattern(
      String.raw`^(?:er|is|are|hvorfor er|why (?:is|are))\s+¤.*(?<!\p{L})(?:dum\w*|idiot\w*|rasist\w*|fascis\w*|nazi\w*|bra|gode?|dårlig\w*|løgn\w*|korrupt\w*|farlig\w*|teite?|håpløs\w*|udugelig\w*|tåpelig\w*|stupid|racist\w*|evil|bad|good|liars?|corrupt)(?!\p{L})[\s?!.]*$`,
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
