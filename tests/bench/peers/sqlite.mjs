// 3.50.4 is the newest package that runs on Node 20: those of 3.51.0 and 3.51.1 lack a file, later ones ask for Node 22.
import initSqlite from '@sqlite.org/sqlite-wasm';

/** Only the index is stored, as by the others; the party is a word of a column that counts for nothing. */
const schema = `
  create virtual table passages using fts5 (text, frame, party, content = '', tokenize = 'unicode61');
  insert into passages (passages, rank) values ('rank', 'bm25(1.0, 1.0, 0.0)');
  create table ids (id text not null);`;
const find = `
  select id from (select rowid as found from passages where passages match ? order by rank limit ?)
  join ids on ids.rowid = found`;

export async function open() {
  const { oo1, capi, wasm } = await initSqlite();
  return {
    build: (passages) => {
      const database = new oo1.DB(':memory:');
      database.exec(schema);
      database.transaction(() => {
        const passage = database.prepare('insert into passages (rowid, text, frame, party) values (?, ?, ?, ?)');
        const name = database.prepare('insert into ids (rowid, id) values (?, ?)');
        for (const [at, { id, text, frame, party }] of passages.entries()) {
          passage.bind([at + 1, text, frame, party]).stepReset();
          name.bind([at + 1, id]).stepReset();
        }
        passage.finalize();
        name.finalize();
      });
      database.exec(`insert into passages (passages) values ('optimize')`);
      return prepared(database);
    },
    search,
    save: ({ database }) => capi.sqlite3_js_db_export(database.pointer),
    load: (bytes) => {
      const database = new oo1.DB(':memory:');
      // A Buffer is not taken for the bytes that it is.
      const memory = wasm.allocFromTypedArray(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
      const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE;
      const size = bytes.byteLength;
      database.checkRc(capi.sqlite3_deserialize(database.pointer, 'main', memory, size, size, flags));
      return prepared(database);
    },
  };
}

function prepared(database) {
  return { database, statement: database.prepare(find) };
}

function search({ statement }, { text }, party, k) {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const any = words.map((word) => `"${word}"`).join(' OR ');
  const ids = [];
  statement.bind([party === null ? any : `{text frame} : (${any}) AND party : "${party}"`, k]);
  while (statement.step()) ids.push(statement.getString(0));
  statement.reset();
  return ids;
}
