declare module 'virtual:language-examples' {
  export const languageExamples: {
    heading: string;
    examples: { queries: string[]; meaning: string }[];
  }[];
}
