import MiniSearch from 'minisearch';

/** @param own options beside those that every use needs */
export function miniSearch(own) {
  const options = { fields: ['text', 'frame'], storeFields: ['party'], ...own };
  return {
    build: (passages) => {
      const index = new MiniSearch(options);
      index.addAll(passages);
      return index;
    },
    search: (index, { text }, party, k) => {
      const filter = party === null ? {} : { filter: (result) => result.party === party };
      return index
        .search(text, filter)
        .slice(0, k)
        .map(({ id }) => id);
    },
    save: (index) => Buffer.from(JSON.stringify(index)),
    load: (bytes) => MiniSearch.loadJSON(bytes.toString(), options),
  };
}

export const open = () => miniSearch({});
