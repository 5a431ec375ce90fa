import { outsideLink } from '../../src/pages/links.js';

test('an address with å and ø stays a link, however often it is asked about', () => {
  // URL.canParse of Node 20 goes wrong after some 5 800 calls, when V8 has optimised it.
  const links = Array.from({ length: 20_000 }, () => outsideLink('https://blåbær.no/grøt', (host) => host).html);
  expect(new Set(links)).toEqual(
    new Set(['<a href="https://xn--blbr-roah.no/gr%C3%B8t" rel="noopener noreferrer">xn--blbr-roah.no</a>']),
  );
});

test('what is no web address stays text', () => {
  expect(outsideLink('javascript:alert(1)', (host) => host).html).toBe(
    '<span class="address">javascript:alert(1)</span>',
  );
});
