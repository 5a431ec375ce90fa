import type { DeclineReason } from '../domain.js';
import { wordPattern } from '../language/word-pattern.js';

/*
 * What is asked for that nobody gets here, by its words. `¤` stands for a party's name.
 * Gaps are bounded, so that no message costs more than its length.
 */
const gap = String.raw`[^?!.]{0,90}?`;
const party = String.raw`(?:¤|\b(?:\w*parti\w*|part(?:y|ies))\b)`;
const which = String.raw`(?:hvilke[tn]?|hvem|hva for|kva(?: for(?: eit)?)?|ka|kem|kven|korleis|hvordan|what|w?hich|wich|who|whom|how)`;
const me = String.raw`(?:jeg|eg|æ|vi|man|ein|en|meg|oss|me|i|we|us|min|mitt|mi|my|our)`;
const voter = String.raw`(?:${me}|du|dere|de|folk|you|one|people|someone|velgere|velgerne|veljarar|veljarane)`;
const vote = String.raw`(?:ste?mme?|ste?mmer|stemt|steme|stemmen|kryss|krysset|krysse|stæmme|stemma|stemmeseddel\w*|stemmesetel\w*|røyste?|røyster|røysta|votes?|voting|voted|ballot)`;
const choose = String.raw`(?:velge|velje|velja|foretrekke|gå for|satse på|støtte|bytte|byte|melde meg inn i|choose|pick|support|go for|back|go with|switch|join|be for)`;
/** "Skal 16-åringer få stemme?" asks for a position, and so does "stemme over". */
const mayVote = String.raw`(?<!\b(?:få|får|kan|kunne|for å|lov å|lov til å|rett til å|rett til|rett på|for ung til å|alder for å|før (?:jeg|eg|vi)|can|allowed to|right to|able to|before i|be to|enough to|of|electronic|compulsory) )`;
/** "har ¤ noe for sånne som meg" asks what a party does for people of some kind. */
const ofMyKind = String.raw`(?<!\b(?:sånne|sånn|slike|slik) )`;
const onIssues = String.raw`(?! (?:for|mot|imot|over|against|ned|gjennom|rights?|age|system)\b)`;
const judging = String.raw`(?:(?:best|verst|dårligst|dårlegast|dummest|dummast|smartest|smartast|flinkest|flinkast|svakest|svakast|sterkest|sterkast|ærligst|ærlegast|rettest|klokest|klokast|farligst|farlegast|sannest)e?|mest (?:ærlig|ærleg|troverdig|truverdig|fornuftig|seriøs|pålitelig|påliteleg|ekstrem)\w*|(?:minst|least) (?:dårlige?|dårlege?|ille|gale?|bad|evil|awful)|worst|weakest|strongest|smartest|greatest|stupidest|dumbest|wisest|(?:most|least) (?:honest|trustworthy|sensible|credible|reasonable|extreme|serious|reliable))`;
const abuse = String.raw`(?:idiot\w*|dumme?|dumt|teite?|tåpelig\w*|tåpeleg\w*|patetisk\w*|ubrukelig\w*|ubrukeleg\w*|håpløs\w*|håplaus\w*|udugelig\w*|udugeleg\w*|inkompetent\w*|gærne?|gærninger|bortskjem\w*|tullepart\w*|tøysepart\w*|joke party|latterlig\w*|latterleg\w*|klovner?|klovnar|hyklere|hyklarar|hyklersk\w*|løgner\w*|løgnar\w*|dritt\w*|\w*svin|\w*duste?r?|naive?|griske?|grådige?|kjeltring\w*|ræva|søppel|avskum|landssvik\w*|forræder\w*|forrædar\w*|traitors?|scum|crooks?|feiginger|feiginger|tosk\w*|tullinger|tullingar|sinnssyke?|hjernevask\w*|stupid|dumb|idiotic|pathetic|useless|hopeless|clueless|incompetent|insane|crazy|annoying|greedy|cowards?|clowns?|hypocrites?|liars?|morons?|losers?|disgusting|ridiculous)`;
/** Words that are insults only where they are said of a party: "er Frp rasister?". */
const ofParty = String.raw`(?:${abuse}|rasist\w*|fascist\w*|fasist\w*|nazi\w*|kommunist\w*|bra|god|gode|dårlig\w*|dårleg\w*|korrupt\w*|farlig\w*|farleg\w*|ekstrem\w*|populist\w*|feige?|gale|galne|onde?|slemme?|evil|bad|good|any good|lying|corrupt|racists?|fascists?|communists?|dangerous|extreme|mad|nuts)`;
/** Who is called names: a party, or all who are in politics. */
const target = String.raw`(?:¤|\b(?:politiker\w*|politikar\w*|politicians|sosialist\w*|socialists|støre|listhaug|vedum|erna|solberg|stoltenberg|moxnes|bergstø|melby|bollestad|statsminister\w*)\b)`;
const is = String.raw`(?:er|is|are|var|was|were)`;
const lying = String.raw`(?:lying|lyver?|lyg|lyge|juger|juge|lie|lies|lied|hater?|hatar|hates?|hated)`;
const writing = String.raw`(?:\w*(?:dikt|vers|vise|visa|sang|song|rap|tale|innlegg|brev|eventyr|fortelling|forteljing|reklame|annonse|kronikk|appell|vits|vitsar|slagord)|songtekst|sangtekst|poem|limerick|haiku|essay|\w*stil(?:en)?|speech|slogan|ads?|advertisement|jokes?|story|kode|code|tweet|post|letter|oppgave|oppgåve)`;

