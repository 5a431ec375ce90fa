import type { HelpReason, Language, SourceAspect } from '../domain.js';
import { wordPattern } from '../language/word-pattern.js';

/* What a message asks of the service itself, by its words. `¤` stands for a party's name. */
const polite = String.raw`(?:[\s,]+(?:takk|please|er du snill|ver så snill|vær så snill|da|du|der|då|så mye|så mykje))*`;
const whole = (source: string): RegExp =>
  wordPattern(
    String.raw`^(?:(?:og|men|hei|hallo|hello|hi|hey|and|but|ok|okei|ja|jo)[\s,!.]+)*/?(?:${source})${polite}[\s?!.,:)]*$`,
  );
const it = String.raw`(?:det|dette|den|denne|disse|sitatet|sitata|sitatene|teksten|programmet|dokumentet|svaret|kilden|kjelda|this|that|it|the (?:quote|text|document|programme|program|answer)|these)`;

const help: readonly (readonly [HelpReason, RegExp])[] = [
  [
    'greeting',
    whole(
      String.raw`hei|hallo|heisann|halla|heia|hei hei|hei på deg|god(?:t)? ?(?:dag|morgen|morgon|kveld|ettermiddag)|hello|hi|hey|hi there|hello there|morn|goddag|(?:(?:hei|hallo|heisann|hello|hi|hey)[\s,!.]+)?(?:hvordan går det|korleis går det|står til|how are you|how is it going|what's up)(?: med deg)?|good (?:morning|evening|afternoon|day)|tjena|yo|hei bot`,
    ),
  ],
  [
    'thanks',
    whole(
      String.raw`(?:tusen |mange |hjertelig )?takk(?: skal du ha| for (?:hjelpa?|hjelpen|det|svaret|svar|info\w*)| så mye| så mykje| igjen)?|takker|(?:(?:great|ok|perfect|good|fine|super|flott|fint|bra)[\s,!.]+)?thanks?(?: you)?(?: so much| very much| a lot| for (?:your|the) help)?|thx|fint,? takk|supert,? takk|topp,? takk|flott,? takk|bra,? takk|perfekt,? takk|great,? thanks`,
    ),
  ],
  [
    'goodbye',
    whole(
      String.raw`(?:(?:great|ok|fint|flott|bra|thanks?|thank you|takk|tusen takk|takk for hjelpa|takk for hjelpen)[\s,!.]+)*(?:ha det(?: bra| godt| fint)?|hadet|hade|adjø|farvel|på gjensyn|på gjensyn|vi snakkes|vi snakkast|snakkes|god natt|good ?night|good ?bye|bye(?: bye)?|see you(?: later)?|ha ein fin dag|ha en fin dag|have a nice day)`,
    ),
  ],
  [
    'human',
    wordPattern(
      String.raw`\b(?:er du|are you|snakker jeg med|snakkar eg med|chatter jeg med|chattar eg med|skriver jeg med|am i (?:talking|speaking|chatting|writing) (?:to|with)|is this|er det|er dette)\b(?: \w+){0,4}? (?:menneske|robot|maskin|ekte person|person|human|bot|real person|real|ki|ai|kunstig intelligens|chatbot|chatgpt|språkmodell|language model|machine)\b[^.]{0,40}$`,
    ),
  ],
  [
    'operator',
    whole(
      String.raw`(?:hvem|kven|who) (?:står|driver|driv|eier|eig|lager|har laget|har laga|laget|laga|runs?|made|is|owns|operates|betaler|betalar|finansierer|pays)(?: \w+){0,2}? ?(?:bak|for|behind)?(?: \w+){0,2}? ?(?:dette|deg|tjenesten|tenesta|boten|botten|chatboten|nettstedet|this|you|it|the (?:bot|service))?|er du (?:fra|frå|laget av|knyttet til|betalt av|drevet av) ¤|are you (?:from|run by|made by|paid by)(?: the)? ¤|(?:hvem|kven) er du|who are you`,
    ),
  ],
  [
    'capabilities',
    whole(
      String.raw`hjelp|help|hjelp meg|help me|hjelp meg litt|\?|hva kan du(?: gjøre| svare på| hjelpe meg med)?|kva kan du(?: gjere| svare på| hjelpe (?:meg )?med| hjelpe til med)?|(?:kan du|can you|could you) (?:hjelpe|help)(?: meg| me)?|what can (?:you|i) (?:do|ask)(?: you)?(?: about)?|hva (?:er|gjør) (?:dette|du)|kva (?:er|gjer) (?:dette|du)|hva kan (?:jeg|man) spørre(?: deg)? om|kva kan eg spørje(?: deg)? om|(?:hvordan|korleis) (?:virker|verkar|fungerer|bruker jeg|brukar eg) (?:du|dette|tjenesten|tenesta|deg)|how (?:does (?:this|it) work|do (?:i use (?:this|you)|you work))|what (?:is this|are you|do you do)|kommandoer|kommandoar|commands|start|meny|menu|info`,
    ),
  ],
  [
    'parties',
    whole(
      String.raw`partier|parti|partia|partiene|parties|(?:hvilke|kva(?: for)?|which|what) (?:partier|parti|parties) (?:har (?:du|dere|de)|finnes|finst|dekker (?:du|dere)|dekkjer (?:du|de)|kan (?:jeg|eg|du|man)|kjenner du|er med|er dekket|do you|can (?:i|you)|are (?:there|covered|included))(?: \w+){0,5}|liste over partier|list (?:of )?parties|list parties`,
    ),
  ],
  [
    'privacy',
    whole(
      String.raw`personvern\w*|privacy(?: policy)?|gdpr|(?:lagrer|lagrar|logger|loggar|husker|hugsar|sparer) (?:du|dere|de|dokker)(?: \w+){1,6}|(?:hva|kva) (?:lagrer|lagrar|lagres|vet|veit|husker) (?:du|dere|de)?(?: \w+){0,4}|do you (?:store|save|log|remember|keep|track)(?: \w+){0,6}|what (?:do you (?:store|save|know about me)|data(?: \w+){1,5})|er (?:dette|det|jeg|eg) anonymt?|is this anonymous|am i anonymous|(?:hva|kva) skjer med (?:det|spørsm\w+)(?: \w+){0,4}`,
    ),
  ],
  [
    'erased',
    whole(
      String.raw`slett(?: \w+){0,4}|glem (?:alt|meg|dette|samtalen|det jeg \w+)|gløym (?:alt|meg|samtalen)|delete(?: \w+){0,4}|erase(?: \w+){0,4}|forget (?:me|everything|this|our conversation|this conversation)|nullstill(?: \w+){0,2}|reset|start på nytt|begynn på nytt|start over|ny samtale|new conversation`,
    ),
  ],
  [
    'language',
    whole(
      String.raw`språk|language|languages|bytt språk|skift språk|endre språk|change language|switch language|(?:hvilke|kva) språk(?: \w+){1,5}`,
    ),
  ],
];

