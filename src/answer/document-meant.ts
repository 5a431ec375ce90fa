import type { DocumentKind } from '../domain.js';
import { wordPattern } from '../language/word-pattern.js';

const named: readonly (readonly [DocumentKind, string])[] = [
  ['op-ed', String.raw`(?:lese[r]?|lesar|debatt)?innlegget|kronikken|the op-ed`],
  ['draft-programme', String.raw`(?:program)?utkastet|høringsutkastet|høyringsutkastet|the draft(?: programme)?`],
  ['programme', String.raw`(?:parti|arbeids|prinsipp|valg)?programmet|the (?:party )?(?:programme|program|manifesto)`],
  ['resolution', String.raw`resolusjonen|vedtaket|the resolution`],
  ['web-page', String.raw`nettside[nr]?a?|nettsiden|nettsida|heimesida|hjemmesiden|the web ?(?:page|site)`],
  ['press-release', String.raw`pressemeldingen|pressemeldinga|the press release`],
  ['speech', String.raw`talen|the speech`],
];

const place = (words: string): RegExp =>
  wordPattern(
    String.raw`\b(?:i|frå|fra|på|in|from|on|ifølge|ifølgje|sier|seier|does|what)(?: ¤s?)? (?:${words})(?: (?:til|av|frå|fra|of) ¤)?(?!\p{L})`,
  );
const places = named.map(([kind, words]) => [kind, place(words)] as const);
/** "… i Avisa Nordland": the paper that follows. */
const paper = /^ (?:i|in)(?: \p{Lu}\p{L}+){1,3}/u;

/** "Hva står det i leserinnlegget i Avisa Nordland om …" → the kind of document that is meant, and the text without it. */
export function documentMeant(masked: string): { readonly kind: DocumentKind; readonly rest: string } | null {
  for (const [kind, pattern] of places) {
    const found = pattern.exec(masked);
    if (!found) continue;
    const names = found[0].includes('¤') ? ' ¤ ' : ' ';
    const after = masked.slice(found.index + found[0].length).replace(paper, '');
    return { kind, rest: `${masked.slice(0, found.index)}${names}${after}` };
  }
  return null;
}
