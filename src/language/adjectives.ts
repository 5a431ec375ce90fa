/**
 * Short adjectives, whose neuter ("godt", "høyt") and comparison ("høyere", "høyest") Snowball leaves as words of their own.
 * Not "tom", "svar" and "vill": "tomt" is mostly ground to build on, "svart" black and "vilt" game.
 */
const short = `
  god lang høy stor full rask syk sterk ren rød varm tung mørk klar svær falsk bred hvit ung trang gul sen brun streng treg gal fin
  grå blå lav nær rar frisk svak skjev sur våt dyp dum flat hard grov smal vid grønn død tørr sunn tynn tykk trygg stygg stiv snill
  kul blind vond sann kald rund fri rik hel kjær skarp fersk stram ny raud grøn sjuk djup låg sein tjukk blaut fremmed seriøs
  religiøs enorm ekstrem maritim legitim intim anonym ekstern intern urban human marin unik antik stabil mobil sivil fossil konkret
  mild blid stum bløt skeiv grei søt feit brå pen skjør sår rå generøs suveren vrang tøff klok
`
  .trim()
  .split(/\s+/u);

const comparison = ['e', 'es', 'ere', 'est', 'este', 'are', 'ast', 'aste'];

const shortForms = new Map(
  short.flatMap((base) =>
    [base, neuterOf(base), ...comparison.map((ending) => base + ending)].map((form) => [form, base]),
  ),
);

/** "høyt", "høyere" → "høy", "usunt" → "usunn"; nothing for all that is no short adjective. */
export function adjectiveRoot(word: string): string | undefined {
  const lead = word.startsWith('u') && word.length > 4 ? 'u' : '';
  const base = shortForms.get(word) ?? (lead && shortForms.get(word.slice(lead.length)));
  return base ? (shortForms.has(word) ? base : lead + base) : undefined;
}

function neuterOf(base: string): string {
  if (/(?<![eø])[iy]$|[aeouæøå]$/u.test(base)) return `${base}tt`;
  if (/[aeiouyæøå]t$|^full$/u.test(base)) return `${base}t`;
  return `${base.replace(/(\p{L})\1$/u, '$1').replace(/t$/u, '')}t`;
}

/** Long ones by what they end in: "nasjonalt", "spesielt", "sårbart", "skattefritt" → without their t. "asfalt" keeps it. */
export function withoutNeuter(word: string): string {
  if (/(?:asf|kob|bas|gest|anst|over|såk|[^sur]s|^\p{L}{0,2})alt$/u.test(word)) return word;
  return word
    .replace(/(\p{L}{2}(?:al|(?<![^uy]l|rn)ær|iv|bar|som|løs|laus|full|(?<!dist)rik))t$/u, '$1')
    .replace(/((?:[iueo]|n|[^t]r|rm|s)el)t$/u, '$1l')
    .replace(/((?:enk|[aio]b|obb)el)t$/u, '$1')
    .replace(/(\p{L}{3}fri)tt$/u, '$1');
}