const sources: readonly (readonly [SourceAspect, RegExp])[] = [
  [
    'current',
    wordPattern(
      String.raw`^(?:(?:og|men|and|but) )?(?:er|gjelder|gjeld|mener|meiner|står|is|are|does|do|stemmer|har|vil)\b(?: (?:${it}|¤|de|dei|they|you|partiet|the party))+ ?(?:\w+ ){0,2}?(?:fortsatt|framleis|fremdeles|ennå|enno|ennå|i dag|still|utdatert|utgått|utløpt|gammelt|gamalt|valid|outdated|current|gyldig|oppdatert|up to date|nytt|ny)\b(?: \w+){0,4}[\s?!.]*$|^(?:still valid|fortsatt gyldig|fortsatt slik|framleis slik)[\s?!.]*$`,
    ),
  ],
  [
    'date',
    wordPattern(
      String.raw`^(?:(?:og|men|and|but|ok) )?(?:når|fra når|frå når|when|(?:fra |frå )?(?:hvilket|kva|what|which) (?:år|year|dato|date)|hvor gammel\w*|hvor gamle|kor gam\w+|how old|how recent|how new)\b(?: (?:er|var|ble|vart|blei|is|was|were|are|did|they|ble det|skrev|sa|vedtok|de|dei))* ?(?:${it})?(?:,? (?:fra|frå|from|skrevet|skrive|skriven|publisert|vedtatt|vedteke|vedtatte|laget|laga|sagt|written|published|adopted|said|made|posted|det|dette|this|that|it|sist|oppdatert|updated|last|gyldig|av|on|og|and|hvem|kven|whom|by))*[\s?!.]*$|^(?:dato|date|år|årstall|year)[\s?!.]*$`,
    ),
  ],
  [
    'author',
    wordPattern(
      String.raw`^(?:(?:og|men|and|but) )?(?:hvem|kven|who)\b(?: (?:er|har|is|has))? ?(?:skrev|skreiv|skrevet|skrive|sa|sagt|forfatter\w*|forfattar\w*|avsender\w*|står bak|står ansvarlig|publiserte|vedtok|wrote|written|said|author\w*|published|adopted|is behind)\b(?: (?:${it}|av|til|of|bak))*[\s?!.]*$`,
    ),
  ],
  [
    'official',
    wordPattern(
      String.raw`^(?:(?:og|men|and|but) )?(?:er|is|are|var)\b (?:${it}|de|dei) ?(?:\w+ ){0,4}?(?:offisiel\w*|official|vedtatt\w*|vedteke\w*|vedtak|adopted|bindende|bindande|binding|(?:partiets?|partiet sin|party(?:'s)?|¤s?|¤ sin|¤ sitt|¤'s) (?:\w+ ){0,2}?(?:politikk|standpunkt|program\w*|policy|position|stand|meining|mening))\b[^?]{0,120}[\s?!.]*$|^(?:gjelder|gjeld) (?:dette|det) (?:hele|heile) partiet[\s?!.]*$|^(?:mener|meiner) (?:hele|heile) partiet (?:det|dette)[\s?!.]*$|^offisielt[\s?!.]*$`,
    ),
  ],
  [
    'origin',
    wordPattern(
      String.raw`^(?:(?:og|men|and|but|kan du|kan eg få|kan jeg få|can you|could you|vis|vise|show)(?: me| meg)? )*(?:(?:hvor|kor|kvar|where)\b(?: (?:har|er|kommer|kjem|fant|fann|finner|får|did|do|does|is|står|stod|sto|have|can|kan|sier|seier|i programmet|in the programme))+(?: (?:du|dere|de|dei|you|they|i|jeg|eg|${it}|hentet|henta|henter|get|got|find|found|come|say|says|said|sagt|fra|frå|from|hen|quote|in))*|(?:(?:hva|kva|what|which|hvilken|kva for ei?) (?:er|is)?|vis|show|hvilken|har du|do you have(?: a)?)? ?(?:kilden|kjelda|kilde|kjelde|kilda|the source|source|lenke|lenka|lenken|lenkje|lenkja|link|a link|referanse|reference|dokumentet|hvilket dokument|kva dokument|what document|which document|hvilken side|kva side|which page|what page)(?: (?:er|is|på|to|til|for|står|the|of|about|med))*(?: ${it}| du bruker| du brukar)?(?: (?:fra|frå|from|på|hentet fra|i|in|on))?|er ${it} (?:fra|frå|hentet fra|henta frå) (?:\w+ ){0,3}?(?:programmet|partiprogrammet|nettsiden|nettsida|avisa|avisen)|is ${it} from (?:\w+ ){0,3}?(?:programme|program|website|newspaper|manifesto))[\s?!.]*$`,
    ),
  ],
];