/** Tricks and orders. */
const instructions: readonly string[] = [
  String.raw`\b(?:ignor\w*|glem|gløym|overse|oversjå|forget|disregard|bypass|override|omgå|drop|slutt å følge|stop following|bryt|break)\b${gap}\b(?:instruks\w*|regl\w*|reglar|instruct\w*|rules?|prompts?|begrens\w*|restrict\w*|retningslinj\w*|guidelines?|alt du|everything|alt over|previous|above|nøytral\w*|neutral\w*|filter\w*|programmering\w*|beskjed\w*|sitatene|kildene|citations?|sources|quotes)`,
  String.raw`\b(?:skriv|dikt|lag|write|compose|create|draft|generate|make|gi meg|give me)\b(?: \w+){0,5}? ${writing}\b`,
  String.raw`\b(?:system ?prompt\w*|systemmelding\w*|jailbreak\w*|late som|lat som|pretend|du er nå|du er no|fra nå av|frå no av|from now on|you are (?:now|dan)|you're now|act as|oppfør deg som|spill rollen|spel rolla|rollespill|rollespel|vi (?:spiller|spelar|leker) |let's play|role ?play|rolle som|(?:developer|admin|dan|debug) ?mode|utviklermodus|new instructions?|nye instruks\w*|hidden (?:prompt|instructions?)|initial (?:prompt|instructions?)|(?:du har|you have) (?:fått )?(?:nye reglar|nye regler|new rules)|dine instruks\w*|instruks\w* (?:dine|du)|your (?:instructions?|prompt|rules)|do anything now|(?:text|teksten?|teksta)(?: \w+){0,2} (?:above|over|ovenfor)|(?:first|previous|earlier) (?:message|instruction)s? (?:in|of|before)|(?:reveal|avslør|røp)\w* (?:\w+ ){0,3}?(?:prompt\w*|message|instruks\w*|instructions?|melding\w*))\b`,
  String.raw`\b(?:skru|slå|turn|switch) (?:av|off)\b${gap}\b(?:kild\w*|kjeld\w*|sitat\w*|nøytral\w*|filter\w*|sources?|citations?|quotes?|neutral\w*)|\b(?:finn på|dikt opp|make up|invent|fabricate|fake)\b`,
  String.raw`\b(?:si|sei|svar|gjenta|gjenteke|say|repeat|answer|print|skriv|write|output|bekreft|confirm|påstå)\b(?: \w+){0,3}? ?(?:at|that|:|bare|berre|only|kun|just|etter meg|after me|med|with)[^?]{0,60}(?:${judging}|\bja\b|\byes\b|\bnei\b|\bno\b|\bste?m\w*|\bvote\b|\brøyst\w*|¤ (?:${is}|har|has)|\bvinn\w*|\bwins?\b)`,
  String.raw`\b(?:skriv om|omskriv|rewrite|rephrase|parafraser|paraphrase)\b|\b(?:konfigurasjon\w*|configuration|innstilling\w* di\w*)\b|\binstruks\w* (?:har|fikk|fekk|følger|følgjer) du\b`,
  String.raw`(?<!\b(?:to|not|who|they|we|i|would|should|must) )\b(?:oversett|omset|translate|dekod|decode|utfør|execute)\b|\b(?:you|want you|like you) to (?:translate|decode|execute)\b`,
  String.raw`\b(?:jeg|eg|i) (?:er|am|'m)(?: \w+){0,2} (?:utvikler\w*|utviklar\w*|developer|administrator\w*|admin|programmerer\w*|openai|anthropic)\b`,
];

