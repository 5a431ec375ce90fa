import { wordPattern } from '../language/word-pattern.js';

/* How a message leans on the one before, by its words. `¤` stands for a party's name. */
const lead = String.raw`(?:(?:og|men|ok|okei|ja|jo|hm+|så|and|but|yes|so|then|fint|takk|bra)[\s,!.]+)*`;
const end = String.raw`(?: (?:da|då|egentlig|eigentleg|please|takk|then))*[\s?!.]*$`;
const theyMean = String.raw`(?:mener|meiner|vil|sier|seier|gjør|gjer|synes|syns|ønsker|ønskjer|tenker|går|har|er|think|do|are|does|want|say)(?: (?:de|dei|they|partiet|¤|begge|alle|ikke|ikkje|det|dette|den|that|this|it|så|so|slik|for|mot|imot|å|gjøre|gjere|opposed|against|want|think|say|mene|meine|ha))*`;

const reasons = wordPattern(
  String.raw`^${lead}(?:(?:hvorfor|kvifor|korfor|why|hvorfor det|kvifor det|why so|how come)(?: (?:det|dette|ikke|ikkje|not|that|this|is that|so|så|slik|da|då|¤))*(?: ${theyMean})?|(?:hva|kva|what) (?:er|is|var|are)(?: (?:grunnen|begrunnelsen|grunngivinga|grunngjevinga|argumentet|argumenta|argumentene|årsaken|årsaka|the reason|the reasons|their reason|their reasons|their reasoning|the reasoning|the argument))(?: (?:deres|deira|til|for|bak|behind|det|that|this|it|¤))*|(?:hvordan|korleis|how) (?:begrunner|grunngir|grungjev|grunngjev|argumenterer|forklarer|forklarar|do|does)(?: (?:de|dei|they|partiet|¤|det|dette|that|this|it|for|justify|explain|argue))*|begrunnelse|begrunn|grunngi|forklar hvorfor|explain why)${end}`,
);
const more = wordPattern(
  String.raw`^${lead}(?:(?:kan|eg|jeg|could|can|i|få|vis|vise|fortell|fortelle|fortel|gi|gje|har|du|de|dei|partiet|¤|er|finnes|finst|det|sier|seier|mener|skriver|skriv|sagt|do|you|they|have|is|are|there|show|tell|give|get|see|se|sjå|vil|ha|want|hva|kva|what|meg|me) )*(?:(?:noe|noko|litt|enda|endå|noen|nokre|some|any|anything|even|a bit|ti|to|say|says) )*(?:mer|meir|flere|fleire|more|annet|anna|else|neste|next|flere sitat\w*|fleire sitat\w*|further)(?: (?:sitat\w*|quotes?|svar|info\w*|detalj\w*|details|tekst|resultat\w*|results|å|si|sier|seier|sagt|skriver|skriv|de|dei|they|to|say|said|that|du|har|do|om|about|on|av|enn|than|det|dette|der|this|it|saken|saka|temaet|emnet|topic|the|fra|frå|from|dem|them|deg|partiet|¤|please|takk|her|here|og|and|,))*${end}`,
);
const moreOf = wordPattern(
  String.raw`^${lead}(?:(?:vis|vise|gi|gje|show|give|kan jeg få|kan eg få|can i get|can i see)(?: meg| me)? )?(?:flere sitat\w*|fleire sitat\w*|more quotes)(?: (?:fra|frå|from|av|by)(?: the)?)?(?=\s)`,
);
const everything = wordPattern(
  String.raw`^${lead}(?:(?:kan du|kan jeg|kan eg|can i|can you|få|vis|vise|les|lese|se|sjå|show|read|see|give|gi|gje|meg|me|jeg vil|eg vil|i want to|i want) )*(?:hele|heile|alt|alle(?= sitat)|the whole|whole|all(?= (?:of it|quotes|the))|everything|full|the full|the entire)(?: (?:sitat\w*|teksten|teksta|tekst|quotes?|text|saken|svaret|answer|avsnitt\w*|greia|thing|of|them|it|de|dei|har|sier|seier|skriver|om|det|dette|about|that))*${end}`,
);
const youth = wordPattern(
  String.raw`\b(?:ungdomsparti\w*|ungdomsorganisasjon\w*|ungdomslag\w*|ungdommen|ungdomen|youth (?:party|wing|organi[sz]ation)|their youth)(?: (?:deres|deira|sin|sitt|til dem|til dei|til partiet|til det partiet|of theirs))?(?= (?:da|då|om|about|on|then|mener|meiner|sier|seier|say|think|vil)\b|[\s?!.,]*$)`,
);
const mother = wordPattern(String.raw`\b(?:moderpartiet|morpartiet|the mother party|the parent party)(?!\p{L})`);
const agreement = wordPattern(
  String.raw`\b(?:ser|tenker|tenkjer|mener|meiner|synes)\b(?: \w+| ¤){0,3}? (?:likt|ulikt|forskjellig|ulikt)\b|\b(?:skiller|skil)\b(?= ¤| de\b| dei\b)|\b(?:på linje|på samme side|på same side|on the same page|samme linje|same linje)\b|\b(?:enige?|einige?|uenige?|ueinige?|usamde?|samde?|agree|disagree|agrees|disagrees|agreement|in agreement|forskjellen|forskjell|skilnaden|skilnad|difference|differences|differ|ulike syn|ulikt syn|likheter|likskap|sammenlign\w*|samanlikn\w*|compare|contrast)(?!\p{L})`,
);
const everyAgreement = new RegExp(agreement, 'giu');
const change = wordPattern(
  String.raw`\b(?:(?:har|have|has|did)(?: \w+| ¤){0,3}? (?:endre[td]?|endra|skiftet|skifta|snudd|snudde|byttet|bytta|forandret|forandra|changed?|shifted|flip-?flopped)(?: (?:mening|meining|syn|standpunkt|posisjon|kurs|holdning|haldning|seg|its|their|his|mind|position|view|views|stance|the))*|(?:ment|meint|sagt) det samme (?:hele tiden|heile tida|alltid)|alltid (?:ment|meint)|always (?:thought|said|wanted)|(?:før|tidligere|tidlegare|used to) (?:ment|meint|mente|meinte|think|say|want)|(?:mente|meinte|sa|skrev) (?:de |dei |¤ )?(?:før|tidligere|tidlegare)|snudd i|endring over tid|endring over tid|over time)(?!\p{L})`,
);
const sorry = String.raw`(?:feil parti|wrong party|nei|nja|niks|no|nope|feil|unnskyld|beklager|orsak|sorry|oi|oops|ops|ups|altså|jo|vent|wait|actually|hm+)`;
const iMeant = String.raw`(?:(?:jeg|eg|æ|i|det)(?: var| was)? )?(?:mente|meinte|meiner eg|tenkte på|tenkjer på|meant|mean|skulle skrive|skulle skrevet|skulle spørre|was asking|was thinking of)(?: (?:jeg|eg|jo|egentlig|eigentleg|heller|å spørre|å skrive|to ask|om|about|at))*`;
/** Each is taken away in turn: "nei, jeg mente", "ikke skolen, men", ", ikke skolen", "mente jeg". */
const corrections: readonly RegExp[] = [
  wordPattern(String.raw`^(?:${sorry}[\s,.!:–-]+)+`),
  wordPattern(String.raw`^(?:ikke|ikkje|not)(?: \w+){1,4}?(?:[\s]*[.,;:–-]+\s*(?:men |but )?| (?:men|but) )`),
  wordPattern(String.raw`^${iMeant}\b[\s,:]*`),
  wordPattern(String.raw`[\s,]+${iMeant}[\s?!.]*$`),
  wordPattern(String.raw`[\s]*,\s*(?:ikke|ikkje|not)(?: \w+){1,4}[\s?!.]*$`),
];
const leaningStart = wordPattern(
  String.raw`^(?:og|men|hva med|kva med|hva så|kva så|enn|what about|and|how about|nei|no|but|ok|okei|hva om|eller|or|også|så|gjelder (?:det|dette)|gjeld (?:det|dette)|does (?:that|it) apply|(?:(?:vis|fortell|fortel|tell|show)(?: meg| me)? )?(?:mer|meir|more) (?:om|about))\b|^\S+(?: \S+){0,2} (?:da|då|then)[\s?!.]*$`,
);
const pronoun = wordPattern(
  String.raw`\b(?:dem|them|they|begge|samme|same|partiet|dette partiet|det partiet|the party|their|deres|deira|sitt|ditto|det samme)(?!\p{L})|\b(?:mener|meiner|vil|sier|seier|har|er|gjør|gjer|synes|syns|ønsker|ønskjer|tenker|tenkjer|går|stiller|støtter|støttar|foreslår|føreslår|skriver|skriv|lover|lovar|kan|skal|om|hos|fra|frå|for) (?:de|dei)(?!\p{L})(?! (?:\p{L}+este|eldre|yngre|rike|fattige|unge|gamle|små|store|fleste|som|ansatte|tilsette|andre)(?!\p{L}))`,
);
const itself = wordPattern(
  String.raw`\b(?:om|på|for|mot|imot|i|about|on|with|med|against) (?:det|dette|dem|dei|this|that|it|them)(?!\p{L})`,
);

