/** Outlines on a grid of 24. */
const paths = {
  speech: 'M4 5h16v11H11l-4.5 4v-4H4zM8 9h8M8 12.5h5',
  close: 'M6 6l12 12M18 6L6 18',
  fresh: 'M11 5H5v14h14v-6M10 14l.6-3.2L18.2 3.2l2.6 2.6-7.6 7.6z',
  wider: 'M14 4h6v6M20 4l-7 7M10 20H4v-6M4 20l7-7',
  narrower: 'M20 10h-6V4M14 10l6-6M4 14h6v6M10 14l-6 6',
  send: 'M12 19V5M6 11l6-6 6 6',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  done: 'M5 12.5l4.5 4.5L19 7.5',
  like: 'M7 11v9H4v-9zM7 11l4-7c1.6 0 2.4 1.1 2 2.8L12.4 10H18c1.3 0 2.1 1 1.8 2.2l-1.5 6.3c-.2.9-.9 1.5-1.9 1.5H7',
  dislike: 'M7 13V4H4v9zM7 13l4 7c1.6 0 2.4-1.1 2-2.8L12.4 14H18c1.3 0 2.1-1 1.8-2.2l-1.5-6.3c-.2-.9-.9-1.5-1.9-1.5H7',
  out: 'M8 6H5v13h13v-3M13 5h6v6M19 5l-9 9',
} as const;

export type IconName = keyof typeof paths;

const svg = 'http://www.w3.org/2000/svg';

/** A drawing beside words that say the same; screen readers skip it. */
export function icon(name: IconName): SVGSVGElement {
  const drawing = document.createElementNS(svg, 'svg');
  for (const [attribute, value] of Object.entries({ viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true' }))
    drawing.setAttribute(attribute, value);
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', paths[name]);
  drawing.append(path);
  return drawing;
}