const numbered = wordPattern(
  String.raw`^(?:(?:og|men|and|hva med|kva med|hva er|kva er|vis|show|what is|what about) )*(?:(?:kilden?|kjelda?|sitat|source|quote|nr\.?|nummer|number) )?\[?(\d{1,2})\]?[\s?!.]*$`,
);
const aboutNumber = wordPattern(
  String.raw`\b(?:kilden?|kjelda?|sitat|source|quote|nr\.?|nummer|number) \[?(\d{1,2})\]?|\[(\d{1,2})\]`,
);

const library = wordPattern(
  String.raw`^(?:(?:og|men|and|but) )?(?:kilder|kildene|kjelder|kjeldene|sources|dokumenter|dokument|documents|bibliotek|(?:hvilke|kva(?: for)?|what|which|vis|vis alle|show|list|alle|hva slags) ?(?:alle |all |the |your )?(?:kilder|kildene|kjelder|kjeldene|sources|dokumenter|dokument|documents|program|programmer|programmes|tekster|tekstar|materiale|stoff|data)\b[^?]{0,60}|(?:hva|kva|what) (?:har|have|do) (?:du|dere|de|you)(?: have)?(?: liggende| lest| lese)?(?: om| fra| frå| from| on| av)(?: the)? ¤(?: sine?| sitt)?|(?:har|do) (?:du|dere|de|you) (?:have )?(?:\w+ ){0,3}?(?:program\w*|dokument\w*|document\w*|kilder|kjelder|sources|noe|noko|anything)(?: (?:til|fra|frå|from|by|of|for|på))?(?: the)? ¤|¤s? (?:kilder|kjelder|dokumenter|dokument|documents|sources)|(?:hvor|kor|kvar|where) (?:får|henter|hentar|do|har) (?:du|dere|de|you)(?: get)? (?:informasjon\w*|svar\w*|sitat\w*|your (?:information|answers|quotes|data)|data\w*|stoffet|alt dette)(?: dine?| deres)?(?: fra| frå| from)?|(?:hva|kva|what) (?:bygger|baserer|er|are) (?:svarene|du|dere|svara|dette|your answers|the answers)(?: deg| seg| dine)?(?: bygger| basert| based)?(?: på| on))[\s?!.]*$`,
);

