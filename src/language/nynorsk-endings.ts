/** What stands before a comparison in "-are", "-aste": kraftigare, flinkare, lettaste. "vare", "spare", "laste" are none. */
const comparison =
  /(\p{L}(?:ig|[^aeiouyæøå][kt]|mm|us|rg|ng|nn|ll|ld|nd|rd|øn|ein|ei[kt]|aut|pp|mp|gr|rn|jup|jamn|som))a(re|ste)$/u;

/** What stands before "gjer" where it is "gjør": synleggjere, klargjer, avgjera. "bryggjer" and "regjering" have another g. */
const beforeDoing = '(?<=^|\\p{L}{2}ig|kla?r|av|ut|opp|til|om|rein|enn|unn|vel|god|ald)';
const doing = new RegExp(`${beforeDoing}gjer(?:e|a|ast|ande)?$`, 'u');
const deed = new RegExp(`${beforeDoing}gjer(?=ing(?:a|ar|ane)?$)`, 'u');

/** Adjectives in -sam, bokmål -som: einsam, plagsame. A "lulesame" is a person. */
const lonesome =
  '((?:ein|var|spar|plag|moro|lønn?|vald|lang|grus|verk|hjelp|arbeid|fred|gagn|strev|nøy|akt|vakt|merk)s)am';
const singular = new RegExp(`${lonesome}(t?)$`, 'u');
const plural = new RegExp(`${lonesome}(?=(?:e|are|aste)$)`, 'u');

/** Nynorsk "offentleg", "kraftigare", "grunneigar", "husleiga", "klargjere" → "offentlig", "kraftigere", "grunneiar", … */
export function bokmålEnding(word: string): string {
  return word
    .replace(/(\p{L}{3})leg(?=gj[eø]r)/u, '$1lig')
    .replace(doing, 'gjøre')
    .replace(deed, 'gjør')
    .replace(/(\p{L}{3})leg(e|are|ast|aste|heit\p{L}*)?$/u, '$1lig$2')
    .replace(singular, '$1om$2')
    .replace(plural, '$1omm')
    .replace(/(?<=\p{L}ig)as(te?)$/u, 's$1')
    .replace(comparison, '$1e$2')
    .replace(/setj(?=(?:e|a|er|ast|ande|ing\p{L}*)$)/u, 'sett')
    .replace(/telj(?=(?:e|a|er|ast|ande|ing\p{L}*)$)/u, 'tell')
    .replace(/([kg])j(?=(?:e|a|er|ast|ande)$)/u, '$1')
    .replace(/eidde?$/u, 'eid')
    .replace(/(\p{L}{2}ei)g(?=(?:e|er|a|ar|aren|arar|arane)$)/u, '$1');
}