/** Groups of people and places: "hva med ungdom?" narrows the topic before, it does not replace it. */
const narrowing = wordPattern(
  String.raw`^(?:(?:de|dei|the|folk|personer|personar|people|those) )?(?:barn|born|barna|borna|ungdom\w*|ungdomar|unge|unge voksne|barn og unge|born og unge|eldre|gamle|kvinner?|kvinnene|jenter|gutter|menn|studenter|studentar|elever|elevar|gravide|innsatte|innsette|fanger|fangar|pårørende|pårørande|foreldre|innvandrere|innvandrarar|flyktninger|flyktningar|mindreårige|mindreårige|voksne|vaksne|tunge (?:bruker\w*|rusavhengige)|rusavhengige|rusavhengige|(?:under|over) (?:\d+|atten|femten|seksten)(?: år)?|fengsel|fengslene|fengsla|skolen|skulen|skolene|distriktene|distrikta|byene|byane|kommunene|kommunane|children|kids|young people|youth|teenagers|women|men|elderly|prisoners|inmates|students|minors|adults|parents|relatives|immigrants|pregnant women|in prison|prisons|schools?)(?: (?:under|over) \d+(?: år)?)?(?: (?:da|då|then))?$`,
);

const bareFrame = wordPattern(
  String.raw`^(?:(?:og|men|hva med|kva med|enn|what about|how about|and|gjelder (?:det|dette)|gjeld (?:det|dette)|does (?:that|it) apply)\b(?! (?:hva|kva|what)\b)|\S+(?: \S+){0,2} (?:da|då|then)[\s?!.]*$)`,
);
const ordinal = (words: string): RegExp =>
  wordPattern(
    String.raw`^(?:jeg mener |eg meiner |i mean )?(?:det|den|nr\.?|nummer|number|the)? ?(?:${words})(?: (?:partiet|ein|one|party|alternativet))?[\s?!.]*$`,
  );