/** Advice for the person who asks, whatever else the message says. */
const personal: readonly string[] = [
  String.raw`\b(?:bør|skal|ska|burde|må|should|shoud|shall|ought|must)\b(?: \w+){0,2}? ?\b${voter}\b(?: \w+){0,3}? ?${mayVote}\b(?:${vote}\b${onIssues}|${choose}\b(?:(?: \w+){0,3}? ?(?:¤|part)|[\s?!.]*$))`,
  String.raw`\b${which}\b${gap}\b(?:bør|skal|ska|burde|should|shoud|kan|can)\b ?\b${me}\b${gap}\b${vote}\b`,
  String.raw`\b(?:hjelp|help)\b${gap}\b(?:${vote}|${choose}|bestemme meg|decide)\b`,
  String.raw`\b(?:vet|veit|aner|know|sikker|sure|usikker|unsure|uncertain|vurderer|vurderar|considering|thinking of|tenker på)\b(?: \w+){0,5}? (?:å )?(?:${vote}|velge|velje)\b`,
  String.raw`\b(?:stemmen|røysta|stemma) (?:min|mi|vår)\b|\bmin stemme\b|\bmi røyst\b|\bmy (?:vote|ballot)\b|\bmitt valg\b|\bmitt val\b|\bbestemme meg\b|\bi am torn\b|\bi'm torn\b`,
  String.raw`\b(?:which|hvilket|kva|hvilke) (?:\w+ )?part\w*\b${gap}\b(?:should|bør|skal|burde|must)\b${gap}\b${choose}\b|\bpart\w*\b${gap}\b(?:my|min|mitt) (?:match|valg|val)\b|\b(?:lønner|lønar|lønner det) (?:det )?seg (?:for|å)\b${gap}\b${choose}\b`,
  String.raw`\bval(?:g)?omat\w*|\b(?:hva|kva|ka|hvem|kven|kem|what) (?:synes|syns|tenker|tenkjer|tykkjer|tror|trur|anbefaler|foreslår|rår) (?:du|dere)\b|\b(?:må|måtte|had to|have to) (?:du |you )?(?:velge|velje|choose|pick)\b|\bif u were me\b`,
  String.raw`\b(?:hvem|kven|who|who's|hvilket parti|kva parti|which party|parti\w*)\b${gap}\b(?:på min side|på mi side|on my side|my back|for meg og|for me and)\b|\b(?:ett|eit|one) (?:\w+ )?part(?:i|y) (?:for|til) (?:meg|me)\b|\bhvor hører (?:jeg|vi) hjemme\b|\bkvar høyrer (?:eg|vi) heime\b`,
  String.raw`\b(?:go with|gå for|gå over til|switch to)(?: the)? ¤|\b(?:where|hvor|kvar|hvem|kven|which) (?:would|ville|hadde|do|does) (?:you|u|du) (?:go|gå|tick|choose|pick|velge|velje|gått|valgt)\b|\bpart(?:y|i|iet)\w* (?:do |does |som )?(?:you|du|dere) (?:support|støtter|støttar|like|liker|likar|prefer|foretrekker|føretrekkjer|heier)\b`,
  String.raw`\b(?:angre|regret)\b${gap}\b${vote}\b`,
  String.raw`\b(?:alltid|always)\b(?: \w+)? (?:stemt|røysta|voted)\b`,
  String.raw`\b(?:anbefal\w*|tilrå\w*|rår|råder|foreslå\w*|føreslå\w*|recommend\w*|suggest\w*|advise|endorse)\b(?: \w+){0,2}? ?\b(?:du|dere|meg|oss|you|me|us)\b|\b(?:du|dere|you)\b(?: \w+){0,4}? (?:anbefal\w*|tilrå\w*|recommend|suggest|advise|endorse)\b|^(?:anbefal|tilrå|recommend|suggest|endorse)\b`,
  String.raw`${party}${gap}\b(?:like|lik) (?:meg|me|oss|us)\b|\b(?:\w*parti\w*|part(?:y|ies))\b${gap}\bsom (?:meg|me|oss|us)\b|¤${gap}${ofMyKind}\bsom (?:meg|me|oss|us)\b`,
  String.raw`\b(?:passer|passar|passe|ligner|liknar|fits?|suits?|match(?:es)?|aligns?|samsvarer)\b${gap}\b(?:meg|me|mine|mitt|my|oss|us)\b`,
  String.raw`\b${which}\b${gap}\b(?:parti|party|val|valg|choice)\w*\b${gap}\b(?:passer|passar|fits?|suits?|rette|riktige|right|klokast\w*|klokest\w*)\b(?: \w+){0,2}? ?(?:for|til)?\b`,
  String.raw`\b(?:hvem|kven|hva|kva|hvilket parti|kva parti|who|what|which party)\b(?: \w+){0,2}? (?:ville|would|hadde|skulle|heier|legger|legg|stemmer|stemte|røyster|did|do|will) (?:du|dere|you)\b`,
  String.raw`\b(?:synes|syns|tror|trur|mener|meiner|tykkjer|do|would|enig|einig|samd|agree)\b (?:du|dere|you)\b(?! (?:have to|må)\b)${gap}(?:${mayVote}\b${vote}\b|${party})`,
  String.raw`\b(?:du|dere|you)\b(?: \w+){0,2}? (?:enig|einig|samd|agree)\b`,
  String.raw`\b(?:favoritt\w*|favou?rite)\b${gap}part\w*|\bpart\w*\b${gap}\bfavou?ritt?e?\b`,
  String.raw`\b(?:overbevis|overtal|convince|persuade)\b${gap}(?:\b${vote}|¤)`,
  String.raw`\b(?:tell|fortell|si|sei|velg|vel|choose|pick|decide|bestem|avgjør)\b${gap}\b(?:for me|for meg|hvem jeg|kven eg|hva jeg skal|kva eg skal|who to|how to vote|whom to)\b`,
  String.raw`\b(?:your|din|ditt) (?:honest |ærlige |ærlege )?(?:opinion|mening|meining|favou?rite)\b|\bif you (?:were me|had a)\b|\b(?:hvis|om|dersom|viss) du (?:var|hadde|vore) (?:meg|meg\b|jeg|eg|en stemme)`,
  String.raw`\b(?:stole på|lite på|trust|trusted|snakker sant|snakkar sant|telling the truth|tells the truth|høre på|listen to)\b[\s?!.]*$|\b(?:hvilke[tn]? parti\w*|kva parti|which part\w*|hvem|kven|who) (?:\w+ ){0,3}?(?:stole på|lite på|trusted|snakker sant|snakkar sant|telling the truth|making a mistake)\b|\b(?:which|who|hvem|kven) (?:of|av) (?:us|oss)\b`,
  String.raw`\b(?:bytte|byte|switch) (?:til|to) ¤|\b(?:hører?|høre|listen) (?:på|to)\b[\s?!.]*$`,
];

