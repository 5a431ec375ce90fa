import { strToU8, zipSync } from 'fflate';

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const contentTypes = `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/></Types>`;

const packageRelations = `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`;

const documentRelations = `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="${office}/numbering" Target="numbering.xml"/>
<Relationship Id="rId3" Type="${office}/footnotes" Target="footnotes.xml"/>
<Relationship Id="rId4" Type="${office}/comments" Target="comments.xml"/>
<Relationship Id="rId9" Type="${office}/image" Target="http://127.0.0.1:9/spor.png" TargetMode="External"/></Relationships>`;

/** Styles as a Norwegian Word writes them when they were renamed, with one made from another. */
export const norwegianStyles = `<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Tittel"><w:name w:val="Tittel"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="Overskrift 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Overskrift2"><w:name w:val="Overskrift 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Delkapittel"><w:name w:val="Partiets 'delkapittel'"/><w:basedOn w:val="Overskrift1"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Kapittelnavn"><w:name w:val="Kapittelnavn"/><w:basedOn w:val="Overskrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="INNH1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Punktliste"><w:name w:val="Punktmerket liste"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Tiltak"><w:name w:val="Tiltak"/><w:basedOn w:val="Punktliste"/></w:style>
<w:style w:type="paragraph" w:styleId="Listeavsnitt"><w:name w:val="List Paragraph"/></w:style>`;

const level = (step: number, format: string): string =>
  `<w:lvl w:ilvl="${step}"><w:numFmt w:val="${format}"/><w:lvlText w:val="%1"/></w:lvl>`;
const steps = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/** List 1 has bullets, list 2 numbers, list 3 letters. */
const numbering = `<w:abstractNum w:abstractNumId="0">${steps.map((step) => level(step, 'bullet')).join('')}</w:abstractNum>
<w:abstractNum w:abstractNumId="1">${steps.map((step) => level(step, 'decimal')).join('')}</w:abstractNum>
<w:abstractNum w:abstractNumId="2">${steps.map((step) => level(step, 'lowerLetter')).join('')}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>`;

const footnotes = `<w:footnote w:id="2"><w:p><w:r><w:t>Kilde: fotnoten.</w:t></w:r></w:p></w:footnote>`;
const comments = `<w:comment w:id="0" w:author="Kari"><w:p><w:r><w:t>Er dette vedtatt? Merknad.</w:t></w:r></w:p></w:comment>`;

const part = (root: string, inner: string): Uint8Array =>
  strToU8(`${declaration}<w:${root} ${namespaces}>${inner}</w:${root}>`);

/** The parts of a Word file with `body` between the tags of that name. */
export function docxParts(body: string, styles: string = norwegianStyles): Record<string, Uint8Array> {
  return {
    '[Content_Types].xml': strToU8(contentTypes),
    '_rels/.rels': strToU8(packageRelations),
    'word/_rels/document.xml.rels': strToU8(documentRelations),
    'word/document.xml': part('document', `<w:body>${body}<w:sectPr/></w:body>`),
    'word/styles.xml': part('styles', styles),
    'word/numbering.xml': part('numbering', numbering),
    'word/footnotes.xml': part('footnotes', footnotes),
    'word/comments.xml': part('comments', comments),
  };
}

export function docx(body: string, styles?: string): Uint8Array {
  return zipSync(docxParts(body, styles));
}

/** One run of text; `properties` are tags like `<w:b/>`. */
export function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph of runs, or of one text; `style` is a style id. */
export function paragraph(content: string, style?: string): string {
  const named = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${named}${content.startsWith('<') ? content : run(content)}</w:p>`;
}

/** An item of list 1 (bullets), 2 (numbers) or 3 (letters), `step` 0 to 8 below the margin. */
export function item(text: string, list = 1, step = 0): string {
  const properties = `<w:pStyle w:val="Listeavsnitt"/><w:numPr><w:ilvl w:val="${step}"/><w:numId w:val="${list}"/></w:numPr>`;
  return `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`;
}

/**
 * The same archive with every size in its headers, local and central, set to `size`: what the headers of a bomb say.
 * Offsets as in the zip format (APPNOTE 4.3.7 and 4.3.12): the inflated size stands at 22 and at 24.
 */
export function withLyingSizes(archive: Uint8Array, size: number): Uint8Array {
  const copy = Buffer.from(archive);
  for (const [mark, offset] of [
    ['504b0304', 22],
    ['504b0102', 24],
  ] as const) {
    const bytes = Buffer.from(mark, 'hex');
    for (let at = copy.indexOf(bytes); at >= 0; at = copy.indexOf(bytes, at + 4)) copy.writeUInt32LE(size, at + offset);
  }
  return copy;
}
