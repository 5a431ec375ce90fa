/** What stands before a comparison in "-are", "-aste": kraftigare, flinkare, lettaste. "vare", "spare", "laste" are none. */
const compared =
  '(?:ig|li[nk]k|[^aeiouyæøå]k|mm|us|kt|tt|[^aeiouyæøå]t|rg|ng|nn|ll|ld|nd|rd|øn|ein|ei[kt]|aut|app|pp|mp|gr|rn|jup|jamn|som)';
const comparison = new RegExp(`^(\\p{L}+${compared})a(re|ste)$`, 'u');

/** Where "gjer" is "gjør": synleggjere, klargjer, avgjera, kunngjering. "bryggjer" and "regjering" have another g. */
const doing =
  /(?<=^|\p{L}{2}ig|kla?r|av|ut|opp|til|om|rein|enn|unn|vel|god|ald)gjer(?:(?=ing(?:a|ar|ane)?$)|(?:e|a|ast|ande)?$)/u;

const lonely =
  /((?:ein|var|spar|plag|moro|lønn?|vald|lang|grus|verk|hjelp|arbeid|fred|gagn|strev|nøy|akt|vakt|merk)s)am(e|t|are|aste)?$/u;

/** Nynorsk "offentleg", "kraftigare", "grunneigar", "husleiga", "klargjere" → "offentlig", "kraftigere", "grunneiar", … */
export function bokmålEnding(word: string): string {
  return word
    .replace(/(\p{L}{3})leg(?=gj[eø]r)/u, '$1lig')
    .replace(doing, (whole) => (whole === 'gjer' && /gjering/u.test(word) ? 'gjør' : 'gjøre'))
    .replace(/(\p{L}{3})leg(e|are|ast|aste|heit\p{L}*)?$/u, '$1lig$2')
    .replace(lonely, (_, lead: string, end = '') => `${lead}om${end === '' || end === 't' ? end : `m${end}`}`)
    .replace(/(?<=\p{L}ig)as(te?)$/u, 's$1')
    .replace(comparison, '$1e$2')
    .replace(/setj(?=(?:e|a|er|ast|ande|ing\p{L}*)$)/u, 'sett')
    .replace(/telj(?=(?:e|a|er|ast|ande|ing\p{L}*)$)/u, 'tell')
    .replace(/([kg])j(?=(?:e|a|er|ast|ande)$)/u, '$1')
    .replace(/eidde?$/u, 'eid')
    .replace(/(\p{L}{2}ei)g(?=(?:e|er|a|ar|aren|arar|arane)$)/u, '$1');
}