/** Advice, predictions and rankings; not where a party's own view is asked for: "hva mener ¤ er best for eldre?". */
const general: readonly string[] = [
  String.raw`\b${which}\b${gap}${mayVote}\b${vote}\b${onIssues}`,
  String.raw`\b(?:lurt|smart|dumt|klokt|riktig|rett|verdt|bortkasta|bortkastet|wise|right|worth|stupid|good idea|wasted?)\b${gap}\b${vote}\b|\b${vote}\b${gap}\b(?:bortkasta|bortkastet|wasted)\b`,
  String.raw`\b(?:grunner|grunnar|reasons?|hvorfor|kvifor|why)\b${gap}${mayVote}\b${vote}\b${onIssues}`,
  String.raw`\bvoting for(?: the)? ¤|\bvoting for\b[^?]{0,60}\b(?:mistake|worth|smart|waste[d]?|idea)\b|^(?:stem|røyst|vote)(?: på| for)? ¤|\b(?:stemme|røyste|vote)(?: på| for)? ¤`,
  String.raw`^(?:.{0,60}[.!,] )?¤ (?:eller|or|vs\.?) ¤[\s?!.]*(?:$|[.?!])`,
  String.raw`\b(?:vinne|vinner|vinn|vant|win|wins|won|blir statsminister|vert statsminister|become prime minister|be prime minister)\b${gap}\b(?:valg\w*|val|valet|stortingsval\w*|election\w*)\b|\b(?:hvem|kven|who)\b${gap}\b(?:statsminister|prime minister)\b`,
  String.raw`\b(?:ranger\w*|ranke[r]?|rank|ranking|rate|terningkast|(?:topp|top) ?(?:\d+|to|tre|fire|fem|three|five|ten)|sorter\w*|rekkefølge\w*|rekkjefølgje\w*|out of (?:ten|five|10|5)|av (?:ti|ti mulige|10)|poeng|score)\b${gap}${party}|\b(?:sett|gi|gje|give)\b(?: \w+){0,3}? (?:karakter\w*|grades?)\b|\b(?:tilrå|anbefale|recommend|endorse)\b(?: \w+){0,2} part(?:i|y)\b|\b(?:klokaste|klokeste|beste|rette|riktige|right|best) (?:valet|valget|val|valg|choice)\b|${party}${gap}\b(?:rangert|ranked|rekkefølge\w*|rekkjefølgje\w*|terningkast|på en skala|on a scale)\b`,
  String.raw`\b(?:${which}|er|is|are)\b[^?]{0,120}\b(?:${is}|har|has|have)\b(?: \w+){0,3} ${judging}\b`,
  String.raw`\b(?:hvem|kven|who)\b(?: \w+){0,3} (?:country |landet |dette landet )?${judging}\b|\b(?:parti\w*|party|parties)\b(?: \w+){0,1} ${judging}\b`,
  String.raw`¤ ${is}(?: \w+)? (?:${judging}|bedre|betre|better|verre|worse)\b|\b${is}(?: the)? ¤(?: \w+){0,3} (?:bedre|betre|better|verre|worse)\b|\b${is} ¤ (?:bedre|betre|better|verre|worse|best|verst|worst)\b`,
  String.raw`\b${judging} (?:av )?(?:\w*parti\w*|party|parties|politikk\w*|policy|policies|politician\w*|politiker\w*|politikar\w*)\b|\b(?:best|beste) \w*(?:politikk|politikken)\b`,
  String.raw`\b(?:hvem|kven|hvilke[tn]? parti\w*|kva parti|who|which (?:of the )?part\w+)\b[^?]{0,60}\b(?:har (?:mest )?rett|${lying}|is right|are right|is wrong|tar feil|tek feil)\b`,
  String.raw`\b(?:more|less|mer|meir|mindre) (?:trustworthy|honest|sensible|credible|reliable|troverdig\w*|truverdig\w*|ærlig\w*|ærleg\w*|seriøs\w*|fornuftig\w*|pålitelig\w*|påliteleg\w*) (?:than|enn)\b|\b(?:has|have|got|har) (?:the |den |det |dei )?${judging} (?:plan|plans|program\w*|idé\w*|ideas?|løsning\w*|løysing\w*|politikk\w*)\b`,
  String.raw`\b(?:har|has|did|tar|tek|is|er) ¤ (?:rett|right|feil|wrong|correct)\b`,
  String.raw`¤[^?]{0,60}\b${abuse}\b(?! ?(?:om|about)\b)[^?]{0,40}[\s?!.]*$|\b${abuse} (?:i|in|hos|at|to join|å melde seg inn i)(?: \w+){0,2} ?¤|\b(?:hvor|kor|how) ${abuse}\b`,
];

