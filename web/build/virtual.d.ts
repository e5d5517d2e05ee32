declare module 'virtual:language-examples' {
  export const languageExamples: {
    heading: string;
    examples: { queries: string[]; meaning: string }[];
  }[];
}

declare module 'virtual:lexicon' {
  /** Text of the files of data/lexicon by their names. */
  const lexicon: Record<string, string>;
  export default lexicon;
}

declare module '*?worker&url' {
  const url: string;
  export default url;
}

declare module '*?url' {
  const url: string;
  export default url;
}

declare module 'virtual:strings/*' {
  /** English words by their keys. */
  const words: Record<string, string>;
  export default words;
}