const named: readonly (readonly [RegExp, Language])[] = [
  [/nynorsk|new norwegian/iu, 'nn'],
  [/engelsk|english/iu, 'en'],
  [/bokmål|bokmal|norsk|norwegian/iu, 'nb'],
];
const languageName = String.raw`(?:nynorsk|bokmål|bokmal|engelsk|english|norsk|norwegian|new norwegian)`;
const switching = wordPattern(
  String.raw`(?:^|(?<=[.!?,:;–-]))\s*(?:(?:og|men|and|kan du|kan eg få|could you|can you|please|vennligst|ver så snill å|vær så snill å|nå|no) )*(?:(?:svar|svare|svaret|skriv|skrive|snakk|snakke|bruk|bytt|skift|vis|ta|answer|reply|respond|write|speak|switch|change|use|talk|continue|gi meg|give me|språk|language)(?: (?:meg|me|det|dette|that|this|it|alltid|always|heller|instead|til|to|the|language|språk|svaret|answers?|heretter))*:? )?(?:(?:på|in|til|to|i) )?${languageName}(?: (?:takk|please|heretter|er du snill|instead|i stedet|from now on|framover))*[\s.!?]*(?=$|[.!?,:;])`,
);

const courtesy = /^(?:(?:tusen )?takk|please|er du snill|ver så snill|vær så snill|thanks?|thank you)[\s!.]*$/iu;

export function helpReason(text: string): HelpReason | null {
  return help.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** What is asked about the answer just given: where it is from, when, whose word it is, whether it still holds. */
export function sourceAspect(masked: string): SourceAspect | null {
  if (numbered.test(masked)) return 'origin';
  // "Når ble det vedtatt? Må ha det med i artikkelen": the first sentence is the question.
  const [sentence = ''] = /^[^?!]{1,200}[?!]/u.exec(masked) ?? [masked];
  return sources.find(([, pattern]) => pattern.test(masked) || pattern.test(sentence))?.[0] ?? null;
}

/** The citation that is meant by "kilde 2" or "[2]". */
export function citationNumber(masked: string): number | null {
  const found = numbered.exec(masked) ?? aboutNumber.exec(masked);
  return found ? Number(found[1] ?? found[2]) : null;
}

export function asksForLibrary(masked: string): boolean {
  return library.test(masked);
}

/** "Hva mener Frp om LAR? Svar på nynorsk." → the language, and the message without the request. */
export function languageRequest(text: string): { readonly language: Language; readonly rest: string } | null {
  const found = switching.exec(text);
  const language = found && named.find(([pattern]) => pattern.test(found[0]))?.[1];
  if (!found || !language) return null;
  const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.replace(
    /^[\s.,!:;]+|\s+$/gu,
    '',
  );
  return { language, rest: courtesy.test(rest) ? '' : rest };
}