/** A party, or whoever wrote this, called names. */
const insults: readonly string[] = [
  String.raw`${target}(?: \w+){0,2}? ${is}\b[^?]{0,60}\b(?:${ofParty}|gjeng\w*|bunch|\w*svin)\b[^?]{0,40}[\s!.]*$|^(?:alle i |dei i |de i |folk i |all |everyone in )?(?:the )?¤ ${is} (?!for\b|mot\b|imot\b|against\b|in favou?r|enig|einig|samd|med\b|på\b|i\b|positiv|negativ|opptatt|skeptisk)[^?]{2,80}$`,
  String.raw`^(?:\w+ )?(?:${is}|hvorfor ${is}|kvifor ${is}|why ${is})(?: \w+){0,3}? ?${target}(?: \w+){0,4}? ${ofParty}\b[^?]{0,30}[\s?!.]*$`,
  String.raw`\b(?:hvorfor|kvifor|why|når slutter|når sluttar|når skal|når vil|when will)\b(?: \w+){0,2}? ?${target}${gap}\b(?:${lying}|${abuse})\b|\b(?:hvorfor|kvifor|why|slutter|stop)(?: \w+)? ${lying}\w* ${target}|\b(?:når|when) (?:skal|vil|will)(?: the)? ¤ (?:slutte|slutta|stop)\b|\b(?:hvorfor|kvifor|why) ${lying} ${target}|\bingen (?:liker|likar) (?:dem|dei|¤)\b|\bnobody likes (?:them|¤)`,
  String.raw`^(?:fuck|faen ta|dra til helvete|drit i)\b${gap}¤|¤ (?:suger|sucks?|er noe dritt|er dritt)\b`,
];

