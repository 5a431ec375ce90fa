// Bundles the chat widget into a folder, with each script also compressed: `node src/cli/bundle-widget.mjs FOLDER`.
// Plain JavaScript, as it is part of what builds the rest.
import { build, transform } from 'esbuild';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const source = fileURLToPath(new URL('../widget', import.meta.url));

/** `import css from './x.css'` gives its text without what only people need. */
const styles = {
  name: 'styles',
  setup(bundler) {
    bundler.onLoad({ filter: /\.css$/ }, async ({ path: file }) => {
      const { code } = await transform(readFileSync(file, 'utf8'), { loader: 'css', minify: true });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};

async function bundle(entry, options) {
  const { outputFiles } = await build({
    entryPoints: [path.join(source, entry)],
    bundle: true,
    minify: true,
    write: false,
    // What has container queries, popovers and constructed style sheets anyway.
    target: ['chrome114', 'firefox125', 'safari17'],
    charset: 'utf8',
    logLevel: 'warning',
    plugins: [styles],
    ...options,
  });
  return outputFiles[0].contents;
}

/** Writes `widget.js`, the chat under a name that changes with its contents and under one that does not, and the rest. */
export async function bundleWidget(folder) {
  const chat = await bundle('chat.ts', { format: 'esm' });
  const chatFile = `chat-${createHash('sha256').update(chat).digest('hex').slice(0, 16)}.js`;
  const define = { CHAT_FILE: JSON.stringify(chatFile) };
  const launcher = await bundle('widget.ts', { format: 'iife', define });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const write = (name, contents) => {
    writeFileSync(path.join(folder, name), contents);
    writeFileSync(path.join(folder, `${name}.gz`), gzipSync(contents, { level: 9 }));
  };
  write('widget.js', launcher);
  write(chatFile, chat);
  write('chat.js', chat);
  for (const file of ['page.css', 'tokens.css', 'icon.svg']) cpSync(path.join(source, file), path.join(folder, file));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundleWidget(path.resolve(process.argv[2]));