const ordinals: readonly RegExp[] = ['første|fyrste|first|1|en|ein', 'andre|second|2|to', 'tredje|third|3|tre'].map(
  ordinal,
);

export type Relation = 'reasons' | 'more' | 'everything';

/** What is wanted of the answer before, where a message asks for nothing else. */
export function relationOf(masked: string): Relation | null {
  if (reasons.test(masked)) return 'reasons';
  if (everything.test(masked)) return 'everything';
  return more.test(masked) ? 'more' : null;
}

/** "flere sitater fra Ap om LAR": asks for all that can be shown, whether or not something was shown before. */
export function withoutMoreOf(text: string): string | null {
  const left = text.replace(moreOf, '');
  return left === text ? null : left;
}

/** "ungdomspartiet deres": the youth organisation of the party before, or its mother party. */
export function relativeMeant(masked: string): 'youth' | 'mother' | null {
  if (youth.test(masked)) return 'youth';
  return mother.test(masked) ? 'mother' : null;
}

export function asksForAgreement(masked: string): boolean {
  return agreement.test(masked);
}

export function withoutAgreement(text: string): string {
  return text.replace(everyAgreement, ' ');
}

export function asksForChange(masked: string): boolean {
  return change.test(masked);
}

export function withoutChange(text: string): string {
  return text.replace(change, ' ');
}

/** "nei, jeg mente Sp" → "Sp"; null where nothing is put right. */
export function withoutCorrection(text: string): string | null {
  // Twice: "jeg mente ikke LAR, men tvang" puts two things right, one after the other.
  const left = [...corrections, ...corrections].reduce(
    (rest, pattern) => rest.replace(pattern, '').trim(),
    text.trim(),
  );
  return left === text.trim() || left === '' ? null : left;
}

/** The message begins like one that goes on from another, or says "they" and "it". */
export function withoutRelative(text: string): string {
  return [youth, mother].reduce((left, pattern) => left.replace(pattern, ' '), text);
}

export function leans(masked: string): boolean {
  return leaningStart.test(masked) || pronoun.test(masked);
}

export function pointsAtTopic(masked: string): boolean {
  return itself.test(masked);
}

/** In a bare frame a group or a place narrows: "og for ungdom?", not "hva sier de om ungdom?". */
export function narrows(masked: string, topic: string): boolean {
  return bareFrame.test(masked) && narrowing.test(topic);
}

/** "det første", "nummer to": which of those that were offered; 0 for the first, null where none is said. */
export function ordinalMeant(masked: string): number | null {
  const at = ordinals.findIndex((pattern) => pattern.test(masked));
  return at < 0 ? null : at;
}