const rudeness: readonly string[] = [
  String.raw`^(?:du|you)(?: er|'re| are)\b[^?]{0,60}\b(?:${ofParty}|søppel|trash|garbage|elendig\w*|verdiløs\w*|dritt\w*|dummere|dummare|dumber|teitere|ræva|crap|shit\w*)\b|^(?:for en|for ein|for ei|for et|what an?)\b[^?]{0,40}\b(?:${abuse}|elendig\w*|crap|shit\w*|joke|vits)\b`,
  String.raw`^(?:(?:jævla|din|ditt|your?|stupid|dumme|teite) ){1,3}(?:\w+ ){0,2}(?:bot|robot|maskin|machine|chatbot|idiot)\b`,
  String.raw`\b(?:bot|boten|botten|chatboten|tjenesten|tenesta|service)\b(?: \w+){0,3}? (?:trash|garbage|junk|søppel|dritt|crap|useless|ubrukelig|ubrukeleg)\b|\bworthless\b|\b(?:tett|tom) i (?:pappen|hodet|hovudet)\b`,
  String.raw`^(?:fuck (?:you|off)|faen ta deg|dra til helvete|hold kjeft|shut up|kyss meg i ræva)\b`,
];

/** A party's own view is asked for. */
export const reported = wordPattern(
  String.raw`\b(?:mener|meiner|synes|syns|sier|seier|vil|ønsker|ønskjer|foreslår|føreslår|går|does|do|will|would|ifølge|ifølgje|according to)(?: the)? ¤|¤ (?:mener|meiner|vil|seier|sier) (?:om|på)\b`,
);

/** Orders that no word gives away. */
export const marks = wordPattern(
  String.raw`\[/?(?:inst|system)\]|</?(?:system|assistant|user|instructions?)>|<\|[^|]{0,30}\|>|"(?:role|system)"\s*:|^\s*#{1,4}\s*(?:system|instruction)|(?<![a-z0-9+/])[a-z0-9+/]{28,}={0,2}(?![a-z0-9+/])`,
);

/*
 * Whatever the patterns above refuse has one of these, and most messages have none: they are through at a tenth of the
 * cost. tests/answer/refusals.test.ts reckons from the patterns whether one is missing.
 */
const tellingWords: readonly string[] = [
  String.raw`(?:${vote}|${choose}|${ofParty}|bedre|betre|better|verre|worse|gjeng\w*|bunch|bestemme meg|decide|vant|wins?|won|ja|yes|nei|no)\b`,
  String.raw`ste?m|røyst|vinn|lying|ly(?:v|ge?)|juge|lie|hat[ae]|av (?:ti|10)|out of`,
  String.raw`ignor|glem|gløym|overse|oversjå|forget|disregard|bypass|override|omgå|drop|slutt å følge|stop following|bryt|break|omskriv|rewrite|rephrase|parafraser|paraphrase|konfigurasjon|configuration|innstilling|oversett|omset|translate|dekod|decode|utfør|execute`,
  String.raw`(?:skriv|dikt|lag|write|compose|create|draft|generate|make|gi meg|give me|finn på|make up|invent|fabricate|fake)\b|(?:skru|slå|turn|switch) (?:av|off)`,
  String.raw`du er n[åo]|fr[aå] n[åo] av|from now on|you are (?:now|dan)|you're now|act as|oppfør deg som|spill rollen|spel rolla|rollespill|rollespel|vi (?:spiller|spelar|leker) |let's play|role ?play|rolle som|(?:developer|admin|dan|debug) ?mode|do anything now|text`,
  String.raw`(?:min stemme|mi røyst|my (?:vote|ballot)|i am torn|i'm torn|(?:min|mi|my|mitt) (?:match|valg|val)|på min side|på mi side|on my side|my back|for meg|for me|til meg|til me|hjemme|heime|hvem jeg|kven eg|hva jeg skal|kva eg skal|who to|how to|whom to)\b`,
  String.raw`(?:synes|syns|tenker|tenkjer|tykkjer|tror|trur|anbefaler|foreslår|rår|mener|meiner|do|did|does|will|would|ville|hadde|skulle|heier|legger|legg|stemmer|stemte|røyster) (?:du|u|dere|you)\b|(?:which|who|hvem|kven) (?:of|av) (?:us|oss)`,
  String.raw`anbefal|tilrå|råd?e?r|foreslå|føreslå|recommend|suggest|advise|endorse|pass[ea]|ligner|liknar|(?:fits?|suits?|aligns?)\b|match|samsvarer|enig|einig|samd|agree|overbevis|overtal|convince|persuade`,
  String.raw`(?:your|din|ditt) (?:honest |ærlige |ærlege )?(?:opinion|mening|meining)\b|hører? (?:på|to)|listen (?:på|to)`,
  String.raw`rang|rank|rate|terningkast|topp?|sorter|rekkefølge|rekkjefølgje|poeng|score|karakter|grade|på en skala|on a scale|(?:rette|riktige|right|klok[ae]st\w*)\b`,
  String.raw`fuck|faen|dra til helvete|drit|ingen lik[ea]r|nobody likes|trash|garbage|junk|søppel|crap|shit|elendig|verdiløs|worthless|dummere|dummare|dumber|teitere|ræva|joke|vits|useless|ubrukel[ei]g|hold kjeft|shut up|kyss meg|tett i |tom i `,
];
const tellingParts: readonly string[] = [
  judging,
  String.raw`¤ (?:${is}|har|has|slutt[ea]|stop|suger|sucks?|rett|right|feil|wrong|correct)|¤ (?:eller|or|vs\.?) ¤`,
  String.raw`prompt|systemmelding|jailbreak|lat[e]? som|pretend|utviklermodus|instruks|instruction|reglar|regler|rules|tekst|message|melding`,
  String.raw` (?:utvikler|utviklar|developer|administrator|admin|programmerer|openai|anthropic)|val(?:g)?omat|statsminister|prime minister`,
  String.raw`if u were me|if you (?:were me|had a)|(?:hvis|om|dersom|viss) du (?:var|hadde|vore)|gå over til|(?:bytte|byte) (?:til|to) ¤`,
  String.raw`(?:you|du|dere) (?:støttar|støtter|liker?|likar|prefer|foretrekker|føretrekkjer|heier)|(?:som|like?) (?:meg?|oss|us)\b|favou?rit`,
  String.raw`stole på|lite på|trust|snakk[ea]r sant|telling the truth|tells the truth|making a mistake|mest rett|har rett|(?:is|are) (?:right|wrong)|t(?:ar|ek) feil`,
  String.raw`(?:more|less|mer|meir|mindre) (?:trustworthy|honest|sensible|credible|reliable|troverdig|truverdig|ærlig|ærleg|seriøs|fornuftig|pålitelig|påliteleg)`,
  String.raw`(?:bot|maskin|machine|idiot)\b`,
];
export const telling = wordPattern(String.raw`\b(?:${tellingWords.join('|')})|${tellingParts.join('|')}`);

const compiled = (sources: readonly string[]): readonly RegExp[] => sources.map(wordPattern);
type Refused = readonly (readonly [DeclineReason, readonly RegExp[]])[];

/** In the order in which they are tried. */
export const always: Refused = [
  ['instructions', compiled(instructions)],
  ['voting-advice', compiled(personal)],
  ['evaluation', compiled(insults)],
  ['abuse', compiled(rudeness)],
];
export const unlessReported: Refused = [
  ['voting-advice', compiled(general.slice(0, 6))],
  ['evaluation', compiled(general.slice(6))],
];
